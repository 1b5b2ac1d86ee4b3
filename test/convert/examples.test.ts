import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { checkModel } from '../../src/checks/check';
import { readModel } from '../../src/convert/read';
import { MdaiApp } from '../../src/index';
import type { CollectorModel } from '../../src/model/collector';
import { hubRuleGroup } from '../../src/model/hub-rules';
import type { Model } from '../../src/model/model';
import type { PrometheusModel } from '../../src/model/prometheus';
import { Registry } from '../../src/registry';
import { configForRelease } from '../../src/render/release';
import { readSources } from '../../src/source/read';

const folder = join(__dirname, '../../examples');
const examples = readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);

/** What an example synthesizes, read again. */
function readExample(name: string) {
  const { documents, issues } = readSources([join(folder, name, 'expected')]);
  return { issues, model: readModel(documents) };
}

const programs = new Map<string, Model>();

/** What the constructs of an example say; nothing is written. */
function modelOf(name: string): Model {
  const known = programs.get(name);
  if (known) return known;
  const synth = jest.spyOn(MdaiApp.prototype, 'synth').mockImplementation(function (this: MdaiApp) {
    programs.set(name, Registry.of(this).model);
  });
  require(join(folder, name, 'main.ts'));
  synth.mockRestore();
  return modelOf(name);
}

test.each(examples)('the checks are silent about what %s synthesizes', (name) => {
  const { issues, model } = readExample(name);
  expect(issues).toEqual([]);
  expect(checkModel(model)).toEqual([]);
});

/** Who a part of a model is, wherever it was read. */
function nameIn(model: Model) {
  const parts = [...model.collectors, ...model.observers, ...model.hubMonitors, ...model.alertmanagers];
  const names = new Map(parts.map(({ path, name, namespace }) => [path, [namespace, name].filter(Boolean).join('/')]));
  return (path: string) => names.get(path) ?? path;
}

/**
 * What both say of a collector. The manifest says nothing of what was derived, declared or known of Kafka and of the
 * routes: that is in the objects themselves. Its variables are more, with those that were derived.
 */
function collectorFacts(collector: CollectorModel, model: Model) {
  const { name, namespace, release, config, featureGates, envFrom, hub, pod, sends = [] } = collector;
  const nameOf = nameIn(model);
  return {
    name,
    namespace,
    release,
    config: configForRelease(config, release),
    featureGates,
    envFrom,
    hub,
    sends: sends.map((send) => ({ ...send, to: nameOf(send.to) })),
    backend: pod?.backend,
    mode: pod?.mode,
    // One that joins pods has as many as those.
    replicas: pod?.mode === 'daemonset' || pod?.mode === 'sidecar' ? undefined : replicasOf(pod?.replicas),
    image: pod?.image,
    memoryMiB: pod?.memoryMiB,
    cpuMillis: pod?.cpuMillis,
  };
}

function replicasOf(replicas: unknown) {
  const { min, max } = (typeof replicas === 'object' ? replicas : { min: replicas, max: replicas }) as {
    min: number;
    max: number;
  };
  return { min, max };
}

function sorted<T>(facts: readonly T[]): T[] {
  return [...facts].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

test.each(examples)('collectors of %s are read as their constructs say them', (name) => {
  const { model } = readExample(name);
  const program = modelOf(name);
  const facts = (of: Model) => sorted(of.collectors.map((collector) => collectorFacts(collector, of)));
  expect(facts(model)).toEqual(facts(program));
  for (const { name, namespace, env } of program.collectors) {
    const read = model.collectors.find((one) => one.name === name && one.namespace === namespace);
    expect(read?.env).toMatchObject(env);
  }
});

test.each(examples)('the objects of the MDAI operator in %s are read as their constructs say them', (name) => {
  const { model } = readExample(name);
  const program = modelOf(name);
  for (const kind of ['hubs', 'observers', 'hubMonitors', 'replays', 'ingresses', 'dals'] as const) {
    const facts = (of: Model) => sorted(of[kind].map(({ path: _, ...facts }) => facts));
    // The manifest also says what was filled in.
    expect(facts(model)).toMatchObject(facts(program));
  }
});

/** What both say of a Prometheus. Its storage is Kubernetes' to know; without an operator, flags say the rest. */
function prometheusFacts(prometheus: PrometheusModel, model: Model) {
  const { name, namespace, mode, backend, version, image, replicas, scrapeInterval, evaluationInterval } = prometheus;
  const nameOf = nameIn(model);
  return {
    ...{ name, namespace, mode, backend, version, image, replicas, scrapeInterval, evaluationInterval },
    memoryMiB: prometheus.memoryMiB,
    cpuMillis: prometheus.cpuMillis,
    remoteWrite: prometheus.remoteWrite,
    alertmanager: prometheus.alertmanager && {
      ...prometheus.alertmanager,
      path: nameOf(prometheus.alertmanager.path),
    },
    subjects: sorted([...new Set(prometheus.scrapes.flatMap(({ of }) => (of === undefined ? [] : [nameOf(of.path)])))]),
    groups: groupsOf(prometheus, model).map(({ path: _, rules, ...group }) => ({
      ...group,
      rules: rules.map(({ path: __, ...rule }) => rule),
    })),
  };
}

/** Without an operator, the rules of hubs are in its own file. */
function groupsOf({ groups, backend, namespace }: PrometheusModel, { hubs, closed }: Model) {
  const beside = hubs.filter((hub) => hub.namespace === namespace && hub.alerts.length > 0);
  return closed && backend === 'workload' ? [...groups, ...beside.map(hubRuleGroup)] : groups;
}

test.each(examples)('Prometheuses of %s are read as their constructs say them', (name) => {
  const { model } = readExample(name);
  const program = modelOf(name);
  const facts = (of: Model) => sorted(of.prometheuses.map((one) => prometheusFacts(one, of)));
  expect(facts(model)).toEqual(facts(program));
});

test.each(examples)('Alertmanagers of %s are read as their constructs say them', (name) => {
  const { model } = readExample(name);
  const program = modelOf(name);
  const facts = (of: Model) =>
    sorted(
      of.alertmanagers.map(({ name, namespace, backend, version, config, templates }) => {
        return { name, namespace, backend, version, config, templates };
      }),
    );
  expect(facts(model)).toEqual(facts(program));
});
