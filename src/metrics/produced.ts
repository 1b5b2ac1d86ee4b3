import { nearest } from '../model/nearest';

/** A metric that a Prometheus has. */
export interface ProducedMetric {
  readonly name: string;
  /** Every label that one of its series may have. */
  readonly labels: ReadonlySet<string>;
  /** It may have other labels. */
  readonly open: boolean;
  /** What makes it: paths in the model. */
  readonly by: ReadonlySet<string>;
}

/** What produces metrics whose names are not known. */
export interface UnknownProducer {
  /** A path in the model, or what it is. */
  readonly path: string;
  /** The names that they may have. @default any */
  readonly names?: RegExp;
}

/** All that is known of the metrics that a Prometheus has. */
export interface Produced {
  readonly metrics: ReadonlyMap<string, ProducedMetric>;
  readonly unknown: readonly UnknownProducer[];
}

interface Gathered extends ProducedMetric {
  readonly labels: Set<string>;
  readonly by: Set<string>;
  open: boolean;
}

/** Gathers metrics: one name from several makers is one metric, with the labels of all. */
export class Producers implements Produced {
  readonly unknown: UnknownProducer[] = [];
  private readonly gathered = new Map<string, Gathered>();

  get metrics(): ReadonlyMap<string, ProducedMetric> {
    return this.gathered;
  }

  add(name: string, labels: Iterable<string>, by: string, open = false): void {
    const metric = this.gathered.get(name) ?? { name, labels: new Set(), by: new Set(), open: false };
    for (const label of labels) metric.labels.add(label);
    metric.by.add(by);
    metric.open ||= open;
    this.gathered.set(name, metric);
  }

  addUnknown(path: string, names?: RegExp): void {
    this.unknown.push({ path, ...(names && { names }) });
  }
}

/** Whether a metric of this name may be there, though nothing is known to make it. */
export function mayBe(produced: Produced, name: string): boolean {
  return produced.unknown.some(({ names }) => names?.test(name) ?? true);
}

/**
 * The produced metric that a name was probably meant for: one that differs in its suffixes alone, or else the nearest.
 */
export function meant(produced: Produced, name: string): string | undefined {
  return alike(produced, name) ?? nearest(name, produced.metrics.keys());
}

/** The produced metric whose name differs in nothing but suffixes for types and units. */
export function alike(produced: Produced, name: string): string | undefined {
  const core = coreOf(name);
  const same = [...produced.metrics.keys()].filter((known) => known !== name && coreOf(known) === core);
  return nearest(name, same) ?? same[0];
}

/** Words that Prometheus' names end with, and `__records_`: the comment `{records}` of a unit, without its braces. */
const suffix = /(_(total|ratio|percent|bytes|days|hours|minutes|(milli|micro|nano)?seconds)|__[a-zA-Z]+_)$/;

/** A name without the suffixes of types and units. */
function coreOf(name: string): string {
  const safe = name.replace(/[^a-zA-Z0-9_:]/g, '_');
  const series = /_(bucket|sum|count)$/.exec(safe)?.[0] ?? '';
  let core = safe.slice(0, safe.length - series.length);
  for (let before = ''; before !== core; ) {
    before = core;
    core = core.replace(suffix, '');
  }
  return `${core}${series}`;
}
