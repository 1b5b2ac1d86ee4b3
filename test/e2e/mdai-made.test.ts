import { environmentOf } from '../../src/analysis/loop/environment';
import { readModel } from '../../src/convert/read';
import type { ConfigValue } from '../../src/model/config';
import { variablesConfigMap } from '../../src/model/hub';
import { hubRuleGroup } from '../../src/model/hub-rules';
import type { ScrapeModel } from '../../src/model/scrape';
import { hubMonitorScrape, observerScrape } from '../../src/prometheus/scrape-targets';
import { ruleGroups } from '../../src/render/prometheus/rule-groups';
import type { Manifest } from '../../src/testing';
import { Cluster } from './kubernetes';
import { accepted } from './kubernetes/client';
import { exampleNames, manifestsOf, ofKind } from './manifests';
import { automationsIn } from './mdai/automations';
import { applyAll, deleteAll, eventually, group } from './mdai/made';
import { MdaiOperator } from './mdai/operator';
import { Redis } from './mdai/redis';
import { orderless, setAll } from './mdai/values';
import { Started } from './process';

const started = new Started();
let cluster: Cluster;
let store: Redis;
let operator: MdaiOperator;

beforeAll(async () => {
  cluster = await started.add(Cluster.start());
  await cluster.installCrds();
  store = await started.add(Redis.start());
  operator = await started.add(MdaiOperator.start(cluster, store));
});

afterAll(() => started.stop());

const examples = exampleNames().filter((name) => manifestsOf(name).some(({ apiVersion }) => apiVersion === group));

describe.each(examples)('what the MDAI operator makes of %s', (example) => {
  const manifests = manifestsOf(example);
  const { hubs, observers, hubMonitors } = readModel(
    manifests.map((content) => ({ path: example, content: content as ConfigValue })),
  );

  beforeAll(() => applyAll(cluster, operator, manifests));
  afterAll(() => deleteAll(cluster, manifests));

  test('the rules of its hubs are those of the model', async () => {
    for (const hub of hubs) {
      const found = await cluster.get(named(hub, 'monitoring.coreos.com/v1', 'PrometheusRule', hubRuleGroup(hub).name));
      if (hub.alerts.length === 0) expect(found.status).toBe(404);
      // The name of the model's group is that of the object, whose one group has no name of its own.
      else expect(found.body.spec.groups).toEqual([{ ...ruleGroups([hubRuleGroup(hub)])[0], name: 'mdai' }]);
    }
  });

  test('the event hub gets the automations of the model', async () => {
    for (const hub of hubs) {
      const found = await cluster.get(named(hub, 'v1', 'ConfigMap', `${hub.name}-automation`));
      if (hub.automations.length === 0) expect(found.status).toBe(404);
      // The operator also writes what was left to defaults.
      else expect(byName(automationsIn(accepted(found).body))).toMatchObject(byName(hub.automations));
    }
  });

  test('collectors get the environment of the model, and restart when it changes', async () => {
    for (const hub of hubs) {
      const reading = ofKind(manifests, 'OpenTelemetryCollector').filter(
        ({ metadata }) => metadata.labels?.['mydecisive.ai/hub-name'] === hub.name,
      );
      const environments = () =>
        Promise.all(
          reading.map(async ({ metadata: { namespace } }) => {
            const map = named({ namespace }, 'v1', 'ConfigMap', variablesConfigMap(hub.name));
            return orderless((await cluster.get(map)).body.data);
          }),
        );
      const atFirst = reading.map(() => orderless(environmentOf(hub, new Map())));
      await eventually(async () => expect(await environments()).toEqual(atFirst));

      const values = await setAll(store, hub);
      const then = reading.map(() => orderless(environmentOf(hub, values)));
      await eventually(async () => expect(await environments()).toEqual(then));
      for (const collector of reading) {
        const { metadata } = accepted(await cluster.get(collector)).body;
        expect(metadata.annotations).toHaveProperty(['kubectl.kubernetes.io/restartedAt']);
      }
    }
  });

  test('observers and hub monitors are found where they are scraped, and listen where they are sent to', async () => {
    for (const observer of observers) await isScraped(observerScrape(observer));
    for (const monitor of hubMonitors) await isScraped(hubMonitorScrape(monitor));
    for (const made of [
      ...observers.map((one) => ({ ...one, suffix: 'mdai-observer' })),
      ...hubMonitors.map((one) => ({ ...one, suffix: 'mdai-collector' })),
    ]) {
      const service = await cluster.get(named(made, 'v1', 'Service', `${made.name}-${made.suffix}-service`));
      expect(accepted(service).body.spec.ports).toEqual(
        expect.arrayContaining([expect.objectContaining({ port: 4317 }), expect.objectContaining({ port: 4318 })]),
      );
    }
  });
});

function named(
  of: { readonly namespace?: string | undefined },
  apiVersion: string,
  kind: string,
  name: string,
): Manifest {
  return { apiVersion, kind, metadata: { name, ...(of.namespace !== undefined && { namespace: of.namespace }) } };
}

function byName<T extends { readonly name: string }>(all: readonly T[]): T[] {
  return [...all].sort((a, b) => a.name.localeCompare(b.name));
}

/** Expects a Deployment of the operator whose pods have the labels and the ports that are scraped. */
async function isScraped({ name, find, endpoints }: ScrapeModel): Promise<void> {
  if (find.kind !== 'pods') throw new Error(`${name} is not found by pods.`);
  const deployment = accepted(await cluster.get(named(find, 'apps/v1', 'Deployment', name))).body;
  const { metadata, spec } = deployment.spec.template;
  expect(metadata.labels).toMatchObject(find.labels);
  const ports = spec.containers.flatMap(({ ports = [] }: Manifest) =>
    ports.map((port: Manifest) => port.containerPort),
  );
  expect(ports).toEqual(expect.arrayContaining(endpoints.map(({ port }) => port)));
}
