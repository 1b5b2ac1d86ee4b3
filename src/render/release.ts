import { findComponent, nameIn } from '../catalog/catalog';
import { type ComponentKind, formatId, parseComponentId, sectionOf } from '../model/component-id';
import { type ConfigMap, type ConfigValue, isConfigMap } from '../model/config';
import type { Release } from '../model/release';
import { fieldsForRelease } from './release-fields';

/** A configuration in the names that a release of the collector knows: of component types, and of their fields. */
export function configForRelease(config: ConfigMap, release: Release): ConfigMap {
  const ids = idNames(config, release);
  return Object.fromEntries(
    Object.entries(config).map(([key, value]) => {
      const kind = kindOfSection.get(key);
      if (kind && isConfigMap(value)) return [key, section(kind, value, release, ids)];
      if (key === 'service' && isConfigMap(value)) return [key, service(value, ids)];
      return [key, value];
    }),
  );
}

/** The configuration of a collector as it is written: in the names of its release, unless it keeps its own. */
export function writtenConfig({
  config,
  release,
  verbatim,
}: {
  readonly config: ConfigMap;
  readonly release: Release;
  readonly verbatim?: boolean;
}): ConfigMap {
  return verbatim ? config : configForRelease(config, release);
}

type Ids = ReadonlyMap<string, string>;

const kindOfSection = new Map(Object.entries(sectionOf).map(([kind, name]) => [name as string, kind as ComponentKind]));

function section(kind: ComponentKind, members: ConfigMap, release: Release, ids: Ids): ConfigMap {
  return Object.fromEntries(
    Object.entries(members).map(([id, body]) => {
      const type = parseComponentId(id)?.type ?? id;
      return [renamed(ids, kind, id), isConfigMap(body) ? fieldsForRelease(kind, type, body, release) : body];
    }),
  );
}

function service(config: ConfigMap, ids: Ids): ConfigMap {
  const { pipelines, extensions } = config;
  return {
    ...config,
    ...(extensions !== undefined && { extensions: list(ids, ['extension'], extensions) }),
    ...(isConfigMap(pipelines) && {
      pipelines: Object.fromEntries(Object.entries(pipelines).map(([id, body]) => [id, pipeline(body, ids)])),
    }),
  };
}

function pipeline(body: ConfigValue, ids: Ids): ConfigValue {
  if (!isConfigMap(body)) return body;
  const { receivers, processors, exporters } = body;
  return {
    ...body,
    ...(receivers !== undefined && { receivers: list(ids, ['receiver', 'connector'], receivers) }),
    ...(processors !== undefined && { processors: list(ids, ['processor'], processors) }),
    ...(exporters !== undefined && { exporters: list(ids, ['exporter', 'connector'], exporters) }),
  };
}

function list(ids: Ids, kinds: readonly ComponentKind[], names: ConfigValue): ConfigValue {
  if (!Array.isArray(names)) return names;
  return names.map((id) => {
    const kind = kinds.find((candidate) => ids.has(`${candidate} ${id}`));
    return kind === undefined ? id : renamed(ids, kind, id);
  });
}

function renamed(ids: Ids, kind: ComponentKind, id: string): string {
  return ids.get(`${kind} ${id}`) ?? id;
}

/** For each id of the configuration, `kind id`, what the release calls it. */
function idNames(config: ConfigMap, release: Release): Ids {
  const names = new Map<string, string>();
  for (const [key, kind] of kindOfSection) {
    const members = config[key];
    if (!isConfigMap(members)) continue;
    for (const id of Object.keys(members)) {
      const parsed = parseComponentId(id);
      const facts = parsed && findComponent(kind, parsed.type);
      names.set(`${kind} ${id}`, facts ? formatId(nameIn(release, facts), parsed.name) : id);
    }
  }
  return names;
}
