import { load } from 'js-yaml';
import { type SimulationOptions, simulate } from '../../../src/analysis/simulate/simulate';
import type { CollectorModel } from '../../../src/model/collector';
import type { ConfigMap } from '../../../src/model/config';
import type { Release } from '../../../src/model/release';
import type { Batch } from '../../../src/telemetry/data';
import { readTelemetry } from '../../../src/telemetry/read';
import { writeBatch } from '../../../src/telemetry/write';

export function collector(
  yaml: string,
  release: Release = '0.159.0',
  more: Partial<CollectorModel> = {},
): CollectorModel {
  const config = load(yaml) as ConfigMap;
  return { path: 'app/gateway', name: 'gateway', release, config, featureGates: [], env: {}, envFrom: [], ...more };
}

/** A pipeline of one signal with one processor, between `otlp` and `nop`. */
export function withProcessor(
  id: string,
  yaml: string,
  signal: Batch['signal'] = 'logs',
  release?: Release,
): CollectorModel {
  const { config, ...rest } = collector(
    `
receivers: { otlp: { protocols: { http: {} } } }
exporters: { nop: {} }
service: { pipelines: { ${signal}: { receivers: [otlp], processors: [${id}], exporters: [nop] } } }
`,
    release,
  );
  return { ...rest, config: { ...config, processors: { [id]: load(yaml) as ConfigMap } } };
}

type Attributes = Readonly<Record<string, unknown>>;

/** OTLP JSON's attributes of plain values: whole numbers are ints. */
export function attributes(values: Attributes = {}): unknown[] {
  return Object.entries(values).map(([key, value]) => ({ key, value: anyValue(value) }));
}

function anyValue(value: unknown): unknown {
  if (typeof value === 'string') return { stringValue: value };
  if (typeof value === 'boolean') return { boolValue: value };
  if (typeof value === 'number') return Number.isInteger(value) ? { intValue: value } : { doubleValue: value };
  if (Array.isArray(value)) return { arrayValue: { values: value.map(anyValue) } };
  return value === null ? {} : { kvlistValue: { values: attributes(value as Attributes) } };
}

/** One resource with one scope that holds log records. */
export function logs(resource: Attributes, ...records: readonly object[]): unknown {
  const scopeLogs = [{ scope: { name: 's' }, logRecords: records }];
  return { resourceLogs: [{ resource: { attributes: attributes(resource) }, scopeLogs }] };
}

/** A log record of a text and attributes. */
export function log(body: unknown, own: Attributes = {}, more: object = {}): object {
  return { body: anyValue(body), attributes: attributes(own), ...more };
}

export function spans(resource: Attributes, ...records: readonly object[]): unknown {
  return {
    resourceSpans: [
      { resource: { attributes: attributes(resource) }, scopeSpans: [{ scope: { name: 's' }, spans: records }] },
    ],
  };
}

export function metrics(resource: Attributes, ...records: readonly object[]): unknown {
  const scopeMetrics = [{ scope: { name: 's' }, metrics: records }];
  return { resourceMetrics: [{ resource: { attributes: attributes(resource) }, scopeMetrics }] };
}

/** Sends documents of OTLP JSON. */
export function send(to: CollectorModel | readonly CollectorModel[], input: unknown, options: SimulationOptions = {}) {
  const collectors = Array.isArray(to) ? (to as readonly CollectorModel[]) : [to as CollectorModel];
  return simulate(collectors, readTelemetry(JSON.stringify(input)), { now: () => 42n, ...options });
}

/** What an exporter got, as OTLP JSON, a batch each. */
export function got(simulation: ReturnType<typeof send>, exporter = 'nop'): unknown[] {
  return simulation.deliveries.filter((it) => it.exporter === exporter).map(({ batch }) => writeBatch(batch));
}

/** The texts of the log records, or names of spans and metrics, that each exporter got, sorted. */
export function landed(simulation: ReturnType<typeof send>): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const { exporter, batch } of simulation.deliveries) {
    found[exporter] ??= [];
    const list = found[exporter];
    for (const { scopes } of batch.resources) {
      for (const { records } of scopes) {
        for (const record of records) list.push('body' in record ? String(record.body) : record.name);
      }
    }
    list.sort();
  }
  return found;
}
