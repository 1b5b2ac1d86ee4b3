import { isConfigMap } from '../../../../model/config';
import { isAtLeast, type Release } from '../../../../model/release';
import type { Regex } from '../../../../ottl/evaluate/functions/regex';
import { replaceMatches } from '../../../../ottl/evaluate/functions/regex-replace';
import { compareText } from '../../../../ottl/evaluate/utf8';
import { Unsupported } from '../../../../ottl/evaluate/value';
import type { AnyValue, Attributes, LogRecord } from '../../../../telemetry/data';
import { removeKey } from '../../../../telemetry/remove-key';
import { flagOf, mapOf, textOf, textsOf } from '../../options';
import { patternOf } from '../../pattern';
import { plainText } from '../../plain-text';
import type { Setup } from '../../setup';
import { maskOf } from './mask';

/** The keys that something happened to, for the summary. */
interface Findings {
  readonly redacted: string[];
  readonly masked: string[];
  readonly allowed: string[];
  readonly ignored: string[];
}

// What the processor itself writes is allowed.
const ownKeys = [
  'redaction.redacted.keys',
  'redaction.redacted.count',
  'redaction.masked.keys',
  'redaction.masked.count',
  'redaction.ignored.count',
];

// Until then the patterns stood in a map of Go, which has no order.
const orderedSince = '0.159.0';

/** Redacts maps of attributes, and bodies. */
export class Redactor {
  private readonly release: Release;
  private readonly allowsAll: boolean;
  private readonly allowedKeys: ReadonlySet<string>;
  private readonly ignoredKeys: ReadonlySet<string>;
  private readonly ignoredPatterns: readonly Regex[];
  private readonly blockedKeys: readonly Regex[];
  private readonly blockedValues: readonly Regex[];
  private readonly allowedValues: readonly Regex[];
  private readonly allTypes: boolean;
  private readonly summary: string;
  /** Whether values are masked in the order of the patterns. */
  private readonly ordered: boolean;
  private readonly mask: (text: string) => string;

  constructor({ config, collector }: Setup) {
    const patterns = (key: string) => textsOf(config, key).map(patternOf);
    this.release = collector.release;
    this.allowsAll = flagOf(config, 'allow_all_keys', false);
    this.allowedKeys = new Set([...textsOf(config, 'allowed_keys'), ...ownKeys]);
    this.ignoredKeys = new Set(textsOf(config, 'ignored_keys'));
    this.ignoredPatterns = patterns('ignored_key_patterns');
    this.blockedKeys = patterns('blocked_key_patterns');
    this.blockedValues = patterns('blocked_values');
    this.allowedValues = patterns('allowed_values');
    this.allTypes = flagOf(config, 'redact_all_types', false);
    this.summary = textOf(config, 'summary') ?? '';
    this.mask = maskOf(config);
    this.ordered = isAtLeast(collector.release, orderedSince) || this.blockedValues.length < 2;
    if (flagOf(mapOf(config, 'url_sanitizer') ?? {}, 'enabled', false))
      throw new Unsupported('url_sanitizer is not simulated');
    const databases = Object.values(mapOf(config, 'db_sanitizer') ?? {});
    if (databases.some((database) => isConfigMap(database) && flagOf(database, 'enabled', false))) {
      throw new Unsupported('db_sanitizer is not simulated');
    }
  }

  attributes(attributes: Attributes): void {
    const found: Findings = { redacted: [], masked: [], allowed: [], ignored: [] };
    for (const [key, value] of attributes) {
      if (this.ignores(key)) found.ignored.push(key);
      else if (this.redacts(key)) found.redacted.push(key);
      else this.attribute(attributes, key, value, found);
    }
    for (const key of found.redacted) removeKey(attributes, key);
    this.summarize(attributes, 'redaction', found);
  }

  private attribute(attributes: Attributes, key: string, value: AnyValue, found: Findings): void {
    const text = this.allTypes ? plainText(value, this.release) : textIn(value);
    if (this.allows(text)) {
      found.allowed.push(key);
      return;
    }
    const whole = this.masks(key);
    const masked = whole ? this.maskAll(text) : this.maskBlocked(text);
    if (masked === text && !whole) return;
    found.masked.push(key);
    attributes.set(key, masked);
  }

  body(log: LogRecord): void {
    const found: Findings = { redacted: [], masked: [], allowed: [], ignored: [] };
    const { body } = log;
    if (body instanceof Map) this.map(body, '', found);
    else if (Array.isArray(body)) this.list(body, '', found);
    else if (this.text(body, 'body', found, (masked) => (log.body = masked)) === 'allowed') return;
    this.summarize(log.attributes, 'redaction.body', found);
  }

