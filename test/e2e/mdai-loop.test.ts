import { HubLoop, type LoopRun } from '../../src/analysis/loop/loop';
import type { RequestData } from '../../src/analysis/loop/request';
import type { Entries } from '../../src/analysis/loop/sources';
import type { VariableValue } from '../../src/analysis/loop/variables';
import { readModel } from '../../src/convert/read';
import type { ConfigValue } from '../../src/model/config';
import { type HubModel, variablesConfigMap } from '../../src/model/hub';
import type { Model } from '../../src/model/model';
import type { Manifest } from '../../src/testing';
import { Cluster } from './kubernetes';
import { accepted } from './kubernetes/client';
import { exampleNames, manifestsOf, ofKind } from './manifests';
import { type Handled, RealLoop } from './mdai/loop';
import { applyAll, deleteAll, eventually, group } from './mdai/made';
import { notification } from './mdai/notification';
import { MdaiOperator } from './mdai/operator';
import { Receiver } from './mdai/receiver';
import { Redis } from './mdai/redis';
import { scenario } from './mdai/scenario';
import { orderless } from './mdai/values';
import { Started } from './process';

const started = new Started();
let cluster: Cluster;
let store: Redis;
let operator: MdaiOperator;
let real: RealLoop;
let receiver: Receiver;
let day = 1;

beforeAll(async () => {
  cluster = await started.add(Cluster.start());
  await cluster.installCrds();
  store = await started.add(Redis.start());
  operator = await started.add(MdaiOperator.start(cluster, store));
  real = await started.add(RealLoop.start(cluster, store));
  receiver = await started.add(Receiver.start());
});

afterAll(() => started.stop());

/** Programs with automations, but those with variables that need Valkey modules of MDAI's own. */
const programs: readonly (readonly [string, readonly Manifest[]])[] = [
  ...exampleNames().map((name) => [name, manifestsOf(name)] as const),
  ['a scenario with every kind of variable and action', scenario] as const,
].filter(([, manifests]) => ofKind(manifests, 'MdaiHub').some(runsHere));

function runsHere({ spec: { variables = [], rules = [] } }: Manifest): boolean {
  return rules.length > 0 && variables.every(({ type }: Manifest) => type !== 'meta');
}

describe.each(programs)('the loop of %s', (_, manifests) => {
  let objects: readonly Manifest[];
  let secrets: Entries;
  let hubs: readonly HubModel[];
  let model: Model;
  let simulated: HubLoop;

  beforeAll(async () => {
    // Webhooks call the test, wherever they would.
    objects = JSON.parse(JSON.stringify(manifests).replaceAll('https://', `${receiver.address}/`));
    secrets = secretsOf(objects, receiver.address);
    model = readModel(objects.map((content) => ({ path: '', content: content as ConfigValue })));
    hubs = model.hubs;
    // The gateway takes an alert for another with the same labels, and skips it where that changed later.
    simulated = new HubLoop(model, { secrets, start: new Date(Date.UTC(2024, 0, day++)) });
    await cluster.namespacesFor(objects);
    for (const [name, stringData] of Object.entries(secrets)) {
      for (const { namespace = 'default' } of hubs) {
        const secret = { apiVersion: 'v1', kind: 'Secret', metadata: { name, namespace }, stringData };
        accepted(await cluster.apply(secret));
      }
    }
    await applyAll(cluster, operator, objects);
    for (const { name } of hubs) await real.knows(name);
  });

  afterAll(() => deleteAll(cluster, objects));

  test('alerts and requests do what the simulation says', async () => {
    for (const hub of hubs) {
      for (const alert of hub.alerts) {
        for (const series of seriesOf) {
          const begins = simulated.fire(hub.name, alert.name, series, 1);
          const firing = { hub, alert, series, since: simulated.now };
          await agrees(begins, await real.notify(notification(model, firing)));
          // Alertmanager tells of it again.
          const goesOn = simulated.fire(hub.name, alert.name, series, 1);
          expect([goesOn.automations, await real.notify(notification(model, firing))]).toEqual([[], []]);
        }
        for (const series of seriesOf) {
          const since = simulated.now;
          const ends = simulated.resolve(hub.name, alert.name, series);
          const firing = { hub, alert, series, since };
          await agrees(ends, await real.notify(notification(model, firing, simulated.now)));
        }
      }
      for (const { key, type, dataType } of hub.variables) {
        if (type !== 'manual') continue;
        for (const [operation, data] of requestsOf[dataType] ?? []) {
          const method = operation === 'add' ? 'POST' : 'DELETE';
          await agrees(
            simulated.request(hub.name, key, { operation, data }),
            await real.request(method, hub.name, key, data),
          );
        }
      }
    }
  });

  // Only of programs that deploy some.
  const testReplays = JSON.stringify(manifests).includes('deployReplay') ? test : undefined;
  testReplays?.('replays are deployed when they are asked for, and removed when they have ended', async () => {
    for (const hub of hubs) {
      for (const { when, do: actions } of hub.automations) {
        if (!('variable' in when) || actions.every(({ kind }) => kind !== 'deployReplay')) continue;
        for (const data of replaysAskedFor) {
          await agrees(
            simulated.request(hub.name, when.variable, { operation: 'add', data }),
            await real.request('POST', hub.name, when.variable, data),
          );
        }
        for (const { name, statusVariable } of simulated.replays) {
          const status = JSON.stringify({ replay_name: name, replay_status: 'completed' });
          await agrees(simulated.finishReplay(name, 'completed'), await real.ended(hub.name, statusVariable, status));
        }
      }
    }
  });

  /** Expects the same events, requests of webhooks, values and environments. */
  async function agrees(run: LoopRun, events: readonly Handled[]): Promise<void> {
    expect(sorted(events.map(shown))).toEqual(sorted(run.events.map(shown)));
    const calls = receiver.take().map(({ method, url, body }) => ({ method, url, body: JSON.parse(body) }));
    const expected = run.webhooks.map(({ method, url, body }) => ({
      method,
      url: url.replace(receiver.address, ''),
      body: JSON.parse(body ?? ''),
    }));
    expect(sorted(calls)).toEqual(sorted(expected));
    const replays = (await cluster.list({ apiVersion: group, kind: 'MdaiReplay' }))
      // The operator keeps one until its pods have sent everything.
      .filter(({ metadata }) => metadata.deletionTimestamp === undefined)
      .map((content) => ({ path: '', content: content as ConfigValue }));
    // The object also has what is left to defaults.
    const wanted = simulated.replays.map(({ path: _, ...replay }) => expect.objectContaining(replay));
    expect(sorted(readModel(replays).replays)).toEqual(wanted);
    for (const { name, variables } of hubs) {
      for (const { key } of variables) {
        expect([key, await stored(name, key)]).toEqual([key, unordered(simulated.value(name, key))]);
      }
    }
    for (const collector of model.collectors) {
      const { hub, namespace } = collector;
      if (hub === undefined) continue;
      const map = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: variablesConfigMap(hub), namespace } };
      const environment = simulated.environment(collector);
      await eventually(async () =>
        expect(orderless((await cluster.get(map)).body.data)).toEqual(orderless(environment)),
      );
    }
  }
});

