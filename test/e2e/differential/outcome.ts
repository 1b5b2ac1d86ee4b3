/** What became of a case: whether the request was refused, and what each exporter got. */
export interface Outcome {
  readonly refused: boolean;
  /** Canonical records by exporter, sorted; an exporter that got nothing is absent. */
  readonly exporters: Readonly<Record<string, readonly string[]>>;
}

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type JsonObject = { [key: string]: Json };

const LEVELS = [
  ['resourceLogs', 'scopeLogs', 'logRecords'],
  ['resourceSpans', 'scopeSpans', 'spans'],
  ['resourceMetrics', 'scopeMetrics', 'metrics'],
] as const;

/** From when on a time can only be that of the run: the generated telemetry is older. */
const RUN_STARTS = 1_750_000_000_000_000_000n;

/**
 * The records of OTLP JSON payloads, each with its resource and scope, in a form in which equal ones are equal
 * strings. A resource or scope without records is a record of its own. The order of attributes does not count; times of
 * the run are all alike.
 *
 * @param anyOrder whether the order of a metric's data points does not count either
 */
export function canonical(payloads: readonly unknown[], anyOrder = false): string[] {
  const out: string[] = [];
  for (const payload of payloads as JsonObject[]) {
    for (const [resources, scopes, records] of LEVELS) {
      for (const group of list(payload[resources])) {
        const resource = { resource: group.resource ?? {}, schemaUrl: group.schemaUrl ?? '' };
        if (list(group[scopes]).length === 0) out.push(text({ ...resource, without: 'scopes' }));
        for (const inner of list(group[scopes])) {
          const scope = { scope: inner.scope ?? {}, scopeSchemaUrl: inner.schemaUrl ?? '' };
          if (list(inner[records]).length === 0) out.push(text({ ...resource, ...scope, without: 'records' }));
          for (const record of list(inner[records])) {
            out.push(text({ ...resource, ...scope, record: anyOrder ? pointsSorted(record) : record }));
          }
        }
      }
    }
  }
  return out.sort();
}

function list(value: Json | undefined): JsonObject[] {
  return Array.isArray(value) ? (value as JsonObject[]) : [];
}

/** A metric with its data points in the order of their texts. */
function pointsSorted(metric: JsonObject): JsonObject {
  const inner = Object.entries(metric).map(([key, data]) => {
    const points = typeof data === 'object' && data !== null && !Array.isArray(data) ? data.dataPoints : undefined;
    if (!Array.isArray(points)) return [key, data];
    return [key, { ...(data as JsonObject), dataPoints: [...points].sort((a, b) => (text(a) < text(b) ? -1 : 1)) }];
  });
  return Object.fromEntries(inner);
}

function text(value: Json): string {
  return JSON.stringify(sorted(value));
}

function sorted(value: Json): Json {
  if (Array.isArray(value)) {
    const items = value.map(sorted);
    return items.length > 1 && items.every(isEntry) ? items.sort((a, b) => (a.key < b.key ? -1 : 1)) : items;
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.keys(value)
      .sort()
      .map((key) => [key, time(key, sorted(value[key]!))] as const);
    return Object.fromEntries(entries.filter(([key, inner]) => !isDefault(key, inner)));
  }
  return value;
}

/** Fields that say by being there which of several values is held, or that there is one; and names of attributes. */
const CHOICES = new Set([
  'key',
  'stringValue',
  'intValue',
  'doubleValue',
  'boolValue',
  'bytesValue',
  'asInt',
  'asDouble',
  'sum',
  'min',
  'max',
]);

/** Objects that mean the same as their absence. */
const MESSAGES = new Set(['status', 'scope', 'resource', 'body', 'positive', 'negative']);

/** Whether releases may as well leave the field out. */
function isDefault(key: string, value: Json): boolean {
  if (CHOICES.has(key)) return false;
  if (Array.isArray(value)) return value.length === 0;
  if (typeof value === 'object' && value !== null) return MESSAGES.has(key) && Object.keys(value).length === 0;
  return value === '' || value === 0 || value === '0' || value === false || value === null;
}

function isEntry(value: Json): value is { key: string; value: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && typeof value.key === 'string';
}

function time(key: string, value: Json): Json {
  const isTime = key.endsWith('UnixNano') && typeof value === 'string';
  return isTime && BigInt(value) >= RUN_STARTS ? 'now' : value;
}

/** What differs between two outcomes, in words; empty where they agree. */
export function differences(real: Outcome, simulated: Outcome): string[] {
  const out: string[] = [];
  if (real.refused !== simulated.refused) {
    out.push(
      `the collector ${real.refused ? 'refuses' : 'takes'} the request, the simulator ${simulated.refused ? 'refuses' : 'takes'} it`,
    );
  }
  const exporters = new Set([...Object.keys(real.exporters), ...Object.keys(simulated.exporters)]);
  for (const id of [...exporters].sort()) {
    const [extra, missing] = without(real.exporters[id] ?? [], simulated.exporters[id] ?? []);
    out.push(...extra.map((record) => `${id} gets in the collector alone: ${record}`));
    out.push(...missing.map((record) => `${id} gets in the simulator alone: ${record}`));
  }
  return out;
}

/** What only the one multiset holds, and what only the other. */
function without(left: readonly string[], right: readonly string[]): [string[], string[]] {
  const counts = new Map<string, number>();
  for (const item of right) counts.set(item, (counts.get(item) ?? 0) + 1);
  const only: string[] = [];
  for (const item of left) {
    const count = counts.get(item) ?? 0;
    if (count > 0) counts.set(item, count - 1);
    else only.push(item);
  }
  return [only, [...counts].flatMap(([item, count]) => Array<string>(count).fill(item))];
}
