import { App, Chart } from 'cdk8s';
import { Collector, connectors, exporters, type Release, receivers } from '../../src/index';
import { issuesOf } from '../../src/testing';

const otlp = receivers.otlp({ protocols: { grpc: {} } });

function issues(release: Release, ...attributes: readonly { key: string; default_value?: string }[]): string[] {
  const gateway = new Collector(new Chart(new App(), 'telemetry', { namespace: 'ns' }), 'gateway', { release });
  const count = connectors.count({ logs: { 'log.records': { attributes } } });
  gateway.pipeline('logs', { from: [otlp], to: [count] });
  gateway.pipeline('metrics', { from: [count], to: [exporters.debug()] });
  return issuesOf(gateway)
    .filter(({ code }) => code === 'count-attribute')
    .map(({ path, message }) => `${path}: ${message}`);
}

test('an older count connector does not see what resources have', () => {
  expect(issues('0.131.0', { key: 'http.method' }, { key: 'service.name' })).toEqual([
    'telemetry/gateway/connectors/count/logs/log.records/attributes/1: release 0.131.0 looks for "service.name" in the records alone, and counts nothing that lacks it; it is an attribute of resources.',
  ]);
});

test('a newer one does, and one with a default counts what lacks it, too', () => {
  expect(issues('0.159.0', { key: 'service.name' })).toEqual([]);
  expect(issues('0.131.0', { key: 'service.name', default_value: 'unknown' })).toEqual([]);
});
