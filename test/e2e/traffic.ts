import { createConnection } from 'node:net';
import { encode } from '@msgpack/msgpack';

/** Sends records to a Fluent Forward receiver, one message each. */
export async function sendFluent(port: number, records: readonly Record<string, unknown>[]): Promise<void> {
  const socket = createConnection({ host: '127.0.0.1', port });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('error', reject);
  });
  for (const record of records) socket.write(encode(['test', Math.floor(Date.now() / 1000), record]));
  await new Promise<void>((resolve) => socket.end(resolve));
}

/** Sends log records of one resource to an OTLP/HTTP receiver, by its port or its URL. */
export async function sendLogs(
  to: number | string,
  records: readonly Record<string, string>[],
  resource: Readonly<Record<string, string>> = {},
): Promise<void> {
  const logRecords = records.map(({ message, ...own }) => ({
    timeUnixNano: now(),
    body: { stringValue: message },
    attributes: attributes(own),
  }));
  await post(to, 'logs', { resourceLogs: [{ resource: attributed(resource), scopeLogs: [{ logRecords }] }] });
}

/** A span to send. */
export interface SpanToSend {
  /** 32 hexadecimal digits. */
  readonly traceId: string;
  /** 16 hexadecimal digits. */
  readonly spanId: string;
  /** Absent in a root. */
  readonly parentSpanId?: string;
  readonly name: string;
  /** The resource's `service.name`. */
  readonly service: string;
  /** The status is an error. */
  readonly failed?: boolean;
  /** When it was, in milliseconds since 1970. @default now */
  readonly time?: number;
}

/** Sends spans to an OTLP/HTTP receiver, in one request, in which each service is one resource. */
export async function sendSpans(port: number, spans: readonly SpanToSend[]): Promise<void> {
  const services = [...new Set(spans.map(({ service }) => service))];
  const resourceSpans = services.map((name) => ({
    resource: attributed({ 'service.name': name }),
    scopeSpans: [{ spans: spans.filter(({ service }) => service === name).map(span) }],
  }));
  await post(port, 'traces', { resourceSpans });
}

function span({ service: _, failed, time, ...given }: SpanToSend) {
  const at = nanoseconds(time ?? Date.now());
  return { ...given, kind: 2, startTimeUnixNano: at, endTimeUnixNano: at, ...(failed && failure) };
}

const failure = { status: { code: 2 } };

/** Sends one point of each gauge to an OTLP/HTTP receiver, by its port or its URL. */
export async function sendGauges(to: number | string, names: readonly string[]): Promise<void> {
  const metrics = names.map((name) => ({ name, gauge: { dataPoints: [{ timeUnixNano: now(), asInt: '1' }] } }));
  await post(to, 'metrics', { resourceMetrics: [{ resource: attributed({}), scopeMetrics: [{ metrics }] }] });
}

async function post(to: number | string, signal: 'traces' | 'metrics' | 'logs', body: object): Promise<void> {
  const url = typeof to === 'number' ? `http://127.0.0.1:${to}` : to;
  const response = await fetch(`${url}/v1/${signal}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`OTLP was refused: ${response.status} ${await response.text()}`);
}

function now(): string {
  return nanoseconds(Date.now());
}

function nanoseconds(milliseconds: number): string {
  return `${milliseconds}000000`;
}

function attributed(of: Readonly<Record<string, string>>) {
  return { attributes: attributes(of) };
}

function attributes(of: Readonly<Record<string, string>>) {
  return Object.entries(of).map(([key, value]) => ({ key, value: { stringValue: value } }));
}
