// docs/collectors.md shows parts of this file.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject, Chart, JsonPatch } from 'cdk8s';
import { Collector, exporters, log, MdaiApp, processors, receivers, unset } from 'cdk8s-mdai';
import { find, issuesOf, synthesize } from 'cdk8s-mdai/testing';
import { load } from 'js-yaml';

const chart = new Chart(new MdaiApp(), 'telemetry', { namespace: 'telemetry' });

function logGateway(scope: Chart, id: string) {
  const otlp = receivers.otlp({ protocols: { grpc: {} } });
  const noise = processors.filter('noise', { log_conditions: [log.severity.below('INFO')] });
  const vendor = exporters.otlp_http('vendor', {
    endpoint: 'https://in.vendor.example',
    headers: { team: 'platform' },
    sending_queue: { queue_size: 1000, num_consumers: 4 },
  });
  const collector = new Collector(scope, id);
  const logs = collector.pipeline('logs', { from: [otlp], processors: [noise], to: [vendor] });
  return { collector, logs, otlp, noise, vendor };
}

const hash = processors.attributes('hash', { actions: [{ key: 'user.id', action: 'hash' }] });
const batch = processors.batch();
const errors = processors.filter('errors', { log_conditions: [log.severity.below('ERROR')] });
const archive = exporters.otlp_http('archive', { endpoint: 'http://archive.storage.svc.cluster.local:4318' });
const { collector, logs, noise, vendor } = logGateway(chart, 'gateway');
logs
  .before(noise, hash)
  .after(noise, batch)
  .add({ to: [archive] });
logs.replace(noise, errors);

collector.override(vendor, { headers: { team: 'payments' }, sending_queue: { num_consumers: unset } });
collector.override(collector.memoryLimiter, { limit_percentage: 70 });

ApiObject.of(collector).addJsonPatch(JsonPatch.add('/spec/priorityClassName', 'telemetry'));
collector.patch('ServiceAccount', JsonPatch.add('/metadata/annotations', { owner: 'payments' }));

const config = collector.toConfig() as { readonly [section: string]: Record<string, unknown> };
const objects = synthesize(chart);

test('the program has no mistakes', () => {
  expect(issuesOf(chart)).toEqual([]);
});

test('a pipeline is edited as the page says', () => {
  expect(config.service?.pipelines).toEqual(
    load(`
logs:
  receivers: [otlp]
  processors: [memory_limiter, attributes/hash, filter/errors, batch]
  exporters: [otlp_http/vendor, otlp_http/archive]
`),
  );
});

test('components are overridden as the page says', () => {
  expect(config.exporters?.['otlp_http/vendor']).toEqual({
    endpoint: 'https://in.vendor.example',
    headers: { team: 'payments' },
    sending_queue: { queue_size: 1000 },
  });
  expect(config.processors?.memory_limiter).toMatchObject({ check_interval: '1s', limit_percentage: 70 });
});

test('objects are patched as the page says', () => {
  expect(find(objects, 'OpenTelemetryCollector', 'gateway').spec.priorityClassName).toBe('telemetry');
  expect(find(objects, 'ServiceAccount', 'gateway-collector').metadata.annotations).toEqual({ owner: 'payments' });
});

test('a patch is checked', () => {
  const other = logGateway(new Chart(new MdaiApp(), 'telemetry'), 'gateway').collector;
  ApiObject.of(other).addJsonPatch(JsonPatch.add('/spec/config/exporters/otlp_http~1vendor/timeot', '5s'));
  expect(issuesOf(other)).toEqual([
    expect.objectContaining({
      code: 'field-unknown',
      path: 'telemetry/gateway/exporters/otlp_http/vendor/timeot',
      fix: 'Write "timeout".',
    }),
  ]);
});

test('what cannot change in Kubernetes does not change in the output folder', () => {
  const outdir = mkdtempSync(join(tmpdir(), 'mdai-docs-'));
  const modes = ['deployment', 'daemonset'] as const;
  const [first, second] = modes.map((mode) => {
    const app = new MdaiApp({ outdir });
    const gateway = new Collector(new Chart(app, 'telemetry'), 'gateway', { mode });
    const otlp = receivers.otlp({ protocols: { grpc: {} } });
    gateway.pipeline('logs', { from: [otlp], to: [archive] });
    return app;
  });
  first?.synth();
  expect(() => second?.synth()).toThrow('spec.mode of the OpenTelemetryCollector "gateway" was "deployment"');
  rmSync(outdir, { recursive: true });
});
