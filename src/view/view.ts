import { findComponent } from '../catalog/catalog';
import type { ComponentFacts, ReleaseFacts } from '../catalog/facts';
import type { CollectorModel } from '../model/collector';
import {
  type ComponentKind,
  canonicalId,
  parseComponentId,
  parsePipelineId,
  type Section,
  sectionOf,
} from '../model/component-id';
import { at, type ConfigMap, type ConfigValue, isConfigMap } from '../model/config';
import type { Keys } from '../model/keys';
import { isReference } from '../model/reference';
import type { Signal } from '../model/signal';

export const kinds = Object.keys(sectionOf) as readonly ComponentKind[];

/** The three lists of a pipeline, and the kinds of components that each takes. */
export const roles = ['receivers', 'processors', 'exporters'] as const;

export type Role = (typeof roles)[number];

export const kindsOf: Readonly<Record<Role, readonly ComponentKind[]>> = {
  receivers: ['receiver', 'connector'],
  processors: ['processor'],
  exporters: ['exporter', 'connector'],
};

/** A collector's configuration as the rules read it: ids compared as the collector compares them, whatever its shape. */
export interface CollectorView {
  readonly collector: CollectorModel;
  readonly path: string;
  readonly config: ConfigMap;
  readonly service: ConfigMap;
  readonly sections: Readonly<Record<ComponentKind, SectionView>>;
  readonly pipelines: readonly PipelineView[];
  /** False when `service` or `service.pipelines` as a whole is read from elsewhere (`${file:…}`), or is no map. */
  readonly pipelinesRead: boolean;
  /** False when a pipeline or one of its lists is read from elsewhere, too. */
  readonly pipelinesKnown: boolean;
  /** The list `service.extensions`. */
  readonly enabled: IdList;
}

/** One of the five sections of components. */
export interface SectionView {
  readonly path: string;
  /** False when the section is read from elsewhere, or is no map. */
  readonly known: boolean;
  /** How many entries there are, under whatever id. */
  readonly length: number;
  readonly components: ReadonlyMap<string, ComponentView>;
}

/** A component under an id that the collector takes. */
export interface ComponentView {
  readonly kind: ComponentKind;
  readonly id: string;
  readonly type: string;
  readonly path: string;
  /** Its configuration; empty when it has none, or none that can be known. */
  readonly config: ConfigMap;
  /** What the catalogue knows of its type. */
  readonly facts?: ComponentFacts;
  /** What the catalogue knows of its type in the collector's release. */
  readonly inRelease?: ReleaseFacts;
}

export interface PipelineView {
  readonly id: string;
  readonly path: string;
  /** Where it stands in the configuration, under the key that was written. */
  readonly keys: readonly string[];
  /** Absent where the collector refuses the pipeline's id. */
  readonly signal?: Signal;
  readonly receivers: IdList;
  readonly processors: IdList;
  readonly exporters: IdList;
}

/** A list of component ids. */
export interface IdList {
  /** The ids that can be read, in order. */
  readonly ids: readonly string[];
  /** The index of each of them in the list. */
  readonly places: readonly number[];
  /** How many entries there are, readable or not. */
  readonly length: number;
  /** False when the list or an entry is read from elsewhere, or is no list. */
  readonly known: boolean;
}

const views = new WeakMap<CollectorModel, CollectorView>();

/** The view of a collector, made once. */
export function viewOf(collector: CollectorModel): CollectorView {
  let view = views.get(collector);
  if (view === undefined) {
    view = makeView(collector);
    views.set(collector, view);
  }
  return view;
}

/** The components that run: those in pipelines, and the enabled extensions. */
export function* running(view: CollectorView): Generator<ComponentView> {
  const seen = new Set<ComponentView>();
  for (const pipeline of view.pipelines) {
    for (const role of roles) {
      for (const id of pipeline[role].ids) {
        const component = componentIn(view, role, id);
        if (component) seen.add(component);
      }
    }
  }
  for (const id of view.enabled.ids) {
    const extension = view.sections.extension.components.get(id);
    if (extension) seen.add(extension);
  }
  yield* seen;
}

/** The component that a pipeline's list means with an id. */
export function componentIn(view: CollectorView, role: Role, id: string): ComponentView | undefined {
  for (const kind of kindsOf[role]) {
    const component = view.sections[kind].components.get(id);
    if (component) return component;
  }
  return undefined;
}

