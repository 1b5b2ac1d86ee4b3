import { createSocket } from 'node:dgram';
import { writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { until } from '../process';
import { sendFluent } from '../traffic';
import { accepts, metricsAt } from './exposition';
import type { ScenePorts } from './scene';

/** Makes everything happen in a scene that can: telemetry of each signal that is kept, dropped, refused and lost. */
export async function provoke({ http, refusing, own, ...texts }: ScenePorts): Promise<void> {
  await sendTexts(texts);
  for (let round = 0; round < 12; round++) {
    await post(http, 'logs', logs());
    await post(http, 'traces', traces(round));
    await post(http, 'metrics', metrics());
  }
  for (const [signal, body] of [
    ['logs', logs()],
    ['traces', traces(99)],
    ['metrics', metrics()],
  ] as const) {
    await post(refusing, signal, body, false);
  }
  // Traces are decided upon, and connectors flush, after a second; a late span comes after that.
  await pause(3000);
  await post(http, 'traces', traces(11));
  await post(http, 'metrics', metrics());
  // Others take the place of those that were decided upon, and one lacks its other side.
  for (let round = 20; round < 30; round++) await post(http, 'traces', traces(round));
  await post(http, 'traces', traces(50, ['shop']));
  await post(http, 'traces', traces(51, ['shop'], 20_000));
  await post(http, 'logs', logs());
  await post(http, 'metrics', metrics(Date.now() - 60_000));
  await until(async () => (await metricsAt(own[0]!.port, accepts.utf8)).size > 20, 'the collector to measure itself');
  await pause(2500);
}

/** A line for each receiver of texts; where a release has none, nobody hears it. */
async function sendTexts({ fluent, lines, statsd, file }: Pick<ScenePorts, 'fluent' | 'lines' | 'statsd' | 'file'>) {
  await sendFluent(fluent, [{ message: 'a' }]);
  writeFileSync(file, 'a line\n');
  const socket = connect(lines, '127.0.0.1');
  socket.on('error', () => {});
  socket.end('a line\n');
  const datagrams = createSocket('udp4');
  await new Promise((resolve) => datagrams.send('a:1|c\n', statsd, '127.0.0.1', resolve));
  datagrams.close();
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

async function post(port: number, signal: string, body: object, taken = true): Promise<void> {
  const response = await fetch(`http://127.0.0.1:${port}/v1/${signal}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  await response.text();
  if (response.ok !== taken) throw new Error(`${signal} to ${port}: ${response.status}`);
}

const resource = attributes({ 'service.name': 'shop', 'service.instance.id': 'shop-1', region: 'eu' });
const group = attributes({ group: 'a' });

function logs(): object {
  const logRecords = ['keep', 'drop'].flatMap((text) => [
    { timeUnixNano: now(), body: { stringValue: text }, attributes: group },
    { timeUnixNano: now(), body: { stringValue: text }, attributes: [] },
  ]);
  return { resourceLogs: [{ resource: { attributes: resource }, scopeLogs: [{ logRecords }] }] };
}

function traces(round: number, services = ['shop', 'stock'], length = 0): object {
  const traceId = (0x1000 + round).toString(16).padStart(32, '0');
  const span = (id: string, name: string, kind: number, parentSpanId?: string) => ({
    ...{ traceId, spanId: id.padStart(16, '0'), name, kind, attributes: group },
    ...(parentSpanId !== undefined && { parentSpanId: parentSpanId.padStart(16, '0') }),
    ...{ startTimeUnixNano: now(), endTimeUnixNano: now(), status: { code: 2 } },
    events: [{ timeUnixNano: now(), name: 'exception', attributes: attributes({ 'exception.type': 'Oops' }) }],
  });
  const of = (service: string, spans: readonly object[]) => ({
    resource: { attributes: attributes({ 'service.name': service, region: 'eu' }) },
    scopeSpans: [{ spans }],
  });
  const plain = { ...span('4', 'plain', 1, '1'), attributes: attributes({ text: 'x'.repeat(length) }) };
  const spans: Readonly<Record<string, readonly object[]>> = {
    shop: [span('1', 'call', 3), span('3', 'drop', 1, '1'), plain],
    stock: [span('2', 'serve', 2, '1')],
  };
  return { resourceSpans: services.map((service) => of(service, spans[service] ?? [])) };
}

function metrics(time = Date.now()): object {
  const of = (name: string, own: readonly object[]) => ({
    name,
    gauge: { dataPoints: [{ timeUnixNano: now(), asInt: '1', attributes: own }] },
  });
  const point = { startTimeUnixNano: now(time - 1), timeUnixNano: now(time), asInt: '1' };
  const delta = { name: 'delta', sum: { aggregationTemporality: 1, isMonotonic: true, dataPoints: [point] } };
  const total = { ...delta, name: 'total', sum: { ...delta.sum, aggregationTemporality: 2 } };
  const all = [of('kept', group), of('kept.too', []), of('drop', group), delta, total];
  return { resourceMetrics: [{ resource: { attributes: resource }, scopeMetrics: [{ metrics: all }] }] };
}

function attributes(of: Readonly<Record<string, string>>): object[] {
  return Object.entries(of).map(([key, value]) => ({ key, value: { stringValue: value } }));
}

function now(time = Date.now()): string {
  return `${time}000000`;
}
