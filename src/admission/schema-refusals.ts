import type { ConfigMap } from '../model/config';
import type { HubKind } from '../model/hub-manifest';
import type { Keys } from '../model/keys';
import { didYouMean, nearest } from '../model/nearest';
import type { CelRule } from './cel';
import type { Prepared } from './prepare';
import { type Refusal, shown, subjectOf } from './refusal';
import { type Fault, faultsOf } from './validate';

/** What the definition of a kind refuses, and texts that are missing without being missed. */
export function schemaRefusals(kind: HubKind, { content, filled }: Prepared): readonly Refusal[] {
  const places = new Set(filled.map((keys) => JSON.stringify(keys)));
  const faults = faultsOf(kind, content).map((fault) => ({ fault, keys: keysOf(fault.instancePath, content) }));
  const refused = faults.map(({ fault, keys }) =>
    places.has(JSON.stringify(keys)) ? missing(keys) : (messages[fault.keyword] ?? other)(fault, keys),
  );
  const known = new Set(refused.map(({ keys }) => JSON.stringify(keys)));
  const passed = filled.filter((keys) => !known.has(JSON.stringify(keys)));
  return [...refused, ...passed.map(unmissed)];
}

/** A JSON pointer as keys; what leads into a list is a number. */
function keysOf(pointer: string, content: ConfigMap): Keys {
  let here: unknown = content;
  return pointer
    .split('/')
    .slice(1)
    .map((part) => {
      const name = part.replaceAll('~1', '/').replaceAll('~0', '~');
      const key = Array.isArray(here) ? Number(name) : name;
      here = (here as Readonly<Record<string | number, unknown>>)[key];
      return key;
    });
}

function missing(keys: Keys): Refusal {
  const name = String(keys[keys.length - 1]);
  const parent = keys.slice(0, -1);
  return { code: 'hub-value', keys, message: `${subjectOf(parent)} needs "${name}".`, fix: `Add "${name}".` };
}

function unmissed(keys: Keys): Refusal {
  const name = String(keys[keys.length - 1]);
  const message = `${subjectOf(keys.slice(0, -1))} has no "${name}", which the operator reads as an empty text.`;
  return { code: 'hub-value', keys, message, fix: `Write "${name}", even if it is "".`, severity: 'warning' };
}

type Message = (fault: Fault, keys: Keys) => Refusal;

const value = (keys: Keys, message: string, fix: string): Refusal => ({ code: 'hub-value', keys, message, fix });

const messages: Readonly<Record<string, Message>> = {
  additionalProperties: ({ params, parentSchema }, keys) => {
    const name = String(params.additionalProperty);
    const known = Object.keys((parentSchema?.properties ?? {}) as object);
    const otherwise = known.length === 0 ? 'It has no fields.' : `It has ${known.join(', ')}.`;
    return {
      code: 'hub-field',
      keys: [...keys, name],
      message: `${subjectOf(keys)} has no field "${name}".`,
      fix: didYouMean(name, known, otherwise),
    };
  },
  type: ({ data, schema }, keys) => ({
    code: 'hub-field',
    keys,
    message: `${subjectOf(keys)} is ${shown(data)}, but has to be ${wanted(schema)}.`,
    fix: typeFix(data, schema),
  }),
  required: ({ params }, keys) => missing([...keys, String(params.missingProperty)]),
  enum: ({ data, schema }, keys) => {
    const values = (schema as readonly unknown[]).map(String);
    const meant = nearest(String(data), values);
    const fix = meant === undefined ? `Write one of ${values.join(', ')}.` : `Write "${meant}".`;
    return value(keys, `${subjectOf(keys)} cannot be ${shown(data)}.`, fix);
  },
  pattern: ({ data, schema }, keys) =>
    value(
      keys,
      `${subjectOf(keys)} cannot be ${shown(data)}.`,
      patternFixes[String(schema)] ?? `Write a text that matches ${schema}.`,
    ),
  minLength: ({ data, schema }, keys) =>
    value(
      keys,
      data === '' ? `${subjectOf(keys)} is empty.` : `${subjectOf(keys)} is too short.`,
      `Write at least ${schema} character${schema === 1 ? '' : 's'}.`,
    ),
  maxLength: ({ schema }, keys) =>
    value(keys, `${subjectOf(keys)} is too long.`, `Write at most ${schema} characters.`),
  minimum: ({ data, schema }, keys) => value(keys, `${subjectOf(keys)} is ${data}.`, `Write ${schema} or more.`),
  format: ({ data, schema }, keys) =>
    value(keys, `${subjectOf(keys)} is ${data}, which does not fit in ${schema}.`, 'Write a number within bounds.'),
  'x-unique': ({ schema }, keys) =>
    value(keys, `two entries of ${subjectOf(keys)} have the same "${schema}".`, 'Leave one of them out.'),
  'x-cel': ({ params }, keys) => {
    const { message, fix, field } = params.rule as CelRule;
    return value(field === undefined ? keys : [...keys, field], `${subjectOf(keys)} ${message}.`, fix);
  },
};

function other({ data }: Fault, keys: Keys): Refusal {
  return value(keys, `${subjectOf(keys)} cannot be ${shown(data)}.`, 'Write another value.');
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'a text',
  integer: 'a whole number',
  boolean: 'true or false',
  object: 'a map',
  array: 'a list',
};

function wanted(schema: unknown): string {
  return [schema]
    .flat()
    .map((type) => typeNames[String(type)] ?? String(type))
    .join(' or ');
}

function typeFix(data: unknown, schema: unknown): string {
  if (schema === 'string' && (typeof data === 'number' || typeof data === 'boolean')) return 'Put it in quotes.';
  const isQuoted = typeof data === 'string' && (schema === 'integer' || schema === 'boolean');
  return isQuoted && /^(-?\d+|true|false)$/.test(data) ? 'Leave the quotes out.' : `Write ${wanted(schema)}.`;
}

/** What the patterns of the definitions take. */
const patternFixes: Readonly<Record<string, string>> = {
  '^[a-zA-Z_][a-zA-Z0-9_]*$': 'Use letters, digits and underscores, and no digit first.',
  '^(warning|critical)$': 'Write "warning" or "critical".',
  '^(0|(([0-9]+)y)?(([0-9]+)w)?(([0-9]+)d)?(([0-9]+)h)?(([0-9]+)m)?(([0-9]+)s)?(([0-9]+)ms)?)$':
    'Write whole numbers with units, the biggest first and each once: 1h30m.',
  '^[a-z]{2}(-[a-z]+)+-\\d+$': 'Write a region of AWS: us-east-1.',
  '^[a-z0-9][a-z0-9.-]*[a-z0-9]$': 'Use lower-case letters and digits, with dots and dashes in between.',
  '^[A-Za-z0-9._/\\-]*$': 'Use letters, digits, ".", "_", "/" and "-".',
  '^(\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]|([eE](\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))))?$':
    'Write a number and a unit: 128Mi, 500m.',
};