/** Where a part of the configuration is, for people: pipelines stand directly under their collector. */
export function pathTo(view: CollectorView, keys: Keys): string {
  const short = keys[0] === 'service' && keys[1] === 'pipelines' && keys.length > 2 ? keys.slice(2) : keys;
  return [view.path, ...short].join('/');
}

/** Where an id first stands in a list of a pipeline, in the keys of the configuration. */
export function placeOf(pipeline: PipelineView, role: Role, id: string): Keys {
  const { ids, places } = pipeline[role];
  const place = places[ids.indexOf(id)];
  return [...pipeline.keys, role, ...(place === undefined ? [] : [place])];
}

/**
 * Whether a feature gate is switched on. A list of gates is comma-separated; `-` in front switches off.
 *
 * @param byDefault what the gate is in the collector's release when nobody switches it
 */
export function gateIsOn(
  { featureGates }: Pick<CollectorModel, 'featureGates'>,
  gate: string,
  byDefault = false,
): boolean {
  const names = featureGates.flatMap((entry) => entry.split(',')).map((name) => name.trim());
  const last = names.findLast((name) => name.replace(/^[+-]/, '') === gate);
  return last === undefined ? byDefault : !last.startsWith('-');
}

function makeView(collector: CollectorModel): CollectorView {
  const { path } = collector;
  const config = mapOf(collector.config);
  const service = mapOf(config.service);
  const pipelines = Object.entries(mapOf(service.pipelines)).map(([key, body]) => pipelineView(path, key, body));
  const pipelinesRead = [config.service, service.pipelines].every((value) => value == null || isConfigMap(value));
  return {
    collector,
    path,
    config,
    service,
    sections: Object.fromEntries(
      kinds.map((kind) => [kind, sectionView(collector, kind, config[sectionOf[kind]])]),
    ) as Record<ComponentKind, SectionView>,
    pipelines,
    pipelinesRead,
    pipelinesKnown: pipelinesRead && pipelines.every((pipeline) => roles.every((role) => pipeline[role].known)),
    enabled: isReference(config.service) ? unknownList : idList(service.extensions),
  };
}

function sectionView(
  { path, release }: CollectorModel,
  kind: ComponentKind,
  value: ConfigValue | undefined,
): SectionView {
  const section: Section = sectionOf[kind];
  const components = new Map<string, ComponentView>();
  for (const [key, body] of Object.entries(mapOf(value))) {
    const parsed = parseComponentId(key);
    if (parsed === undefined) continue;
    const id = canonicalId(key);
    const facts = findComponent(kind, parsed.type);
    components.set(id, {
      kind,
      id,
      type: parsed.type,
      path: `${path}/${section}/${id}`,
      config: mapOf(body),
      facts,
      inRelease: facts?.in(release),
    });
  }
  const known = value == null || isConfigMap(value);
  return { path: `${path}/${section}`, known, length: Object.keys(mapOf(value)).length, components };
}

function pipelineView(path: string, key: string, body: ConfigValue): PipelineView {
  const id = canonicalId(key);
  const list = (role: Role) => (body === null || isConfigMap(body) ? idList(at(body, role)) : unknownList);
  return {
    id,
    path: `${path}/${id}`,
    keys: ['service', 'pipelines', key],
    signal: parsePipelineId(key)?.signal,
    receivers: list('receivers'),
    processors: list('processors'),
    exporters: list('exporters'),
  };
}

const unknownList: IdList = { ids: [], places: [], length: 0, known: false };

function idList(value: ConfigValue | undefined): IdList {
  if (value == null) return { ...unknownList, known: true };
  if (!Array.isArray(value)) return unknownList;
  const readable = value.flatMap((entry, i) =>
    typeof entry === 'string' && parseComponentId(entry) !== undefined ? [{ id: canonicalId(entry), i }] : [],
  );
  return {
    ids: readable.map(({ id }) => id),
    places: readable.map(({ i }) => i),
    length: value.length,
    known: !value.some((entry) => typeof entry === 'string' && isReference(entry)),
  };
}

function mapOf(value: unknown): ConfigMap {
  return isConfigMap(value) ? value : {};
}
