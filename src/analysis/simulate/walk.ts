import type { Batch, DataPoint, Metric, ResourceRecords } from '../../telemetry/data';

/** The origin of what no record of the input became: metrics that a connector counted. */
export const noOrigin = -1;

/** The data points of a metric; none where it has no data. */
export function pointsOf(metric: Metric): DataPoint[] {
  return metric.data.kind === 'none' ? [] : metric.data.points;
}

/** Log records, spans and data points. */
export function countRecords(batch: Batch): number {
  let count = 0;
  for (const resource of batch.resources) count += countIn(batch.signal, resource);
  return count;
}

export function countIn(signal: Batch['signal'], resource: ResourceRecords<unknown>): number {
  let count = 0;
  for (const { records } of resource.scopes) {
    if (signal !== 'metrics') count += records.length;
    else for (const metric of records as Metric[]) count += pointsOf(metric).length;
  }
  return count;
}

/** Calls `visit` with the origin of every record. */
export function eachOrigin(batch: Batch, visit: (origin: number) => void): void {
  for (const resource of batch.resources) eachOriginIn(batch.signal, resource, visit);
}

export function eachOriginIn(
  signal: Batch['signal'],
  resource: ResourceRecords<unknown>,
  visit: (origin: number) => void,
): void {
  for (const { records } of resource.scopes) {
    for (const record of records) eachOriginOf(signal, record, visit);
  }
}

/** Calls `visit` with the origin of a record; for a metric, with those of its data points. */
export function eachOriginOf(signal: Batch['signal'], record: unknown, visit: (origin: number) => void): void {
  const parts = signal === 'metrics' ? pointsOf(record as Metric) : [record as { origin: number }];
  for (const { origin } of parts) visit(origin);
}

/** Removes the items for which `remove` is true; it sees each item once, in order. */
export function removeIf<T>(items: T[], remove: (item: T, index: number) => boolean): void {
  let kept = 0;
  for (let i = 0; i < items.length; i++) {
    const item = items[i] as T;
    if (remove(item, i)) continue;
    items[kept++] = item;
  }
  items.length = kept;
}
