import { isAtLeast, type Release } from '../../../../model/release';
import type { OttlError } from '../../../../ottl/evaluate/value';
import { copyAttributes, copyValue } from '../../../../telemetry/copy';
import type { AnyValue, Attributes, Metric, NumberPoint } from '../../../../telemetry/data';
import { canonicalText } from '../../canonical';
import { firstTrue, type OnError } from '../../ottl';
import type { Cursor } from '../../place';
import { noOrigin } from '../../walk';
import type { Definition } from './definitions';

interface Count {
  readonly attributes: Attributes;
  count: bigint;
}

// Until then only the record's own attributes counted, and times were those of the counting.
const looksAroundSince = '0.159.0';

const deltaTemporality = 1;

/** Counts what one resource holds. */
export class Counter {
  private readonly counts = new Map<Definition, Map<string, Count>>();
  private first = 0n;
  private last = 0n;
  private readonly old: boolean;

  constructor(
    private readonly definitions: readonly Definition[],
    release: Release,
    private readonly now: () => bigint,
  ) {
    this.old = !isAtLeast(release, looksAroundSince);
  }

  get isEmpty(): boolean {
    return this.counts.size === 0;
  }

  /** Takes the time of a record into the times of the counts. */
  time(time: bigint): void {
    if (time === 0n || this.old) return;
    if (this.first === 0n || time < this.first) this.first = time;
    if (time > this.last) this.last = time;
  }

  /** Counts what the cursor is at. Its attributes come first, then those around it. */
  count(cursor: Cursor, own: Attributes, onError: OnError, failed: (error: OttlError) => void): void {
    const scope = cursor.scope?.scope.attributes ?? new Map();
    const around = this.old ? [own] : [own, scope, cursor.resource.resource.attributes];
    for (const definition of this.definitions) {
      const attributes = this.attributes(definition, around);
      if (attributes === undefined) continue;
      try {
        const { rules } = definition;
        if (rules.length > 0 && firstTrue(rules, 'propagate', cursor, onError) === undefined) continue;
      } catch (error) {
        failed(error as OttlError);
        continue;
      }
      this.increment(definition, attributes);
    }
  }

  /** The attributes of a count; `undefined` where one is missing: then the record does not count. */
  private attributes(definition: Definition, around: readonly Attributes[]): Attributes | undefined {
    const attributes: Attributes = new Map();
    for (const { key, otherwise } of definition.attributes) {
      const found = around.find((map) => map.has(key))?.get(key);
      const value = found === undefined ? this.otherwise(otherwise) : this.old ? simple(found) : found;
      if (value !== undefined) attributes.set(key, copyValue(value));
    }
    return attributes.size === definition.attributes.length ? attributes : undefined;
  }

  private otherwise(value: AnyValue | undefined): AnyValue | undefined {
    if (!this.old) return value;
    // Empty text and 0 counted as no default, and so did all that is neither text nor a number.
    const isSet = (typeof value === 'string' && value !== '') || (typeof value === 'bigint' && value !== 0n);
    return isSet || (typeof value === 'number' && value !== 0) ? value : undefined;
  }

  private increment(definition: Definition, attributes: Attributes): void {
    const counts = this.counts.get(definition) ?? new Map<string, Count>();
    this.counts.set(definition, counts);
    const key = canonicalText(attributes);
    const count = counts.get(key) ?? { attributes, count: 0n };
    counts.set(key, count);
    count.count++;
  }

  metrics(): Metric[] {
    return this.definitions.flatMap((definition) => {
      const counts = this.counts.get(definition);
      if (counts === undefined) return [];
      const points = [...counts.values()].map((count) => this.point(count));
      const { name, description } = definition;
      const data = { kind: 'sum' as const, points, temporality: deltaTemporality, monotonic: true };
      return [{ name, description, unit: '', metadata: new Map(), data }];
    });
  }

  private point({ attributes, count }: Count): NumberPoint {
    const [startTime, time] = this.times();
    return {
      kind: 'number',
      origin: noOrigin,
      attributes: copyAttributes(attributes),
      startTime,
      time,
      flags: 0,
      value: count,
      exemplars: [],
    };
  }

  private times(): readonly [bigint, bigint] {
    if (this.first !== 0n) return [this.first, this.last];
    const now = this.now();
    return [this.old ? 0n : now, now];
  }
}

/** Numbers as they are; what is neither a number nor text is empty text. */
function simple(value: AnyValue): AnyValue {
  if (typeof value === 'bigint' || typeof value === 'number') return value;
  return typeof value === 'string' ? value : '';
}
