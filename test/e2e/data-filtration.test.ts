import { join } from 'node:path';
import type { Manifest } from '../../src/testing';
import { tool } from '../../tools/locate';
import { collectorsOf, hubRules, manifestsOf, ofKind } from './manifests';
import { logsIn } from './otlp-file';
import { Running, run, scratch, until, yamlFile } from './process';
import { sendFluent, sendLogs } from './traffic';

// Where the destinations of the gateway are on this machine.
const ports = { vendor: 24318, observer: 24317, monitor: 24319, metrics: 24899 };

const [gateway] = collectorsOf('data-filtration');
const [hub] = ofKind(manifestsOf('data-filtration'), 'MdaiHub');
const [observer] = ofKind(manifestsOf('data-filtration'), 'MdaiObserver');

/** The gateway as synthesized, only its destinations moved to this machine. */
function gatewayConfig(): Manifest {
  const config = JSON.parse(JSON.stringify(gateway!.config)) as Manifest;
  config.exporters['otlphttp/vendor'].endpoint = `http://127.0.0.1:${ports.vendor}`;
  config.exporters['otlp/services'].endpoint = `127.0.0.1:${ports.observer}`;
  config.service.telemetry.logs.processors[0].batch.exporter.otlp.endpoint = `http://127.0.0.1:${ports.monitor}`;
  return config;
}

/** The destinations: a collector that writes down what arrives, and counts as the observer would. */
function destinations(folder: string): Manifest {
  const counts = Object.fromEntries(
    observer!.spec.observers.map((measure: Manifest) => [
      measure.bytesMetricName,
      {
        conditions: measure.filter.logs.log_record.map((drop: string) => `not (${drop})`),
        attributes: measure.labelResourceAttributes.map((key: string) => ({ key })),
      },
    ]),
  );
  const receiver = (protocol: string, port: number) => ({
    protocols: { [protocol]: { endpoint: `127.0.0.1:${port}` } },
  });
  return {
    receivers: {
      'otlp/vendor': receiver('http', ports.vendor),
      'otlp/observer': receiver('grpc', ports.observer),
      'otlp/monitor': receiver('http', ports.monitor),
    },
    connectors: { count: { logs: counts } },
    exporters: {
      'file/vendor': { path: join(folder, 'vendor.json') },
      'file/observer': { path: join(folder, 'observer.json') },
      'file/monitor': { path: join(folder, 'monitor.json') },
      prometheus: { endpoint: `127.0.0.1:${ports.metrics}` },
    },
    service: {
      telemetry: { metrics: { level: 'none' } },
      pipelines: {
        'logs/vendor': { receivers: ['otlp/vendor'], exporters: ['file/vendor'] },
        'logs/observer': { receivers: ['otlp/observer'], exporters: ['file/observer', 'count'] },
        'logs/monitor': { receivers: ['otlp/monitor'], exporters: ['file/monitor'] },
        metrics: { receivers: ['count'], exporters: ['prometheus'] },
      },
    },
  };
}

interface Arrived {
  readonly vendor: string[];
  readonly received: string[];
  readonly kept: string[];
  readonly metrics: string;
  readonly ownLogs: Readonly<Record<string, string>>[];
}

/** Sends the same records through the real gateway, and waits until all that should arrive has. */
async function send(list: string | undefined, expected: { vendor: number; taps: number }): Promise<Arrived> {
  const folder = scratch();
  const sink = new Running(tool('otelcol-0.159.0'), [
    `--config=${yamlFile(folder, 'sink.yaml', destinations(folder))}`,
  ]);
  const env = gateway!.environment(list === undefined ? {} : { SERVICE_LIST: list });
  const collector = new Running(
    gateway!.program,
    [`--config=${yamlFile(folder, 'gateway.yaml', gatewayConfig())}`],
    env,
  );
  try {
    await Promise.all([sink, collector].map((program) => program.printed('Everything is ready')));
    await sendFluent(8006, [
      { message: 'fluent noisy', mdai_service: 'noisy' },
      { message: 'fluent payments', mdai_service: 'payments' },
      { message: 'fluent nobody' },
    ]);
    await sendLogs(4318, [
      { message: 'otlp noisy', mdai_service: 'noisy' },
      { message: 'otlp noisy-not', mdai_service: 'noisy-not' },
      { message: 'otlp empty', mdai_service: '' },
    ]);
    const logs = (name: string) => logsIn(join(folder, `${name}.json`));
    await until(
      () => logs('vendor').length >= expected.vendor && logs('observer').length >= expected.taps,
      'the records',
    );
    // What should not arrive gets the time to.
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await until(() => logs('monitor').length > 0, 'the logs of the gateway itself');
    const tap = (measure: string) => logs('observer').filter(({ resource }) => resource['mdai.measure'] === measure);
    const bodies = (lines: readonly { body: string }[]) => lines.map(({ body }) => body).sort();
    return {
      vendor: bodies(logs('vendor')),
      received: bodies(tap('received')),
      kept: bodies(tap('kept')),
      metrics: await (await fetch(`http://127.0.0.1:${ports.metrics}/metrics`)).text(),
      ownLogs: logs('monitor').map(({ resource }) => resource),
    };
  } finally {
    await Promise.all([sink.stop(), collector.stop()]);
  }
}

