import { createHash } from 'node:crypto';
import { type ConfigMap, type ConfigValue, isConfigMap } from '../../../../model/config';
import { isAtLeast, type Release } from '../../../../model/release';
import type { Regex } from '../../../../ottl/evaluate/functions/regex';
import { parseFloat64, parseInt64, truncateToInt64 } from '../../../../ottl/evaluate/functions/strconv';
import { Unsupported } from '../../../../ottl/evaluate/value';
import { copyValue } from '../../../../telemetry/copy';
import type { AnyValue, Attributes } from '../../../../telemetry/data';
import { removeKey } from '../../../../telemetry/remove-key';
import type { Call } from '../../consumer';
import { mapsOf, textOf } from '../../options';
import { patternOf } from '../../pattern';
import { plainText } from '../../plain-text';
import type { Setup } from '../../setup';

/** Changes a map of attributes. */
export type Action = (attributes: Attributes, call: Call) => void;

/** The actions of `attributes` and `resource` (internal/coreinternal/attraction), in order. */
export function readActions(setup: Setup, key: string): Action {
  const actions = mapsOf(setup.config, key).map((entry) => readAction(entry, setup.collector.release));
  return (attributes, call) => {
    for (const action of actions) action(attributes, call);
  };
}

function readAction(entry: ConfigMap, release: Release): Action {
  const name = (textOf(entry, 'action') ?? '').toLowerCase();
  const make = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
  if (make === undefined) throw new Unsupported(`there is no action "${name}"`);
  return make(entry, textOf(entry, 'key') ?? '', release);
}

const kinds: Readonly<Record<string, (entry: ConfigMap, key: string, release: Release) => Action>> = {
  insert: (entry, key) => putting(entry, key, (exists) => !exists),
  update: (entry, key, release) => putting(entry, key, (exists) => exists, release),
  upsert: (entry, key, release) => putting(entry, key, () => true, release),
  delete(entry, key) {
    const pattern = patternIn(entry);
    return (attributes) => {
      removeKey(attributes, key);
      if (pattern === undefined) return;
      for (const name of [...attributes.keys()]) if (pattern.test(name)) attributes.delete(name);
    };
  },
  hash(entry, key, release) {
    const pattern = patternIn(entry);
    const ofEmpty = isAtLeast(release, hashesEmptySince);
    return (attributes) => {
      if (attributes.has(key)) attributes.set(key, hashed(attributes.get(key) ?? null, ofEmpty));
      if (pattern === undefined) return;
      for (const [name, value] of [...attributes]) if (pattern.test(name)) attributes.set(name, hashed(value, ofEmpty));
    };
  },
  extract(entry, key) {
    const pattern = patternIn(entry);
    return (attributes) => {
      const value = attributes.get(key);
      const match = typeof value === 'string' ? pattern?.find(value) : undefined;
      if (typeof value !== 'string' || pattern === undefined || match === undefined) return;
      for (const [group, name] of pattern.names.entries()) {
        // A group that took no part is empty.
        if (group > 0) attributes.set(name, value.slice(match[2 * group], match[2 * group + 1]));
      }
    };
  },
  convert(entry, key, release) {
    const to = textOf(entry, 'converted_type') ?? '';
    return (attributes) => {
      const value = attributes.get(key);
      if (value !== undefined) attributes.set(key, converted(value, to, release));
    };
  },
};

function patternIn(entry: ConfigMap): Regex | undefined {
  const pattern = textOf(entry, 'pattern') ?? '';
  return pattern === '' ? undefined : patternOf(pattern);
}

/** Sets a key, where it is there or not as `wanted` says, to a value that may be absent: then nothing happens. */
function putting(entry: ConfigMap, key: string, wanted: (exists: boolean) => boolean, release?: Release): Action {
  const source = sourceOf(entry);
  // Bytes that were copied onto themselves became zeros.
  const clears =
    key === textOf(entry, 'from_attribute') && release !== undefined && !isAtLeast(release, keepsBytesSince);
  return (attributes, call) => {
    const value = source(attributes, call);
    if (value === undefined || !wanted(attributes.has(key))) return;
    attributes.set(key, clears && value instanceof Uint8Array ? new Uint8Array(value.length) : copyValue(value));
  };
}

const keepsBytesSince = '0.159.0';

function sourceOf(entry: ConfigMap): (attributes: Attributes, call: Call) => AnyValue | undefined {
  const written = entry.value ?? undefined;
  if (written !== undefined) {
    const value = fromRaw(written);
    return () => value;
  }
  const context = textOf(entry, 'from_context') ?? '';
  const attribute = textOf(entry, 'from_attribute') ?? '';
  const otherwise =
    (entry.default_value ?? undefined) === undefined ? undefined : fromRaw(entry.default_value as ConfigValue);
  if (context === 'client.address' || context.startsWith('auth.')) {
    throw new Unsupported(`from_context "${context}" is not simulated`);
  }
  return (attributes, call) => {
    const found = context === '' ? undefined : fromContext(context, call);
    if (found !== undefined) return found;
    // An attribute that holds nothing is there all the same.
    return attribute !== '' && attributes.has(attribute) ? attributes.get(attribute) : otherwise;
  };
}

const metadataPrefix = 'metadata.';

function fromContext(context: string, { client }: Call): string | undefined {
  const name = context.startsWith(metadataPrefix) ? context.slice(metadataPrefix.length) : context;
  const values = client.get(name.toLowerCase()) ?? [];
  return values.length === 0 ? undefined : values.join(';');
}

/** A value of a configuration as one of an attribute. */
export function fromRaw(value: ConfigValue): AnyValue {
  if (Array.isArray(value)) return value.map(fromRaw);
  if (isConfigMap(value)) return new Map(Object.entries(value).map(([key, inner]) => [key, fromRaw(inner)]));
  return typeof value === 'number' && Number.isInteger(value)
    ? BigInt(value)
    : (value as string | number | boolean | null);
}

const wordBytes = 8;

// Until then empty text stayed empty.
const hashesEmptySince = '0.159.0';

/** SHA-256 of text, flags and numbers; what is neither becomes empty text. */
function hashed(value: AnyValue, ofEmpty: boolean): string {
  const bytes = bytesOf(value);
  return bytes === undefined || (bytes === '' && !ofEmpty) ? '' : createHash('sha256').update(bytes).digest('hex');
}

// Go's own; JavaScript writes another one.
const notANumber = 0x7ff8000000000001n;

function bytesOf(value: AnyValue): Uint8Array | string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return Uint8Array.of(value ? 1 : 0);
  const word = Buffer.alloc(wordBytes);
  if (typeof value === 'bigint') word.writeBigInt64LE(value);
  else if (Number.isNaN(value)) word.writeBigUInt64LE(notANumber);
  else if (typeof value === 'number') word.writeDoubleLE(value);
  else return undefined;
  return word;
}

/** The value as another type; as it is where that cannot be. */
function converted(value: AnyValue, to: string, release: Release): AnyValue {
  if (to === 'string') return typeof value === 'string' ? value : plainText(value, release);
  if (to === 'int') {
    if (typeof value === 'number') return truncateToInt64(value);
    if (typeof value === 'boolean') return value ? 1n : 0n;
    return typeof value === 'string' ? (parseInt64(value, 10n) ?? value) : value;
  }
  if (to !== 'double') throw new Unsupported(`converted_type "${to}" does not exist`);
  if (typeof value === 'bigint') return Number(value);
  if (typeof value === 'boolean') return value ? 1 : 0;
  return typeof value === 'string' ? (parseFloat64(value) ?? value) : value;
}
