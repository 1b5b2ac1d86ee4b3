import { ApiObject, App, Chart } from 'cdk8s';
import { load } from 'js-yaml';
import { Collector, type CollectorProps, exporters, type OperatorOptions, receivers } from '../../src/index';
import { issuesOf, type Manifest } from '../../src/testing';
import { Cluster } from './kubernetes';
import { accepted } from './kubernetes/client';
import { Operator } from './kubernetes/operator';

type Allocator = NonNullable<OperatorOptions['targetAllocator']>;

let cluster: Cluster;
let operator: Operator;

beforeAll(async () => {
  cluster = await Cluster.start();
  await cluster.installCrds();
  operator = await Operator.start(cluster);
  await cluster.namespace('telemetry');
});

afterAll(async () => {
  await operator?.stop();
  await cluster?.stop();
});

const job = { job_name: 'a', static_configs: [{ targets: ['a:1'] }] };

function scraper(name: string, allocator: Allocator, props: CollectorProps = {}, config?: object) {
  const chart = new Chart(new App(), 'telemetry', { namespace: 'telemetry' });
  const collector = new Collector(chart, name, {
    mode: 'statefulset',
    ...props,
    operator: { targetAllocator: { enabled: true, ...allocator } },
  });
  const from = [receivers.prometheus(config ? { config } : {})];
  collector.pipeline('metrics', { from, to: [exporters.debug()] });
  return collector;
}

/** The custom resource, also where a check finds a mistake. */
function manifest(collector: Collector): Manifest {
  return ApiObject.of(collector).toJson();
}

async function configMaps(): Promise<Manifest[]> {
  return accepted(await cluster.ask('GET', '/api/v1/namespaces/telemetry/configmaps')).body.items;
}

test('the operator hands over what we say that it hands over', async () => {
  const collector = scraper('scraper', { prometheusCR: { enabled: true } });
  accepted(await cluster.apply(manifest(collector)));
  await operator.workloadOf(manifest(collector));
  const own = (await configMaps()).find(({ metadata }) => metadata.name.startsWith('scraper-collector-'));
  const made = load(own!.data['collector.yaml']) as Manifest;
  const [ours] = Object.values(collector.toConfig().receivers as Record<string, Manifest>);
  const { collector_id, ...rest } = ours!.target_allocator;
  expect(made.receivers.prometheus).toEqual({
    ...ours,
    target_allocator: { ...rest, collector_id: collector_id.replace('env:', '') },
  });
});

const cases: readonly [string, Allocator, CollectorProps, object?][] = [
  ['a statefulset with a job', {}, {}, { scrape_configs: [job] }],
  ['a daemonset by node', { allocationStrategy: 'per-node' }, { mode: 'daemonset' }, { scrape_configs: [job] }],
  ['a daemonset without its strategy', {}, { mode: 'daemonset' }, { scrape_configs: [job] }],
  ['a statefulset by node', { allocationStrategy: 'per-node' }, {}, { scrape_configs: [job] }],
  ['nothing to look for', {}, {}, { scrape_configs: [] }],
  ['a deployment', {}, { mode: 'deployment' }, { scrape_configs: [job] }],
];

test.each(cases)('the webhook and we agree on %s', async (name, allocator, props, config) => {
  const collector = scraper(name.replaceAll(' ', '-'), allocator, props, config);
  const errors = issuesOf(collector).filter(({ severity }) => severity === 'error');
  const { ok } = await cluster.apply(manifest(collector));
  expect({ ok, errors: errors.map(({ message }) => message) }).toMatchObject({ ok: errors.length === 0 });
});
