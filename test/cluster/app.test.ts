import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject, App, Chart, JsonPatch } from 'cdk8s';
import { loadAll } from 'js-yaml';
import { Collector, exporters, log, MdaiApp, MdaiCluster, Prometheus, processors, receivers } from '../../src/index';
import { find, synthesize } from '../../src/testing';

const otlp = receivers.otlp({ protocols: { grpc: {} } });
const vendor = exporters.otlp_http('vendor', { endpoint: 'https://in.vendor.example' });

function program(app: App): void {
  const cluster = new MdaiCluster(app, 'mdai');
  const noisy = cluster.hub('hub').set('noisy');
  const filter = processors.filter({ log_conditions: [log.attribute('a').in(noisy)] });
  cluster.collector('gateway').pipeline('logs', { from: [otlp], processors: [filter], to: [vendor] });
  const chart = new Chart(app, 'other', { namespace: 'other' });
  const plain = new Collector(chart, 'plain');
  plain.pipeline('traces', { from: [otlp], to: [vendor] });
  new Prometheus(chart, 'prometheus').scrape(plain);
  chart.addDependency(cluster);
}

function synthesized(make: (outdir: string) => App) {
  const outdir = mkdtempSync(join(tmpdir(), 'mdai-app-'));
  const app = make(outdir);
  program(app);
  app.synth();
  return readdirSync(outdir).map((file) => [file, loadAll(readFileSync(join(outdir, file), 'utf8'))]);
}

test('a stock App writes the same files and objects, derived ones included', () => {
  const stock = synthesized((outdir) => new App({ outdir }));
  expect(stock).toEqual(synthesized((outdir) => new MdaiApp({ outdir })));
  expect(stock.map(([file]) => file)).toEqual(['0000-mdai.k8s.yaml', '0001-other.k8s.yaml']);
});

test('a mistake fails a stock App too', () => {
  const app = new App({ outdir: mkdtempSync(join(tmpdir(), 'mdai-app-')) });
  new Collector(new Chart(app, 'chart'), 'gateway').pipeline('logs', { to: [vendor] });
  expect(() => app.synth()).toThrow('chart/gateway/logs: the pipeline "logs" has no receivers.');
});

test('warnings go to stderr once, however often the tree is validated', () => {
  const written = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  try {
    const app = new App({ outdir: mkdtempSync(join(tmpdir(), 'mdai-app-')) });
    for (const name of ['a', 'b', 'c']) {
      const gateway = new Collector(new Chart(app, name), `gateway-${name}`);
      const late = processors.filter({ log_conditions: [log.attribute('a').exists()] });
      gateway.pipeline('logs', { from: [otlp], processors: [processors.batch(), late], to: [vendor] });
    }
    app.synth();
    expect(written.mock.calls.filter(([text]) => String(text).includes('processor-order'))).toHaveLength(3);
  } finally {
    written.mockRestore();
  }
});

test('the object of a construct can be patched, in fields that we do not model too', () => {
  const chart = new Chart(new App(), 'chart');
  const gateway = new Collector(chart, 'gateway');
  gateway.pipeline('logs', { from: [otlp], to: [vendor] });
  ApiObject.of(gateway).addJsonPatch(
    JsonPatch.add('/spec/priorityClassName', 'high'),
    JsonPatch.add('/spec/unknown', {}),
  );
  expect(find(synthesize(chart), 'OpenTelemetryCollector', 'gateway').spec).toMatchObject({
    priorityClassName: 'high',
    unknown: {},
  });
});

test('a component on its own installed copy is still a component', () => {
  let other: typeof import('../../src/index') | undefined;
  jest.isolateModules(() => {
    other = require('../../src/index');
  });
  const chart = new Chart(new App(), 'chart');
  const gateway = new Collector(chart, 'gateway');
  const foreign = other!.exporters.otlp_http('vendor', {
    endpoint: 'https://a',
    headers: { a: other!.text`b${other!.env('C')}` },
  });
  gateway.pipeline('logs', { from: [otlp], to: [foreign as unknown as typeof vendor] });
  expect(gateway.toConfig().exporters).toEqual({
    'otlp_http/vendor': { endpoint: 'https://a', headers: { a: 'b${env:C}' } },
  });
});
