import { existsSync, readFileSync } from 'node:fs';
import type { Manifest } from '../../../src/testing';

/** A value, as JavaScript has it. */
export type Plain = string | number | boolean | readonly Plain[] | { readonly [key: string]: Plain };
export type Attributes = Readonly<Record<string, Plain>>;

/** A plain value as OTLP. */
export function value(of: Plain): object {
  if (typeof of === 'string') return { stringValue: of };
  if (typeof of === 'boolean') return { boolValue: of };
  if (typeof of === 'number') return Number.isInteger(of) ? { intValue: String(of) } : { doubleValue: of };
  if (Array.isArray(of)) return { arrayValue: { values: of.map(value) } };
  return { kvlistValue: { values: attributes(of as Attributes) } };
}

/** Plain attributes as OTLP. */
export function attributes(of: Attributes): readonly object[] {
  return Object.entries(of).map(([key, one]) => ({ key, value: value(one) }));
}

/** An OTLP value as JavaScript has it. */
export function plain(of: Manifest): Plain {
  if (of.kvlistValue) return plainAttributes(of.kvlistValue.values);
  if (of.arrayValue) return (of.arrayValue.values ?? []).map(plain);
  if (of.intValue !== undefined) return Number(of.intValue);
  return of.stringValue ?? of.boolValue ?? of.doubleValue;
}

/** OTLP's attributes as JavaScript has them. */
export function plainAttributes(of: readonly Manifest[] = []): Attributes {
  return Object.fromEntries(of.map(({ key, value: one }) => [key, plain(one)]));
}

const lists = {
  logs: ['resourceLogs', 'scopeLogs', 'logRecords'],
  traces: ['resourceSpans', 'scopeSpans', 'spans'],
  metrics: ['resourceMetrics', 'scopeMetrics', 'metrics'],
} as const;

export type Sent = keyof typeof lists;

/** A record as OTLP/JSON has it, with the attributes of its resource. */
export interface Received {
  readonly resource: Attributes;
  readonly record: Manifest;
}

/** Sends records of one resource to an OTLP/HTTP receiver. */
export async function send(
  port: number,
  signal: Sent,
  resource: Attributes,
  records: readonly object[],
): Promise<void> {
  const [outer, middle, inner] = lists[signal];
  const body = { [outer]: [{ resource: { attributes: attributes(resource) }, [middle]: [{ [inner]: records }] }] };
  const response = await fetch(`http://127.0.0.1:${port}/v1/${signal}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`OTLP was refused: ${response.status} ${await response.text()}`);
}

/** The records that a file exporter has written so far. */
export function received(file: string, signal: Sent): readonly Received[] {
  if (!existsSync(file)) return [];
  const [outer, middle, inner] = lists[signal];
  const complete = readFileSync(file, 'utf8').split('\n').slice(0, -1);
  return complete.flatMap((line) =>
    ((JSON.parse(line)[outer] ?? []) as Manifest[]).flatMap((group) =>
      (group[middle] as Manifest[]).flatMap((scope) =>
        (scope[inner] as Manifest[]).map((record) => ({
          resource: plainAttributes(group.resource?.attributes),
          record,
        })),
      ),
    ),
  );
}
