import { existsSync, readFileSync } from 'node:fs';

interface Line {
  readonly attributes: Readonly<Record<string, string>>;
  readonly resource: Readonly<Record<string, string>>;
}

export interface LogLine extends Line {
  /** The text; what is no text, as JSON. */
  readonly body: string;
}

export interface SpanLine extends Line {
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
}

export interface MetricLine extends Omit<Line, 'attributes'> {
  readonly name: string;
}

/** The log records that a file exporter has written so far. */
export function logsIn(file: string): LogLine[] {
  return items(file, 'resourceLogs', 'scopeLogs', 'logRecords').map(({ item, resource }) => ({
    body: item.body?.stringValue ?? (item.body ? JSON.stringify(item.body) : ''),
    attributes: attributes(item),
    resource,
  }));
}

/** The spans that a file exporter has written so far. */
export function spansIn(file: string): SpanLine[] {
  return items(file, 'resourceSpans', 'scopeSpans', 'spans').map(({ item, resource }) => ({
    name: item.name ?? '',
    traceId: item.traceId ?? '',
    spanId: item.spanId ?? '',
    attributes: attributes(item),
    resource,
  }));
}

/** The metrics that a file exporter has written so far. */
export function metricsIn(file: string): MetricLine[] {
  return items(file, 'resourceMetrics', 'scopeMetrics', 'metrics').map(({ item, resource }) => ({
    name: item.name ?? '',
    resource,
  }));
}

interface Attributed {
  readonly attributes?: readonly { readonly key: string; readonly value: { readonly stringValue?: string } }[];
}

interface Item extends Attributed {
  readonly name?: string;
  readonly traceId?: string;
  readonly spanId?: string;
  readonly body?: { readonly stringValue?: string };
}

type Grouped = Readonly<Record<string, readonly Readonly<Record<string, readonly Item[]>>[]>>;

/** What the complete lines of a file hold, with the attributes of its resource. */
function items(file: string, resources: string, scopes: string, inner: string) {
  if (!existsSync(file)) return [];
  const complete = readFileSync(file, 'utf8').split('\n').slice(0, -1);
  return complete.flatMap((line) =>
    (JSON.parse(line)[resources] ?? []).flatMap((group: Grouped & { readonly resource?: Attributed }) =>
      group[scopes]!.flatMap((scope) =>
        scope[inner]!.map((item) => ({ item, resource: attributes(group.resource ?? {}) })),
      ),
    ),
  ) as { readonly item: Item; readonly resource: Record<string, string> }[];
}

function attributes(of: Attributed): Record<string, string> {
  return Object.fromEntries((of.attributes ?? []).map(({ key, value }) => [key, value.stringValue ?? '']));
}
