import { extensionReferences } from '../../checks/extension-reference';
import type { CollectorModel, Replicas } from '../../model/collector';
import { at, type ConfigMap, strings } from '../../model/config';
import type { Release } from '../../model/release';
import type { Signal } from '../../model/signal';
import { addressesIn } from '../../needs/egress';
import { targetOf } from '../../needs/target';
import { parseCondition } from '../../ottl/parser';
import { sockets } from '../../view/sockets';
import { type CollectorView, type ComponentView, componentIn, type PipelineView, viewOf } from '../../view/view';
import type { GraphCondition } from './graph';
import { withoutSecrets } from './mask';
import { collectorObjects, type ManifestObject } from './objects';
import { keyOf, namedServer, server, serversOf, sourcesOf, store, unknownServer } from './outside';
import { readable } from './readable';
import { drawRoutes } from './routes';
import type { Services } from './services';
import type { Sketch } from './sketch';
import { storesOf } from './stores';

/** Draws a collector: its components, its pipelines, and where telemetry comes from and goes to. */
export function drawCollector(
  sketch: Sketch,
  collector: CollectorModel,
  services: Services,
  manifests: readonly ManifestObject[],
): void {
  const view = viewOf(collector);
  const { path } = collector;
  sketch.node({
    id: path,
    kind: 'collector',
    label: collector.name || (path.split('/').at(-1) ?? path),
    about: aboutCollector(collector),
    signals: view.pipelines.flatMap(({ signal }) => signal ?? []),
    path,
    config: withoutSecrets(settings(collector)),
    objects: collectorObjects(collector, manifests),
  });
  const uses = usesOf(view);
  for (const [component, use] of uses) drawComponent(sketch, view, component, use);
  for (const pipeline of view.pipelines) drawPipeline(sketch, view, pipeline);
  for (const [component, use] of uses) {
    if (component.kind === 'exporter') sendsTo(sketch, view, component, use, services);
    if (component.kind === 'receiver') takesFrom(sketch, view, component, use, services);
    drawExtensions(sketch, view, component);
  }
  drawRoutes(sketch, view);
  ownTelemetry(sketch, view, services);
}

function aboutCollector({ namespace, pod, release, hub }: CollectorModel): string {
  const parts = [
    namespace,
    pod &&
      `${pod.mode}${pod.mode === 'deployment' || pod.mode === 'statefulset' ? ` × ${replicas(pod.replicas)}` : ''}`,
    release,
    hub === undefined ? undefined : `hub ${hub}`,
  ];
  return parts.filter((part) => part !== undefined).join(' · ');
}

function replicas(count: Replicas): string {
  return typeof count === 'number' ? String(count) : `${count.min}–${count.max}`;
}

/** What a collector is told beside its components and pipelines. */
function settings({ config, pod, release, featureGates }: CollectorModel): ConfigMap {
  const service = at(config, 'service');
  const { pipelines: _, ...rest } = (typeof service === 'object' && service !== null ? service : {}) as ConfigMap;
  return {
    release,
    ...(pod && { mode: pod.mode, replicas: pod.replicas as ConfigMap[string], image: pod.image }),
    ...(featureGates.length > 0 && { featureGates }),
    service: rest,
  };
}

/** Where a component stands, and for what signals. */
interface Use {
  readonly signals: Set<Signal>;
}

/** The components in pipelines but for processors, which are drawn where they stand. */
function usesOf(view: CollectorView): ReadonlyMap<ComponentView, Use> {
  const uses = new Map<ComponentView, Use>();
  for (const pipeline of view.pipelines) {
    for (const role of ['receivers', 'exporters'] as const) {
      for (const id of pipeline[role].ids) {
        const component = componentIn(view, role, id);
        if (component === undefined) continue;
        const use = uses.get(component) ?? { signals: new Set() };
        uses.set(component, use);
        if (pipeline.signal !== undefined) use.signals.add(pipeline.signal);
      }
    }
  }
  return uses;
}

function drawComponent(sketch: Sketch, view: CollectorView, component: ComponentView, { signals }: Use): void {
  const about = aboutComponent(view, component);
  sketch.node({
    id: component.path,
    kind: component.kind,
    label: component.id,
    ...(about !== '' && { about }),
    parent: view.path,
    signals: [...signals],
    path: component.path,
    config: withoutSecrets(component.config),
    ...(keyOf(component) === 'exporter nop' && { drops: true as const }),
  });
}

/** Exporters at which telemetry ends within the pod. */
const ends: Readonly<Record<string, (config: ConfigMap) => string>> = {
  'exporter nop': () => 'drops everything',
  'exporter debug': () => 'writes to the collector’s log',
  'exporter file': ({ path }) => (typeof path === 'string' ? path : 'a file'),
};

/** What a component listens on, or what it does where its id does not say so. */
function aboutComponent(view: CollectorView, component: ComponentView): string {
  const end = Object.hasOwn(ends, keyOf(component)) ? ends[keyOf(component)] : undefined;
  if (end !== undefined) return end(component.config);
  const ports = [...sockets(view)].flatMap(({ binds, port }) => (binds?.component === component ? [`:${port}`] : []));
  if (ports.length > 0) return `listens on ${[...new Set(ports)].join(', ')}`;
  return '';
}