const all = ['fluent nobody', 'fluent noisy', 'fluent payments', 'otlp empty', 'otlp noisy', 'otlp noisy-not'];
const quiet = ['fluent nobody', 'fluent payments', 'otlp empty', 'otlp noisy-not'];

test('the services on the list are dropped, all others arrive, and both taps see what they should', async () => {
  const arrived = await send('other|noisy', { vendor: 4, taps: 10 });
  expect(arrived).toMatchObject({ vendor: quiet, received: all, kept: quiet });
  expect(arrived.ownLogs[0]).toMatchObject({ 'mdai-logstream': 'collector' });
  await alertsFire(arrived.metrics);
});

test.each([
  ['empty', ''],
  ['unset', undefined],
])('an %s list drops nothing', async (_, list) => {
  expect(await send(list, { vendor: 6, taps: 12 })).toMatchObject({ vendor: all, received: all, kept: all });
});

/** Fires the hub's alerts from series with the names and labels that were served. */
async function alertsFire(metrics: string): Promise<void> {
  const folder = scratch();
  const series = metrics
    .split('\n')
    .filter((line) => line.startsWith('services_') && line.includes('mdai_service="payments"'));
  const names = series.map((line) => line.slice(0, line.lastIndexOf(' ')));
  expect(names.map((name) => name.replace(/\{.*/, '')).sort()).toEqual([
    'services_kept_bytes_total',
    'services_received_bytes_total',
  ]);
  // Without the annotations, which only inform.
  const alerts = hubRules(hub!).map(({ annotations: _, ...alert }) => alert);
  const rules = yamlFile(folder, 'rules.yaml', { groups: [{ name: 'mdai', rules: alerts }] });
  expect(run(tool('promtool'), ['check', 'rules', rules])).toMatchObject({ ok: true });
  const expectAlert = (alertname: string, minutes: string, severity: string) => ({
    eval_time: minutes,
    alertname,
    exp_alerts: [{ exp_labels: { severity, mdai_service: 'payments' } }],
  });
  const tests = yamlFile(folder, 'tests.yaml', {
    rule_files: [rules],
    evaluation_interval: '15s',
    tests: [
      {
        interval: '15s',
        // A million bytes every 15 seconds.
        input_series: names.map((name) => ({ series: name, values: '0+1000000x200' })),
        alert_rule_test: [
          expectAlert('top_talkers', '3m', 'warning'),
          expectAlert('top_listeners', '25m', 'critical'),
          { eval_time: '30s', alertname: 'top_talkers', exp_alerts: [] },
        ],
      },
    ],
  });
  expect(run(tool('promtool'), ['test', 'rules', tests])).toEqual({
    ok: true,
    output: expect.stringContaining('SUCCESS'),
  });
}

test('an observer that is not there, its queue full, holds nothing up', async () => {
  const folder = scratch();
  const config = gatewayConfig();
  // Nobody listens there, and the second batch finds the queue full.
  config.exporters['otlp/services'].endpoint = '127.0.0.1:9';
  config.exporters['otlp/services'].sending_queue = { queue_size: 1, num_consumers: 1 };
  const sink = new Running(tool('otelcol-0.159.0'), [
    `--config=${yamlFile(folder, 'sink.yaml', destinations(folder))}`,
  ]);
  const file = yamlFile(folder, 'gateway.yaml', config);
  const collector = new Running(gateway!.program, [`--config=${file}`], gateway!.environment({ SERVICE_LIST: '' }));
  try {
    await Promise.all([sink, collector].map((program) => program.printed('Everything is ready')));
    const messages = ['a', 'b', 'c', 'd', 'e', 'f'];
    for (const message of messages) {
      // Throws where the gateway refuses it.
      await sendLogs(4318, [{ message, mdai_service: 'payments' }]);
      // Longer than the timeout of a batch, so that each is one.
      await new Promise((resolve) => setTimeout(resolve, 400));
    }
    await collector.printed('sending queue is full');
    await until(() => logsIn(join(folder, 'vendor.json')).length >= messages.length, 'all records at the vendor');
    expect(logsIn(join(folder, 'vendor.json')).map(({ body }) => body)).toEqual(messages);
  } finally {
    await Promise.all([sink.stop(), collector.stop()]);
  }
});
