import {
  aggregate,
  deleteAttributes,
  env,
  keepAttributes,
  limitAttributes,
  type Processor,
  patterns,
  redact,
  redactSpans,
  renameAttributes,
  setAttributes,
  text,
} from '../../../src/index';
import type { Release } from '../../../src/model/release';

type Any = Processor<'traces' | 'metrics' | 'logs'>;

/** The processors of a pipeline, by its name. */
export const scenarios: Readonly<Record<string, Any>> = {
  untouched: setAttributes('untouched', { touched: false }, { existing: 'keep' }),
  delete: deleteAttributes('delete', ['user.id', 'price$']),
  'delete-matching': deleteAttributes('delete-matching', { matching: '^user\\.' }),
  'delete-of-resources': deleteAttributes('delete-of-resources', ['host.name'], { of: 'resources' }),
  keep: keepAttributes('keep', ['user.id', 'price$']),
  'keep-matching': keepAttributes('keep-matching', { matching: '^price\\$$' }),
  'keep-of-resources': keepAttributes('keep-of-resources', ['service.name'], { of: 'resources' }),
  rename: renameAttributes('rename', { 'user.id': 'enduser.id', nothing: 'note' }),
  set: setAttributes('set', { note: 'price: $5', size: 3, from: env('REGION') }),
  'set-missing': setAttributes('set-missing', { note: 'new', size: 3 }, { existing: 'keep' }),
  'set-of-resources': setAttributes('set-of-resources', { region: 'eu' }, { of: 'resources' }),
  limit: limitAttributes('limit', { count: 2, keep: ['note'], bytes: 5 }),
  'redact-keys': redact('redact-keys', { keys: ['user.id', 'price$', 'nested'], keysMatching: ['^pass'] }),
  'redact-values': redact('redact-values', { values: [patterns.email, '[0-9]{3}'] }),
  'redact-texts': redact('redact-texts', { values: [patterns.email, '[0-9]{3}'], textsOnly: true }),
  'redact-allowing': redact('redact-allowing', {
    keys: ['user.id'],
    values: [patterns.email],
    allow: { values: ['^[a-z]+@example\\.com$'], keys: ['user.id'] },
  }),
  'redact-allowing-parts': redact('redact-allowing-parts', {
    values: [patterns.email],
    allow: { values: ['@example\\.com'] },
  }),
  'redact-others': redact('redact-others', { onlyKeys: ['note', 'service.name'], values: [patterns.email] }),
  'redact-hashed': redact('redact-hashed', { keys: ['user.id'], values: [patterns.email], hash: 'sha3' }),
  'redact-counted': redact('redact-counted', { keys: ['user.id'], summary: 'debug' }),
};

/** Processors that need what release 0.159.0 has. */
export const newer: Readonly<Record<string, Any>> = {
  'redact-keyed': redact('redact-keyed', {
    keys: ['user.id'],
    hash: { hmac: 'sha256', key: text`${env('HMAC_KEY')}` },
  }),
  'redact-by-key': redact('redact-by-key', { values: [patterns.email], allow: { keysMatching: ['^note$'] } }),
};

export function scenariosOf(release: Release): Readonly<Record<string, Any>> {
  return release === '0.131.0' ? scenarios : { ...scenarios, ...newer };
}

export const spans = redactSpans('spans', { values: [patterns.email, 'cost\\$"[0-9]+"$'] });

export const aggregated = aggregate('aggregated', { interval: '1s', passing: ['gauge'] });