function drawPipeline(sketch: Sketch, view: CollectorView, pipeline: PipelineView): void {
  const { path, id, signal, processors, receivers, exporters } = pipeline;
  const signals = signal === undefined ? [] : [signal];
  const targets = exporters.ids.flatMap((one) => componentIn(view, 'exporters', one) ?? []);
  const drops = targets.length > 0 && targets.every((one) => keyOf(one) === 'exporter nop');
  sketch.node({
    id: path,
    kind: 'pipeline',
    label: id,
    parent: view.path,
    signals,
    path,
    config: { receivers: receivers.ids, processors: processors.ids, exporters: exporters.ids },
    ...(drops && { drops: true as const }),
  });
  let before: string | undefined;
  for (const one of processors.ids) {
    const component = componentIn(view, 'processors', one);
    const step = `${path}/processors/${one}`;
    const conditions = component && conditionsOf(component, view.collector.release);
    sketch.node({
      id: step,
      kind: 'processor',
      label: one,
      parent: path,
      signals,
      path: component?.path ?? path,
      config: withoutSecrets(component?.config ?? {}),
      ...(conditions && conditions.length > 0 && { conditions }),
    });
    if (before !== undefined) sketch.edge({ from: before, to: step, kind: 'order', signals });
    before = step;
  }
  for (const one of receivers.ids) {
    const source = componentIn(view, 'receivers', one);
    const isRouted = source !== undefined && keyOf(source) === 'connector routing';
    if (source && !isRouted) sketch.edge({ from: source.path, to: path, kind: 'telemetry', signals });
  }
  for (const target of targets) sketch.edge({ from: path, to: target.path, kind: 'telemetry', signals });
}

/** The conditions under which a filter drops. */
function conditionsOf(component: ComponentView, release: Release): readonly GraphCondition[] {
  if (keyOf(component) !== 'processor filter') return [];
  return [...strings(component.config)].flatMap(({ text: condition, path }) => {
    if (typeof path.at(-1) !== 'number') return [];
    const { tree } = parseCondition(condition, { release });
    return [{ condition, label: tree === undefined ? condition : readable(tree) }];
  });
}

function sendsTo(sketch: Sketch, view: CollectorView, component: ComponentView, use: Use, services: Services): void {
  const { collector } = view;
  const signals = [...use.signals];
  const from = component.path;
  const kind = 'telemetry';
  const stores = signals.flatMap((signal) =>
    storesOf(keyOf(component), component.config, signal).map((one) => ({ one, signal })),
  );
  for (const { one, signal } of stores)
    sketch.edge({ from, to: store(sketch, one, [signal]), kind, signals: [signal] });
  if (stores.length > 0) return;
  const sends = (collector.sends ?? []).filter(({ exporter }) => exporter === component.id);
  for (const { to, receiver } of sends) sketch.edge({ from, to: `${to}/receivers/${receiver}`, kind, signals });
  if (sends.length > 0) return;
  const servers = serversOf(component, collector);
  for (const target of servers) {
    const served = services.behind(target, collector.namespace);
    sketch.edge({ from, to: served?.to ?? server(sketch, target, signals), kind, signals });
  }
  const unknown = servers.length > 0 ? undefined : unknownServer(component);
  if (unknown !== undefined) sketch.edge({ from, to: namedServer(sketch, unknown, signals), kind, signals });
}

function takesFrom(sketch: Sketch, view: CollectorView, component: ComponentView, use: Use, services: Services): void {
  const signals = [...use.signals];
  const to = component.path;
  const kind = 'telemetry';
  for (const signal of signals) {
    for (const one of storesOf(keyOf(component), component.config, signal)) {
      sketch.edge({ from: store(sketch, one, [signal]), to, kind, signals: [signal] });
    }
  }
  const rows = sourcesOf(component);
  for (const { id, label, about } of rows) {
    sketch.edge({
      from: sketch.node({ id: `source/${id}`, kind: 'source', label, about, signals }),
      to,
      kind,
      signals,
    });
  }
  if (rows.length > 0 || signals.some((signal) => storesOf(keyOf(component), component.config, signal).length > 0))
    return;
  for (const target of serversOf(component, view.collector)) {
    const served = services.behind(target, view.collector.namespace);
    sketch.edge({ from: served?.to ?? asked(sketch, target, signals), to, kind, signals });
  }
}

/** A server that a receiver asks. */
function asked(
  sketch: Sketch,
  { host = '', port }: { host?: string; port?: number },
  signals: readonly Signal[],
): string {
  const id = `source/${host}${port === undefined ? '' : `:${port}`}`;
  const about = port === undefined ? {} : { about: `port ${port}` };
  return sketch.node({ id, kind: 'source', label: host, ...about, signals });
}

/** The extensions that a component names: how it proves who it is, where it keeps its queue. */
function drawExtensions(sketch: Sketch, view: CollectorView, component: ComponentView): void {
  for (const { id, role } of extensionReferences(component)) {
    const extension = view.sections.extension.components.get(id);
    if (extension === undefined) continue;
    const { path: to, id: label, config } = extension;
    sketch.node({ id: to, kind: 'extension', label, parent: view.path, path: to, config: withoutSecrets(config) });
    sketch.edge({ from: component.path, to, kind: 'uses', label: usedFor[role ?? ''] ?? 'uses' });
  }
}

const usedFor: Readonly<Record<string, string>> = {
  storage: 'keeps its queue in',
  clientAuth: 'proves itself by',
  serverAuth: 'lets in by',
  encoding: 'is encoded by',
  observer: 'is told by',
  leaderElector: 'is elected by',
  tailStorage: 'keeps traces in',
};

/** Where the collector's own logs, metrics and traces are sent. */
function ownTelemetry(sketch: Sketch, { service, collector, path }: CollectorView, services: Services): void {
  for (const signal of ['logs', 'metrics', 'traces'] as const) {
    for (const address of addressesIn(at(service, 'telemetry', signal) ?? {}, [])) {
      const target = targetOf(address, collector);
      if (target?.host === undefined) continue;
      const served = services.behind(target, collector.namespace);
      if (served?.to.startsWith(`${path}/`)) continue;
      sketch.edge({ from: path, to: served?.to ?? server(sketch, target), kind: 'own', signals: [signal] });
    }
  }
}
