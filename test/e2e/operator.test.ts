import type { Manifest } from '../../src/testing';
import { Cluster, type Level } from './kubernetes';
import { accepted } from './kubernetes/client';
import { collectors as others } from './kubernetes/collectors';
import { withDefaults } from './kubernetes/defaults';
import { definitionOf } from './kubernetes/definitions';
import { examples } from './kubernetes/examples';
import { Operator } from './kubernetes/operator';
import { admission, podsOf } from './kubernetes/pods';
import { ofKind } from './manifests';

/** With the defaults that the API server fills in by itself. */
const specSchema = definitionOf('OpenTelemetryCollector').spec.versions.find(({ name }: Manifest) => name === 'v1beta1')
  .schema.openAPIV3Schema.properties.spec;

let cluster: Cluster;
let operator: Operator;

beforeAll(async () => {
  cluster = await Cluster.start();
  await cluster.installCrds();
  operator = await Operator.start(cluster);
});

afterAll(async () => {
  await operator?.stop();
  await cluster?.stop();
});

/** The pods that the strictest level does not admit, by `<example>/<collector>`, with the strictest one that does. */
const exceptions: Readonly<Record<string, Level>> = {
  // They read files of their nodes.
  'agent-gateway/agent': 'privileged',
  'kubernetes-monitoring/node': 'privileged',
};

/** Each collector with the objects beside it: the webhook warns where its ServiceAccount may not do what it has to. */
const cases = [...examples, { example: 'others', objects: others }].flatMap(({ example, objects }) =>
  ofKind(objects, 'OpenTelemetryCollector').map((collector) => ({
    name: `${example}/${collector.metadata.name}`,
    collector,
    objects,
  })),
);

describe.each(cases)('the operator makes a workload of $name', ({ name, collector, objects }) => {
  let warnings: readonly string[];
  let workload: Manifest;

  beforeAll(async () => {
    await cluster.namespacesFor(objects);
    for (const object of objects) if (object.kind !== collector.kind) accepted(await cluster.apply(object));
    warnings = accepted(await cluster.apply(collector)).warnings;
    workload = await operator.workloadOf(collector);
  });

  test('without a warning or an error', () => {
    expect({ warnings, problems: operator.problems }).toEqual({ warnings: [], problems: [] });
  });

  test('and leaves what was written of the collector as it was', async () => {
    const { spec } = accepted(await cluster.get(collector)).body;
    const { autoscaler, replicas } = collector.spec;
    // The number of pods is the autoscaler's to write, and starts at one: said by us, each apply would undo what it did.
    const scaled = autoscaler !== undefined && replicas === undefined ? { replicas: 1 } : {};
    expect(spec).toEqual({ ...(withDefaults(specSchema, collector.spec) as Manifest), ...scaled });
  });

  test('and adds no label or annotation to the collector but its own', async () => {
    const { labels = {}, annotations = {} } = accepted(await cluster.get(collector)).body.metadata;
    const own = 'app.kubernetes.io/managed-by';
    const added = own in labels ? { [own]: 'opentelemetry-operator' } : {};
    expect(labels).toEqual({ ...collector.metadata.labels, ...added });
    expect(annotations).toEqual({ ...collector.metadata.annotations });
  });

  test('whose pods the strictest level admits, or the one in the table', async () => {
    const [found] = podsOf([workload]);
    const { pod } = found!;
    const expected = exceptions[name] ?? 'restricted';
    const { level, refusals } = await admission(cluster, pod, [pod.spec.serviceAccountName]);
    expect({ level, refusals: level === expected ? [] : refusals }).toEqual({ level: expected, refusals: [] });
  });
});

test('every exception is some collector’s', () => {
  expect(cases.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(exceptions)));
});

test('the webhook refuses what the operator cannot make', async () => {
  const { collector } = cases[0]!;
  const misplaced = { ...collector, spec: { ...collector.spec, mode: 'daemonset', volumeClaimTemplates: [{}] } };
  const other = { ...misplaced, metadata: { ...collector.metadata, name: 'misplaced' } };
  expect(await cluster.apply(other)).toMatchObject({
    ok: false,
    message: expect.stringContaining("does not support the attribute 'volumeClaimTemplates'"),
  });
});
