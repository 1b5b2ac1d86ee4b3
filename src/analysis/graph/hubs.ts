import { envReads } from '../../checks/environment';
import type { CollectorModel } from '../../model/collector';
import { type ConfigValue, strings } from '../../model/config';
import type { AutomationModel, HubModel, VariableModel } from '../../model/hub';
import type { ActionModel } from '../../model/hub-action';
import type { Model } from '../../model/model';
import { envOf, references } from '../../model/reference';
import type { ReplaySpecModel } from '../../model/replay';
import { targetOf } from '../../needs/target';
import { componentIn, viewOf } from '../../view/view';
import { withoutSecrets } from './mask';
import { ownObjects } from './objects';
import { namedServer, nobody, server, serverAt, store } from './outside';
import type { Services } from './services';
import type { Sketch } from './sketch';
import { s3 } from './stores';

/** Draws a hub: its variables, alerts and automations, and the collectors that read it. */
export function drawHub(sketch: Sketch, hub: HubModel, model: Model, services: Services): void {
  const { path, name, namespace } = hub;
  const objects = ownObjects(['MdaiHub'], hub);
  const about = namespace === undefined ? {} : { about: namespace };
  sketch.node({ id: path, kind: 'hub', label: name, ...about, path, objects });
  for (const variable of hub.variables) drawVariable(sketch, hub, variable);
  for (const { name: alert, expr, for: held, severity } of hub.alerts) {
    const config = { expr, ...(held !== undefined && { for: held }), severity };
    const id = `${path}/alerts/${alert}`;
    sketch.node({ id, kind: 'alert', label: alert, about: severity, parent: path, path: id, config });
  }
  for (const automation of hub.automations) drawAutomation(sketch, hub, automation, services);
  for (const collector of model.collectors) {
    if (collector.hub === name) drawReaders(sketch, hub, collector);
  }
}

function drawVariable(sketch: Sketch, { path }: HubModel, variable: VariableModel): void {
  const { key, type, dataType, exports, variableRefs = [] } = variable;
  const id = `${path}/variables/${key}`;
  const config = {
    type,
    dataType,
    exports: exports.map((one) => ({ ...one })),
    ...(variableRefs.length > 0 && { variableRefs }),
  };
  sketch.node({ id, kind: 'variable', label: key, about: `${type} ${dataType}`, parent: path, path: id, config });
  for (const ref of variableRefs) {
    sketch.edge({ from: `${path}/variables/${ref}`, to: id, kind: 'control', label: 'is a part of' });
  }
}

function drawAutomation(
  sketch: Sketch,
  hub: HubModel,
  { name, when, do: actions }: AutomationModel,
  services: Services,
): void {
  const id = `${hub.path}/automations/${name}`;
  const config = withoutSecrets({ when, do: actions } as unknown as ConfigValue);
  const start = 'alert' in when ? (when.status ?? 'firing or resolved') : `${when.update ?? 'changed'}`;
  sketch.node({ id, kind: 'automation', label: name, about: `when ${start}`, parent: hub.path, path: id, config });
  const from = 'alert' in when ? `${hub.path}/alerts/${when.alert}` : `${hub.path}/variables/${when.variable}`;
  sketch.edge({ from, to: id, kind: 'control', label: start });
  for (const action of actions) drawAction(sketch, hub, id, action, services);
}

/** What people call what an action does to a variable. */
const changes: Readonly<Record<string, string>> = {
  addToSet: 'adds to',
  removeFromSet: 'removes from',
  setVariable: 'sets',
  addToMap: 'adds to',
  removeFromMap: 'removes from',
};

