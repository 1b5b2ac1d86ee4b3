import type { Processor } from '../../catalog/component';
import { configText } from '../../catalog/config-text';
import { MdaiError } from '../../model/issue';
import { literally } from '../../model/literally';
import { isRef, type Ref, type Value } from '../../model/value';
import { type ProcessorConfig, processors } from '../../presets/preset';
import type { AttributedSignal } from './attributes-of';

/** A hash with a key, without which nobody can try out what the value was. Since 0.159.0. */
export interface KeyedHash {
  readonly hmac: 'sha256' | 'sha512';
  /** Of at least 32 bytes for `sha256` and 64 for `sha512`: `secret('hashing', 'key')`. */
  readonly key: Ref;
}

/** What is left alone. */
export interface Allowed {
  /** Attributes that stay as they are. @default none */
  readonly keys?: readonly string[];
  /** Regular expressions for the keys of attributes that stay as they are. Since 0.159.0. @default none */
  readonly keysMatching?: readonly Value<string>[];
  /** Regular expressions: a value that one of them matches anywhere stays as it is, all of it. @default none */
  readonly values?: readonly Value<string>[];
}

/** What is masked, and how. All regular expressions are RE2's and not anchored: write `^…$` for the whole. */
export interface RedactOptions {
  /** Attributes whose values are masked as a whole. @default none */
  readonly keys?: readonly string[];
  /** Regular expressions for the keys of more such attributes. @default none */
  readonly keysMatching?: readonly Value<string>[];
  /** Regular expressions for what is masked inside values: `[patterns.email]`. @default none */
  readonly values?: readonly Value<string>[];
  /**
   * The only attributes that stay: all others are deleted, those of resources too.
   * @default all stay
   */
  readonly onlyKeys?: readonly string[];
  /** @default nothing */
  readonly allow?: Allowed;
  /**
   * Write a hash of what is masked instead of `****`, so that equal values stay equal. Who can guess a value can tell
   * whether it is the one, unless the hash has a key.
   * @default none
   */
  readonly hash?: 'md5' | 'sha1' | 'sha3' | KeyedHash;
  /**
   * Look at attributes that are texts alone, which is faster: numbers, and lists and maps with all that is in them, pass
   * as they are. Otherwise those in which something is masked become texts.
   * @default false
   */
  readonly textsOnly?: boolean;
  /**
   * What attributes of the processor's own say: nothing, how much was masked, or which attributes too.
   * @default 'silent'
   */
  readonly summary?: 'silent' | 'info' | 'debug';
}

/**
 * Masks personal and secret data: a `redaction` processor. It reads the attributes of resources, spans, span events, data
 * points and log records, and the bodies of log records, with what is in them. Attributes of scopes are read since
 * 0.159.0. It does not read the names of anything, the status of spans (`redactSpans` does), links and exemplars.
 *
 * @param name the processor's name
 * @throws MdaiError for nothing to mask, and for the key of a hash that is no reference
 */
export function redact(
  name: string,
  options: RedactOptions,
): Processor<AttributedSignal, ProcessorConfig<'redaction'>> {
  const { keys = [], keysMatching = [], values = [], onlyKeys, allow = {}, textsOnly = false } = options;
  if (keys.length + keysMatching.length + values.length === 0 && onlyKeys === undefined) {
    throw new MdaiError(`The processor "${name}" masks nothing. Give "keys", "keysMatching", "values" or "onlyKeys".`);
  }
  const blockedKeys = [...(keys.length > 0 ? [exactly(keys)] : []), ...keysMatching.map(configText)];
  return processors.redaction(name, {
    ...(onlyKeys === undefined ? { allow_all_keys: true } : { allowed_keys: onlyKeys.map(configText) }),
    ...given('blocked_key_patterns', blockedKeys),
    ...given('blocked_values', values.map(configText)),
    ...given('ignored_keys', (allow.keys ?? []).map(configText)),
    ...given('ignored_key_patterns', (allow.keysMatching ?? []).map(configText)),
    ...given('allowed_values', (allow.values ?? []).map(configText)),
    ...hashing(name, options.hash),
    ...(!textsOnly && { redact_all_types: true }),
    summary: options.summary ?? 'silent',
  });
}

function given(field: string, list: readonly Value<string>[]): ProcessorConfig<'redaction'> {
  return list.length > 0 ? { [field]: list } : {};
}

/** A regular expression for these keys and no others. */
function exactly(keys: readonly string[]): string {
  return configText(`^(?:${keys.map(literally).join('|')})$`);
}

function hashing(name: string, hash: RedactOptions['hash']): ProcessorConfig<'redaction'> {
  if (hash === undefined) return {};
  if (typeof hash === 'string') return { hash_function: hash };
  if (!isRef(hash.key) || hash.key.parts().every((part) => typeof part === 'string')) {
    throw new MdaiError(`The key of the hash in "${name}" would stand in the YAML. Write secret('name', 'key').`);
  }
  return { hash_function: `hmac-${hash.hmac}`, hmac_key: hash.key };
}
