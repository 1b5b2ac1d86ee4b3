import { at, type ConfigMap, type ConfigValue, isConfigMap } from '../model/config';
import type { Keys } from '../model/keys';
import { didYouMean } from '../model/nearest';
import { type Refusal, shown } from './refusal';

const fields = [
  'name',
  'generateName',
  'namespace',
  'labels',
  'annotations',
  'finalizers',
  'ownerReferences',
  'uid',
  'resourceVersion',
  'generation',
  'creationTimestamp',
  'deletionTimestamp',
  'deletionGracePeriodSeconds',
  'managedFields',
  'selfLink',
];

/** A name of up to 63 characters; for a key, behind the name of a domain and a slash. */
const name = /^[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/;
const domain = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;

/** What the API server refuses in the metadata of any object, besides its name. */
export function* metadataRefusals({ metadata }: ConfigMap): Generator<Refusal> {
  if (!isConfigMap(metadata)) return;
  for (const field of Object.keys(metadata)) {
    if (fields.includes(field)) continue;
    const fix = didYouMean(field, fields, 'Leave it out.');
    yield { code: 'hub-field', keys: ['metadata', field], message: `the metadata has no field "${field}".`, fix };
  }
  for (const field of ['labels', 'annotations']) {
    const entries = at(metadata, field);
    if (!isConfigMap(entries)) continue;
    for (const [key, value] of Object.entries(entries)) {
      yield* entryRefusals(key, value, ['metadata', field, key], field === 'labels');
    }
  }
}

function* entryRefusals(key: string, value: ConfigValue, keys: Keys, isLabel: boolean): Generator<Refusal> {
  if (!isKey(isLabel ? key : key.toLowerCase())) {
    const message = `${shown(key)} is no key.`;
    yield {
      code: 'hub-value',
      keys,
      message,
      fix: 'Use up to 63 letters, digits, "-", "_" and ".", behind a domain and a slash if you like.',
    };
  }
  if (value !== null && typeof value !== 'string') {
    yield {
      code: 'hub-field',
      keys,
      message: `the value is ${shown(value)}, but has to be a text.`,
      fix: 'Put it in quotes.',
    };
  } else if (isLabel && typeof value === 'string' && value !== '' && !name.test(value)) {
    const message = `a label cannot have the value ${shown(value)}.`;
    yield { code: 'hub-value', keys, message, fix: 'Use up to 63 letters, digits, "-", "_" and ".".' };
  }
}

function isKey(key: string): boolean {
  const slash = key.indexOf('/');
  const prefix = key.slice(0, Math.max(slash, 0));
  return name.test(key.slice(slash + 1)) && (slash === -1 || (domain.test(prefix) && prefix.length <= 253));
}
