import { isDeepStrictEqual } from 'node:util';
import { load } from 'js-yaml';
import { configFile } from '../alertmanager/files';
import { findComponent, nameIn } from '../catalog/catalog';
import { filesOf } from '../convert/files';
import { readModel } from '../convert/read';
import type { AlertmanagerModel } from '../model/alertmanager';
import type { CollectorModel } from '../model/collector';
import { type ComponentKind, formatId, parseComponentId, sectionOf } from '../model/component-id';
import { at, type ConfigMap, type ConfigValue, isConfigMap } from '../model/config';
import type { Model } from '../model/model';
import { quantity } from '../model/quantity';

/** An object of a collector as it will be written, with what its user patched. */
export interface PatchedObject {
  /** The collector's path. */
  readonly path: string;
  /** The object's construct id. */
  readonly id: string;
  readonly content: ConfigMap;
}

/**
 * The model in which collectors and Alertmanagers are what their patched objects say, so that patches meet the same checks as all else.
 *
 * @param rendered a collector's configuration as it was before the patches
 */
export function withPatches(
  model: Model,
  objects: readonly PatchedObject[],
  rendered: (collector: CollectorModel) => ConfigMap,
): Model {
  const byPath = new Map<string, PatchedObject[]>();
  for (const object of objects) byPath.set(object.path, [...(byPath.get(object.path) ?? []), object]);
  const collectors = model.collectors.map((collector) =>
    (byPath.get(collector.path) ?? []).reduce((known, object) => patched(known, object, rendered), collector),
  );
  const alertmanagers = model.alertmanagers.map((alertmanager) =>
    (byPath.get(alertmanager.path) ?? []).reduce(patchedAlertmanager, alertmanager),
  );
  return { ...model, collectors, alertmanagers };
}

/** The configuration of an Alertmanager, and its templates, stand in a Secret or a ConfigMap. */
function patchedAlertmanager(alertmanager: AlertmanagerModel, { id, content }: PatchedObject): AlertmanagerModel {
  if (id !== 'Config' && id !== 'ConfigMap') return alertmanager;
  const { [configFile]: text = '', ...templates } = filesOf(content);
  return { ...alertmanager, templates, config: parsed(text) };
}

/** Other objects than the main one, and the file of a collector without an operator, say nothing that is checked. */
function patched(
  collector: CollectorModel,
  { id, content }: PatchedObject,
  rendered: (collector: CollectorModel) => ConfigMap,
): CollectorModel {
  if (collector.pod?.backend === 'workload') {
    if (id === 'ConfigMap') return withConfig(collector, fileIn(content), rendered);
    return id === 'Default'
      ? { ...collector, ...environmentIn(collector, content), ...workloadIn(collector, content) }
      : collector;
  }
  const [read] = readModel([{ path: collector.path, content }], collector.release).collectors;
  if (id !== 'Default' || read === undefined) return collector;
  const { env, envFrom, featureGates, hub } = read;
  return {
    ...withConfig(collector, read.config, rendered),
    env,
    envFrom,
    featureGates,
    hub,
    ...podIn(collector, read),
  };
}

/** The pods as a patched Deployment, DaemonSet or StatefulSet has them. */
function workloadIn({ pod }: CollectorModel, content: ConfigMap): Pick<CollectorModel, 'pod'> {
  const container = at(content, 'spec', 'template', 'spec', 'containers', '0');
  if (pod === undefined || container === undefined) return {};
  const image = at(container, 'image');
  const memory = quantity(at(container, 'resources', 'limits', 'memory'));
  const replicas = at(content, 'spec', 'replicas');
  return {
    pod: {
      ...pod,
      ...(typeof image === 'string' && { image }),
      ...(typeof replicas === 'number' && { replicas }),
      memoryMiB: memory === undefined ? undefined : memory / 2 ** 20,
    },
  };
}

/** The pods as the patched object has them; what was derived beside it stays. */
function podIn({ pod }: CollectorModel, read: CollectorModel): Pick<CollectorModel, 'pod'> {
  if (pod === undefined || read.pod === undefined) return {};
  const { mode, replicas, image, memoryMiB, cpuMillis, options, operator } = read.pod;
  return { pod: { ...pod, mode, replicas, image, memoryMiB, cpuMillis, options, operator } };
}

function withConfig(
  collector: CollectorModel,
  config: ConfigMap,
  rendered: (collector: CollectorModel) => ConfigMap,
): CollectorModel {
  if (isDeepStrictEqual(config, rendered(collector))) return collector;
  return { ...collector, config, declared: declaredIn(collector) };
}

/** The configuration now has the names of its release, so what is declared has them too. */
function declaredIn({ declared = [], release }: CollectorModel): readonly string[] {
  return declared.map((where) => {
    const slash = where.indexOf('/');
    const [section, id] = [where.slice(0, slash), where.slice(slash + 1)];
    const kind = (Object.keys(sectionOf) as ComponentKind[]).find((candidate) => sectionOf[candidate] === section);
    const parsed = parseComponentId(id);
    const facts = kind && parsed && findComponent(kind, parsed.type);
    return facts ? `${section}/${formatId(nameIn(release, facts), parsed.name)}` : where;
  });
}

/** The collector's file in a ConfigMap; empty where there is none that can be read. */
function fileIn(content: ConfigMap): ConfigMap {
  const texts = isConfigMap(content.data) ? Object.values(content.data) : [];
  return texts.map(parsed).find((file) => 'service' in file) ?? {};
}

function parsed(text: ConfigValue): ConfigMap {
  try {
    const value = load(String(text)) as ConfigValue;
    return isConfigMap(value) ? value : {};
  } catch {
    return {};
  }
}

/** What the containers of a workload have in their environment, read as a collector's is. */
function environmentIn(
  { path, release }: CollectorModel,
  content: ConfigMap,
): Pick<CollectorModel, 'env' | 'envFrom'> | undefined {
  const containers = at(content, 'spec', 'template', 'spec', 'containers');
  if (!Array.isArray(containers)) return undefined;
  const all = (field: string) => containers.flatMap((container: ConfigValue) => at(container, field) ?? []);
  const spec = { env: all('env'), envFrom: all('envFrom') };
  const resource = { apiVersion: 'opentelemetry.io/v1beta1', kind: 'OpenTelemetryCollector', spec };
  const [read] = readModel([{ path, content: resource }], release).collectors;
  return read && { env: read.env, envFrom: read.envFrom };
}
