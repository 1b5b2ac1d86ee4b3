import {
  copyLog,
  copyMetric,
  copyPoint,
  copyResourceRecords,
  copySpan,
  emptyResourceRecords,
  emptyScopeRecords,
} from '../../../../telemetry/copy';
import type {
  Batch,
  DataPoint,
  LogRecord,
  Metric,
  MetricData,
  ResourceRecords,
  ScopeRecords,
  Span,
} from '../../../../telemetry/data';
import type { Cursor } from '../../place';
import { removeIf } from '../../walk';

/** Whether a row takes what the cursor is at. */
export type Matches = () => boolean;

type Records = ResourceRecords<unknown>[];

/** Takes whole resources out of a batch, or copies of them. */
export function takeResources(batch: Batch, copies: boolean, cursor: Cursor, matches: Matches): Records {
  const taken: Records = [];
  removeIf<ResourceRecords<unknown>>(batch.resources, (resource) => {
    cursor.resource = resource;
    cursor.renew();
    if (!matches()) return false;
    taken.push(copies ? copyAny(batch.signal, resource) : resource);
    return !copies;
  });
  return taken;
}

/** Takes everything out of a batch, or a copy of it. */
export function takeAll(batch: Batch, copies: boolean): Records {
  const all = batch.resources as Records;
  return copies ? all.map((resource) => copyAny(batch.signal, resource)) : all.splice(0);
}

/**
 * Takes log records, spans or metrics out of a batch, or copies of them. What contains them is copied once for each
 * place where some are found; what is empty then, or was before, is removed unless copies were taken.
 */
export function takeRecords(batch: Batch, copies: boolean, cursor: Cursor, matches: Matches): Records {
  const field = ({ logs: 'log', traces: 'span', metrics: 'metric' } as const)[batch.signal];
  return takeFrom(batch, copies, cursor, (scope, target) => {
    removeIf(scope.records, (record) => {
      cursor[field] = record as never;
      cursor.renew();
      if (!matches()) return false;
      target().records.push(copies ? copyRecord(batch.signal, record) : record);
      return !copies;
    });
  });
}

/** Takes data points out of a batch, or copies of them, each in a metric like its own, without its metadata. */
export function takePoints(batch: Batch, copies: boolean, cursor: Cursor, matches: Matches): Records {
  return takeFrom(batch, copies, cursor, (scope, target) => {
    removeIf(scope.records as Metric[], (metric) => {
      const { data } = metric;
      if (data.kind === 'none') return false;
      const points: DataPoint[] = [];
      cursor.metric = metric;
      removeIf<DataPoint>(data.points, (point) => {
        cursor.datapoint = point;
        cursor.renew();
        if (!matches()) return false;
        points.push(copies ? copyPoint(point) : point);
        return !copies;
      });
      if (points.length > 0) target().records.push(shellOf(metric, points));
      return !copies && data.points.length === 0;
    });
  });
}

function shellOf({ name, description, unit, data }: Metric, points: DataPoint[]): Metric {
  return { name, description, unit, metadata: new Map(), data: { ...data, points } as MetricData };
}

function takeFrom(
  batch: Batch,
  copies: boolean,
  cursor: Cursor,
  take: (scope: ScopeRecords<unknown>, target: () => ScopeRecords<unknown>) => void,
): Records {
  const taken: Records = [];
  removeIf<ResourceRecords<unknown>>(batch.resources, (resource) => {
    cursor.resource = resource;
    let resourceCopy: ResourceRecords<unknown> | undefined;
    removeIf(resource.scopes, (scope) => {
      cursor.scope = scope;
      let scopeCopy: ScopeRecords<unknown> | undefined;
      take(scope, () => {
        if (resourceCopy === undefined) {
          resourceCopy = emptyResourceRecords(resource);
          taken.push(resourceCopy);
        }
        if (scopeCopy === undefined) {
          scopeCopy = emptyScopeRecords(scope);
          resourceCopy.scopes.push(scopeCopy);
        }
        return scopeCopy;
      });
      return !copies && scope.records.length === 0;
    });
    return !copies && resource.scopes.length === 0;
  });
  return taken;
}

function copyAny(signal: Batch['signal'], resource: ResourceRecords<unknown>): ResourceRecords<unknown> {
  return copyResourceRecords(resource, (record) => copyRecord(signal, record));
}

function copyRecord(signal: Batch['signal'], record: unknown): unknown {
  if (signal === 'logs') return copyLog(record as LogRecord);
  return signal === 'traces' ? copySpan(record as Span) : copyMetric(record as Metric);
}