function drawAction(sketch: Sketch, hub: HubModel, from: string, action: ActionModel, services: Services): void {
  if ('variable' in action) {
    const to = `${hub.path}/variables/${action.variable}`;
    sketch.edge({ from, to, kind: 'control', label: changes[action.kind] ?? 'changes' });
  } else if (action.kind === 'callWebhook') {
    const { url } = action;
    const label = typeof url === 'string' ? 'webhook' : `webhook of ${url.kind} ${url.name}`;
    const to = typeof url === 'string' ? serverAt(sketch, url, label) : namedServer(sketch, label);
    sketch.edge({ from, to, kind: 'control', label: 'calls' });
  } else if (action.kind === 'deployReplay') {
    const id = `${from}/replay`;
    drawReplay(sketch, { id, label: 'replay', parent: hub.path }, action.replay, hub, services);
    sketch.edge({ from, to: id, kind: 'control', label: 'deploys' });
  }
}

interface ReplayNode {
  readonly id: string;
  readonly label: string;
  readonly parent?: string;
}

/** Draws a replay: where it reads, and where it sends. */
export function drawReplay(
  sketch: Sketch,
  node: ReplayNode,
  replay: ReplaySpecModel & { readonly name?: string; readonly namespace?: string },
  hub: HubModel | undefined,
  services: Services,
): void {
  const { source, endpoint, telemetryType, statusVariable, startTime, endTime, name, namespace } = replay;
  const signals = telemetryType === undefined ? [] : [telemetryType];
  const time = startTime === undefined ? undefined : `${startTime} – ${endTime ?? ''}`;
  sketch.node({
    ...node,
    kind: 'replay',
    ...(time !== undefined && { about: time }),
    signals,
    path: node.id,
    config: withoutSecrets(replay as unknown as ConfigValue),
    ...(name !== undefined && {
      objects: ownObjects(['MdaiReplay'], { name, ...(namespace !== undefined && { namespace }) }),
    }),
  });
  if (source?.s3 !== undefined) {
    const from = store(sketch, s3(source.s3.bucket, source.s3.region), signals);
    sketch.edge({ from, to: node.id, kind: 'telemetry', signals });
  }
  const target = endpoint === undefined ? undefined : targetOf(endpoint, nobody);
  if (target?.host !== undefined) {
    const served = services.behind(target, namespace ?? hub?.namespace);
    sketch.edge({ from: node.id, to: served?.to ?? server(sketch, target, signals), kind: 'telemetry', signals });
  }
  if (hub !== undefined && statusVariable !== '') {
    sketch.edge({ from: node.id, to: `${hub.path}/variables/${statusVariable}`, kind: 'control', label: 'reports to' });
  }
}

/** Draws which components read a hub's variables from their environment. */
function drawReaders(sketch: Sketch, hub: HubModel, collector: CollectorModel): void {
  const read = envReads(collector);
  for (const { key, exports } of hub.variables) {
    const names = exports.map(({ name }) => name).filter((name) => read.has(name));
    if (names.length === 0) continue;
    for (const to of readersOf(collector, new Set(names))) {
      sketch.edge({ from: `${hub.path}/variables/${key}`, to, kind: 'variable', label: names.join(', ') });
    }
  }
}

/** The nodes of the components that read variables; the collector where no drawn component does. */
function readersOf(collector: CollectorModel, names: ReadonlySet<string>): readonly string[] {
  const view = viewOf(collector);
  const reads = (config: ConfigValue) =>
    [...strings(config)].some(({ text }) => references(text).some((one) => names.has(envOf(one)?.name ?? '')));
  const found = new Set<string>();
  for (const { path, receivers, processors, exporters } of view.pipelines) {
    for (const [role, { ids }] of [
      ['receivers', receivers],
      ['exporters', exporters],
    ] as const) {
      for (const id of ids) {
        const component = componentIn(view, role, id);
        if (component && reads(component.config)) found.add(component.path);
      }
    }
    for (const id of processors.ids) {
      const component = componentIn(view, 'processors', id);
      if (component && reads(component.config)) found.add(`${path}/processors/${id}`);
    }
  }
  return found.size > 0 ? [...found] : [collector.path];
}
