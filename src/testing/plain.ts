import type { AnyValue, Attributes, Batch, DataPoint, MetricData, ResourceRecords } from '../telemetry/data';

/** A value as tests compare it: ints that JavaScript's numbers hold exactly are numbers. */
export type PlainValue = string | number | bigint | boolean | null | Uint8Array | PlainValue[] | PlainMap;

/** A map as tests compare it. */
export interface PlainMap {
  [key: string]: PlainValue;
}

/** A record that arrived: its own fields, and its resource and scope. */
export interface Arrival {
  readonly signal: 'logs' | 'traces' | 'metrics';
  readonly resource: PlainMap;
  readonly scope: { readonly name: string; readonly version: string; readonly attributes: PlainMap };
  readonly attributes: PlainMap;
  /** The other fields, by the names that OTTL has for them: `body`, `severity_number`, `name`, `value` … */
  readonly [field: string]: unknown;
}

/** The log records, spans or data points of a batch. */
export function arrivalsIn(batch: Batch): Arrival[] {
  switch (batch.signal) {
    case 'logs':
      return flat(batch.resources, (log) => [
        {
          attributes: plainMap(log.attributes),
          body: plain(log.body),
          severity_number: log.severityNumber,
          severity_text: log.severityText,
          event_name: log.eventName,
          trace_id: log.traceId,
          span_id: log.spanId,
        },
      ]).map((record) => ({ signal: 'logs', ...record }));
    case 'traces':
      return flat(batch.resources, (span) => [
        {
          attributes: plainMap(span.attributes),
          name: span.name,
          kind: span.kind,
          status: span.status,
          trace_id: span.traceId,
          span_id: span.spanId,
          parent_span_id: span.parentSpanId,
          trace_state: span.traceState,
          events: span.events.map(({ name, attributes }) => ({ name, attributes: plainMap(attributes) })),
        },
      ]).map((record) => ({ signal: 'traces', ...record }));
    case 'metrics':
      return flat(batch.resources, ({ name, unit, description, data }) =>
        pointsOf(data).map((point) => ({
          attributes: plainMap(point.attributes),
          name,
          unit,
          description,
          type: data.kind,
          ...(point.kind === 'number' && { value: plain(point.value) }),
        })),
      ).map((record) => ({ signal: 'metrics', ...record }));
  }
}

function pointsOf(data: MetricData): readonly DataPoint[] {
  return data.kind === 'none' ? [] : data.points;
}

function flat<T>(
  resources: readonly ResourceRecords<T>[],
  fields: (record: T) => readonly (object & { attributes: PlainMap })[],
) {
  return resources.flatMap(({ resource, scopes }) =>
    scopes.flatMap(({ scope, records }) =>
      records.flatMap(fields).map((record) => ({
        resource: plainMap(resource.attributes),
        scope: { name: scope.name, version: scope.version, attributes: plainMap(scope.attributes) },
        ...record,
      })),
    ),
  );
}

function plainMap(attributes: Attributes): PlainMap {
  return Object.fromEntries([...attributes].map(([key, value]) => [key, plain(value)]));
}

function plain(value: AnyValue): PlainValue {
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : value;
  if (Array.isArray(value)) return value.map(plain);
  return value instanceof Map ? plainMap(value) : value;
}