  private map(map: Attributes, prefix: string, found: Findings): void {
    const redacted: string[] = [];
    for (const [key, value] of map) {
      const path = `${prefix}${key}`;
      if (this.ignores(key)) found.ignored.push(path);
      else if (this.redacts(key)) redacted.push(key);
      else if (this.masks(key)) {
        found.masked.push(path);
        map.set(key, this.maskAll(textIn(value)));
      } else this.inner(value, path, found, (masked) => map.set(key, masked));
    }
    for (const key of redacted) {
      removeKey(map, key);
      found.redacted.push(`${prefix}${key}`);
    }
  }

  private list(list: AnyValue[], prefix: string, found: Findings): void {
    for (const [i, value] of list.entries()) {
      this.inner(value, `${prefix}[${i}]`, found, (masked) => {
        list[i] = masked;
      });
    }
  }

  private inner(value: AnyValue, path: string, found: Findings, set: (masked: string) => void): void {
    if (value instanceof Map) this.map(value, `${path}.`, found);
    else if (Array.isArray(value)) this.list(value, `${path}.`, found);
    else this.text(value, path, found, set);
  }

  private text(value: AnyValue, path: string, found: Findings, set: (masked: string) => void): 'allowed' | 'seen' {
    const text = plainText(value, this.release);
    if (this.allows(text)) {
      found.allowed.push(path);
      return 'allowed';
    }
    const masked = this.maskBlocked(text);
    if (masked !== text) {
      found.masked.push(path);
      set(masked);
    }
    return 'seen';
  }

  private ignores(key: string): boolean {
    return this.ignoredKeys.has(key) || this.ignoredPatterns.some((pattern) => pattern.test(key));
  }

  private redacts(key: string): boolean {
    return !this.allowsAll && !this.allowedKeys.has(key);
  }

  private masks(key: string): boolean {
    return this.blockedKeys.some((pattern) => pattern.test(key));
  }

  private allows(text: string): boolean {
    return this.allowedValues.some((pattern) => pattern.test(text));
  }

  /** Each line by itself: what the real one looks for is `.*`, and no dot is the end of a line. */
  private maskAll(text: string): string {
    return text.split('\n').map(this.mask).join('\n');
  }

  private maskBlocked(text: string): string {
    const masked = this.maskBy(this.blockedValues, text);
    if (this.ordered || masked === text) return masked;
    const others = permutations(this.blockedValues.filter((pattern) => pattern.test(text) || pattern.test(masked)));
    if (others.every((patterns) => this.maskBy(patterns, text) === masked)) return masked;
    throw new Unsupported(`release ${this.release} applies blocked_values in no fixed order, which matters here`);
  }

  private maskBy(patterns: readonly Regex[], text: string): string {
    let masked = text;
    for (const pattern of patterns) {
      if (!pattern.test(masked)) continue;
      const before = masked;
      masked = replaceMatches(pattern, before, ([start = 0, end = 0]) => this.mask(before.slice(start, end)));
    }
    return masked;
  }

  private summarize(attributes: Attributes, prefix: string, { redacted, masked, allowed, ignored }: Findings): void {
    this.addSummary(attributes, prefix, 'redacted', redacted);
    this.addSummary(attributes, prefix, 'masked', masked);
    this.addSummary(attributes, prefix, 'allowed', allowed);
    this.addCount(attributes, `${prefix}.ignored.count`, ignored.length);
  }

  private addSummary(attributes: Attributes, prefix: string, name: string, keys: readonly string[]): void {
    if (keys.length > 0 && this.summary === 'debug') {
      const before = textIn(attributes.get(`${prefix}.${name}.keys`) ?? null);
      const all = before === '' ? [...keys] : [...keys, ...before.split(',')];
      attributes.set(`${prefix}.${name}.keys`, all.sort(compareText).join(','));
    }
    this.addCount(attributes, `${prefix}.${name}.count`, keys.length);
  }

  private addCount(attributes: Attributes, key: string, count: number): void {
    if (count === 0 || (this.summary !== 'debug' && this.summary !== 'info')) return;
    const before = attributes.get(key);
    attributes.set(key, BigInt(count) + (typeof before === 'bigint' ? before : 0n));
  }
}

/** Text as it is; what is none is empty. */
function textIn(value: AnyValue): string {
  return typeof value === 'string' ? value : '';
}

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((item, i) => permutations(items.filter((_, at) => at !== i)).map((rest) => [item, ...rest]));
}
