import { App, Chart } from 'cdk8s';
import { Collector, type CollectorProps, exporters, type OperatorOptions, receivers } from '../../src/index';
import type { CollectorModel } from '../../src/model/collector';
import { targetAllocatorAccess, targetAllocatorAccount } from '../../src/needs/target-allocator';
import { Registry } from '../../src/registry';
import { find, issuesOf, synthesize } from '../../src/testing';

type Allocator = NonNullable<OperatorOptions['targetAllocator']>;

const pods = { scrape_configs: [{ job_name: 'pods', kubernetes_sd_configs: [{ role: 'pod' }] }] };

function collector(targetAllocator: Allocator, props: CollectorProps = {}, config: object = pods) {
  const chart = new Chart(new App(), 'telemetry', { namespace: 'ns' });
  const metrics = new Collector(chart, 'metrics', {
    mode: 'statefulset',
    ...props,
    operator: { targetAllocator: { enabled: true, ...targetAllocator } },
  });
  metrics.pipeline('metrics', { from: [receivers.prometheus({ config })], to: [exporters.debug()] });
  return metrics;
}

function modelOf(of: Collector): CollectorModel {
  return Registry.of(of).modelOf('collectors', of);
}

test('an allocator that looks for monitors looks for all of them unless told otherwise', () => {
  const serviceMonitorSelector = { matchLabels: { team: 'a' } };
  const metrics = collector({ prometheusCR: { enabled: true, serviceMonitorSelector } });
  const { spec } = find(synthesize(Chart.of(metrics)), 'OpenTelemetryCollector', 'metrics');
  expect(spec.targetAllocator.prometheusCR).toMatchObject({
    enabled: true,
    podMonitorSelector: {},
    probeSelector: {},
    scrapeConfigSelector: {},
    serviceMonitorSelector,
  });
  expect(issuesOf(metrics)).toEqual([]);
});

test('the receiver needs no jobs of its own beside monitors', () => {
  const chart = new Chart(new App(), 'telemetry', { namespace: 'ns' });
  const operator = { targetAllocator: { enabled: true, prometheusCR: { enabled: true } } };
  const metrics = new Collector(chart, 'metrics', { mode: 'statefulset', operator });
  metrics.pipeline('metrics', { from: [receivers.prometheus()], to: [exporters.debug()] });
  expect(metrics.toConfig().receivers).toEqual({
    prometheus: {
      config: {},
      target_allocator: {
        endpoint: 'http://metrics-targetallocator:80',
        interval: '30s',
        collector_id: '${env:POD_NAME}',
      },
    },
  });
  expect(issuesOf(metrics)).toEqual([]);
});

test('an allocator without monitors gets no selectors', () => {
  const metrics = collector({});
  const { spec } = find(synthesize(Chart.of(metrics)), 'OpenTelemetryCollector', 'metrics');
  expect(spec.targetAllocator.prometheusCR ?? {}).not.toHaveProperty('serviceMonitorSelector');
  expect(issuesOf(metrics)).toEqual([]);
});

const core = { groups: [''], verbs: ['get', 'list', 'watch'], by: 'the target allocator' };

test('an allocator sees its collectors, and what the jobs look for', () => {
  expect(targetAllocatorAccess(modelOf(collector({})))).toEqual([
    { ...core, resources: ['pods'], namespace: 'ns' },
    { ...core, resources: ['pods'] },
  ]);
  const within = {
    scrape_configs: [{ job_name: 'a', kubernetes_sd_configs: [{ role: 'pod', namespaces: { names: ['a'] } }] }],
  };
  expect(targetAllocatorAccess(modelOf(collector({}, {}, within)))).toEqual([
    { ...core, resources: ['pods'], namespace: 'ns' },
    { ...core, resources: ['pods'], namespace: 'a' },
  ]);
});

test('an allocator reads monitors, and discovers what they lead to', () => {
  const resources = (allocator: Allocator) =>
    targetAllocatorAccess(modelOf(collector(allocator, {}, { scrape_configs: [] }))).map(
      (need) => `${need.namespace ?? '*'}: ${need.resources.join(' ')}`,
    );
  const everywhere = [
    'servicemonitors podmonitors probes scrapeconfigs',
    'namespaces pods services endpoints',
    'endpointslices',
    'ingresses',
    'configmaps',
  ];
  expect(resources({ prometheusCR: { enabled: true } })).toEqual([
    'ns: pods',
    ...everywhere.map((one) => `*: ${one}`),
    '*: nodes',
  ]);
  expect(resources({ prometheusCR: { enabled: true, allowNamespaces: ['a'], secretNamespaces: ['b'] } })).toEqual([
    'ns: pods',
    ...everywhere.map((one) => `a: ${one}`),
    'b: secrets',
  ]);
  expect(resources({ prometheusCR: { enabled: true, allowNamespaces: ['a'] }, mtls: { enabled: true } })).toContain(
    'ns: secrets',
  );
});

test('an allocator that is off, or in a plain workload, needs nothing', () => {
  expect(targetAllocatorAccess(modelOf(collector({ enabled: false })))).toEqual([]);
  expect(targetAllocatorAccess(modelOf(collector({}, { backend: 'workload' })))).toEqual([]);
});

test('its account is the operator’s, or the user’s own', () => {
  expect(targetAllocatorAccount(modelOf(collector({})))).toEqual({ name: 'metrics-targetallocator', own: true });
  expect(targetAllocatorAccount(modelOf(collector({ serviceAccount: 'mine' })))).toEqual({ name: 'mine', own: false });
});