const seriesOf = [
  { service_name: 'cart', team: 'shop' },
  { service_name: 'search', team: 'find' },
];

const requestsOf: Readonly<Record<string, readonly (readonly ['add' | 'remove', RequestData])[]>> = {
  set: [
    ['add', ['a', 'b']],
    ['remove', ['a']],
  ],
  map: [
    ['add', { a: '1', b: 'text' }],
    ['remove', ['a']],
  ],
  string: [['add', 'text']],
  int: [['add', 12]],
  boolean: [['add', true]],
};

const replayAsked = {
  replayName: 'incident',
  startTime: '2026-01-07 10:00',
  endTime: '2026-01-07 11:00',
  telemetryType: 'logs',
};

/** What somebody sets the variable to that asks for replays: the first is deployed, the operator refuses the others. */
const replaysAskedFor: readonly string[] = [
  replayAsked,
  replayAsked,
  { ...replayAsked, replayName: 'untimed', startTime: '' },
  { ...replayAsked, replayName: 'No Name' },
  { ...replayAsked, replayName: 'typed', telemetryType: 'profiles' },
].map((asked) => JSON.stringify(asked));

/** Each Secret that a hub names, with a URL for each key: it can be the address of a webhook, and any other text. */
function secretsOf(objects: readonly Manifest[], address: string): Entries {
  const found: Record<string, Record<string, string>> = {};
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const { secretKeyRef } = value as Manifest;
    if (secretKeyRef) {
      const { name, key } = secretKeyRef;
      found[name] = { ...found[name], [key]: `${address}/${name}/${key}` };
    }
    for (const inner of Object.values(value)) visit(inner);
  };
  for (const hub of ofKind(objects, 'MdaiHub')) visit(hub.spec);
  return found;
}

/** What both say of an event. */
function shown(event: Handled | LoopRun['events'][number]) {
  const { name, depth, payload, automations } = event;
  const failed = ('failure' in event ? event.failure : 'stopped' in event ? event.stopped : undefined) !== undefined;
  return { name, depth, payload: JSON.parse(payload), automations: [...(automations ?? [])].sort(), failed };
}

function sorted<T>(all: readonly T[]): T[] {
  return [...all].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

/** The value of a variable in the store, members in the order of the alphabet. */
async function stored(hub: string, variable: string): Promise<VariableValue> {
  const key = `variable/${hub}/${variable}`;
  const type = await store.ask('TYPE', key);
  if (type === 'none') return undefined;
  if (type === 'set') return [...((await store.ask('SMEMBERS', key)) as string[])].sort();
  if (type === 'string') return (await store.ask('GET', key)) as string;
  const flat = (await store.ask('HGETALL', key)) as string[];
  return Object.fromEntries(flat.flatMap((field, i) => (i % 2 === 0 ? [[field, flat[i + 1] ?? '']] : [])));
}

function unordered(value: VariableValue): VariableValue {
  return Array.isArray(value) ? [...value].sort() : value;
}
