import type { Batch, LogRecord, Metric, ResourceRecords, ScopeRecords, Span } from '../../telemetry/data';
import { writeBatch, writeLog, writeResource, writeScope, writeSpan } from '../../telemetry/write';
import { writeMetric } from '../../telemetry/write-metric';
import type { Visit } from './result';
import type { Simulation } from './simulate';
import { pointsOf } from './walk';

type Signal = Batch['signal'];

/** A simulation as plain JSON. */
export interface Report {
  /** OTLP JSON by signal, for each exporter that got something. */
  readonly exporters: Readonly<Record<string, Readonly<Partial<Record<Signal, unknown>>>>>;
  readonly dropped: readonly { readonly by: string; readonly condition?: string; readonly count: number }[];
  /** Records that came in with a batch that was refused, and why. */
  readonly refused: readonly { readonly by: string; readonly message: string }[];
  readonly unsupported: readonly { readonly path: string; readonly reason: string }[];
  /** Environment variables that nobody sets. */
  readonly unset: readonly string[];
  readonly records: readonly RecordReport[];
}

/** A record of the input: a log record, a span or a data point (as a metric with it alone). */
export interface RecordReport {
  readonly signal: Signal;
  readonly resource: unknown;
  readonly scope: unknown;
  readonly record: unknown;
  readonly visits: readonly Visit[];
  /** The exporters that it reached, each once. */
  readonly exporters: readonly string[];
}

/**
 * What is shown of a simulation that wrote down its records. A component of another collector than the one that took the
 * input is named with its collector before it: `sampler:otlp_http/vendor`.
 */
export function reportOf(
  { deliveries, dropped, refused, unsupported, unset, visits }: Simulation,
  input: readonly Batch[],
  names: Names,
): Report {
  const batches = new Map<string, Map<Signal, Batch>>();
  for (const { collector, exporter, batch } of deliveries) {
    const own = batches.get(names(collector, exporter)) ?? new Map<Signal, Batch>();
    batches.set(names(collector, exporter), own);
    const before = own.get(batch.signal);
    own.set(
      batch.signal,
      (before ? { ...batch, resources: [...before.resources, ...batch.resources] } : batch) as Batch,
    );
  }
  return {
    exporters: Object.fromEntries(
      [...batches].map(([exporter, own]) => [
        exporter,
        Object.fromEntries([...own].map(([signal, batch]) => [signal, writeBatch(batch)])),
      ]),
    ),
    dropped: dropped.map(({ collector, by, condition, count }) => ({
      by: names(collector, by),
      ...(condition !== undefined && { condition }),
      count,
    })),
    refused: refused.map(({ collector, by, message }) => ({ by: names(collector, by), message })),
    unsupported,
    unset,
    records: input.flatMap((batch) => [...recordsOf(batch, visits, names)]),
  };
}

/** What a component is called in a report. */
export type Names = (collector: string, component: string) => string;

function* recordsOf(batch: Batch, visits: Simulation['visits'], names: Names): Generator<RecordReport> {
  const { signal } = batch;
  for (const resource of batch.resources as ResourceRecords<unknown>[]) {
    for (const scope of resource.scopes) {
      for (const record of scope.records) {
        for (const { origin, json } of partsOf(signal, record)) {
          yield { ...around(signal, resource, scope), record: json, ...fateOf(visits.get(origin) ?? [], names) };
        }
      }
    }
  }
}

function around(signal: Signal, { resource }: ResourceRecords<unknown>, { scope }: ScopeRecords<unknown>) {
  return { signal, resource: writeResource(resource), scope: writeScope(scope) };
}

function partsOf(signal: Signal, record: unknown): { origin: number; json: unknown }[] {
  if (signal === 'logs') return [{ origin: (record as LogRecord).origin, json: writeLog(record as LogRecord) }];
  if (signal === 'traces') return [{ origin: (record as Span).origin, json: writeSpan(record as Span) }];
  const metric = record as Metric;
  return pointsOf(metric).map((point) => ({
    origin: point.origin,
    json: writeMetric({ ...metric, data: { ...metric.data, points: [point] } as Metric['data'] }),
  }));
}

function fateOf(visits: readonly Visit[], names: Names) {
  const exported = visits.filter(({ event }) => event === 'exported');
  return {
    visits,
    exporters: [...new Set(exported.map(({ collector, component = '' }) => names(collector, component)))],
  };
}
