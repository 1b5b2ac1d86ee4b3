import { join } from 'node:path';
import { App, Chart } from 'cdk8s';
import { Collector, exporters, kafkaBuffer, receivers } from '../../src/index';
import { tool } from '../../tools/locate';
import { logsIn } from './otlp-file';
import { Running, run, scratch, until, yamlFile } from './process';
import { sendLogs } from './traffic';

const ports = { kafka: 25092, writer: 25418, sink: 25419 };
const folder = scratch();
const program = tool('otelcol-0.159.0');
const chart = new Chart(new App(), 'telemetry');
const running: Running[] = [];

afterAll(async () => {
  for (const one of running.reverse()) await one.stop();
});

function file(collector: Collector): string {
  const config = collector.toConfig() as { service: object };
  return yamlFile(folder, `${collector.name}.yaml`, {
    ...config,
    service: { ...config.service, telemetry: { metrics: { level: 'none' } } },
  });
}

async function start(collector: Collector): Promise<void> {
  const started = new Running(program, [`--config=${file(collector)}`]);
  running.push(started);
  await started.printed('Everything is ready');
}

function listening(port: number) {
  return receivers.otlp({ protocols: { http: { endpoint: `127.0.0.1:${port}` } } });
}

function bare(name: string) {
  return new Collector(chart, name, { defaults: false });
}

const brokers = [`127.0.0.1:${ports.kafka}`];

test('what the reader’s pipeline refuses is read again, and what is older than the reader too', async () => {
  const kafka = new Running(tool('kafka'), ['--port', String(ports.kafka), '--topic', 'telemetry:3']);
  running.push(kafka);
  await kafka.printed('listening on');
  const buffer = kafkaBuffer('telemetry', { signal: 'logs', brokers, partitions: 3 });

  const writer = bare('writer');
  writer.pipeline('logs', { from: [listening(ports.writer)], to: [buffer.exporter] });
  await start(writer);
  await sendLogs(ports.writer, [{ message: 'before the reader' }]);

  // Nobody is there, and the exporter keeps nothing.
  const reader = bare('reader');
  const sent = exporters.otlp_http('sink', {
    endpoint: `http://127.0.0.1:${ports.sink}`,
    sending_queue: { enabled: false },
    retry_on_failure: { enabled: false },
  });
  reader.pipeline('logs', { from: [buffer.receiver], to: [sent] });
  await start(reader);
  await sendLogs(ports.writer, [{ message: 'refused at first' }]);
  await until(() => running[2]!.output.includes('Backing off due to error'), 'the first refusal');

  const arrived = join(folder, 'arrived.json');
  const sink = bare('sink');
  sink.pipeline('logs', { from: [listening(ports.sink)], to: [exporters.file({ path: arrived })] });
  await start(sink);
  const bodies = () => new Set(logsIn(arrived).map(({ body }) => body));
  await until(() => bodies().size === 2, 'both records', 60);
  expect([...bodies()].sort()).toEqual(['before the reader', 'refused at first']);
});

test.each(['traces', 'metrics', 'logs'] as const)('the real collector takes both ends of a buffer of %s', (signal) => {
  const own = new Collector(new Chart(new App(), 'telemetry'), signal, { defaults: false });
  const { exporter, receiver } = kafkaBuffer(signal, { signal, brokers });
  own.pipeline(signal, { from: [receiver], to: [exporter] });
  expect(run(program, ['validate', `--config=${file(own)}`])).toEqual({ ok: true, output: expect.any(String) });
});
