import type { PodModel } from '../../src/model/collector';
import type { OperatorOptions } from '../../src/model/pod';
import { collector, config, issuesOf, model, pod } from './models';

const job = { job_name: 'a', static_configs: [{ targets: ['a:1'] }] };

function judged(
  targetAllocator: OperatorOptions['targetAllocator'],
  parts: Partial<PodModel> = {},
  receivers: object = { prometheus: { config: { scrape_configs: [job] } } },
) {
  const scraping = config((draft) => {
    draft.receivers = receivers;
    draft.service.pipelines = { metrics: { receivers: Object.keys(receivers), exporters: ['debug'] } };
  });
  const operator = { targetAllocator: { enabled: true, ...targetAllocator } };
  const all = { ...pod, mode: 'statefulset', ...parts, operator } as const;
  return issuesOf(model({ collectors: [collector({ config: scraping, namespace: 'ns', pod: all })] }));
}

const at = 'target-allocator telemetry/gateway/operator/targetAllocator';

test('a statefulset with a job is fine', () => {
  expect(judged({})).toEqual([]);
});

test('a daemonset and the strategy per-node go together', () => {
  expect(judged({ allocationStrategy: 'per-node' }, { mode: 'daemonset' })).toEqual([]);
  expect(judged({}, { mode: 'daemonset' })).toEqual([`${at}/allocationStrategy`]);
  expect(judged({ allocationStrategy: 'per-node' })).toEqual([`${at}/allocationStrategy`]);
});

test('in other modes and without the operator there is none', () => {
  const option = 'telemetry/gateway/operator/targetAllocator';
  expect(judged({}, { mode: 'deployment' })).toEqual([`option-mode ${option}`]);
  expect(judged({}, { backend: 'workload' })).toEqual([`option-operator ${option}`]);
});

test('the receiver is called prometheus', () => {
  const named = { 'prometheus/mine': { config: { scrape_configs: [job] } } };
  expect(judged({}, {}, named)).toEqual([at]);
  expect(judged({}, {}, { prometheus: { config: { scrape_configs: [job] } }, ...named })).toEqual([
    'target-allocator telemetry/gateway/receivers/prometheus/mine',
  ]);
  expect(judged({}, {}, { otlp: { protocols: { grpc: {} } } })).toEqual([at]);
});

test('there is something to look for', () => {
  const none = { prometheus: { config: { scrape_configs: [] } } };
  expect(judged({}, {}, none)).toContain(at);
  const monitors = { prometheusCR: { enabled: true, serviceMonitorSelector: {} } };
  expect(judged(monitors, {}, none)).not.toContain(at);
  expect(judged(monitors, {}, { prometheus: {} })).toContain(at);
  expect(judged({ prometheusCR: { enabled: true } })).toEqual([`${at}/prometheusCR`]);
});

test('several allocators agree, and namespaces are either named or excluded', () => {
  expect(judged({ replicas: 2 })).toEqual([]);
  expect(judged({ replicas: 2, allocationStrategy: 'least-weighted' })).toEqual([`${at}/replicas`]);
  const prometheusCR = { enabled: true, podMonitorSelector: {}, allowNamespaces: ['a'], denyNamespaces: ['b'] };
  expect(judged({ prometheusCR })).toEqual([`${at}/prometheusCR`]);
});

test('one that is off is not judged', () => {
  expect(judged({ enabled: false, allocationStrategy: 'per-node' })).toEqual([]);
});
