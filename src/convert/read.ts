import type { CollectorModel, EnvFrom, EnvSource } from '../model/collector';
import { at, type ConfigMap, type ConfigValue, isConfigMap } from '../model/config';
import { type HubKind, type HubManifest, hubKindOf } from '../model/hub-manifest';
import { emptyLists, type Model, type ModelLists } from '../model/model';
import { defaultRelease, type Release } from '../model/release';
import { readAlertmanagers } from './alertmanager';
import { parsed } from './files';
import { hubSpec } from './hub';
import { dalSpec, ingressSpec, monitorSpec, observerSpec } from './mdai';
import { podOf } from './pod';
import { replaySpec } from './replay';
import { list, map, text } from './values';

/** A document of YAML, and what to call it in messages. */
export interface SourceDocument {
  readonly path: string;
  readonly content: ConfigValue;
}

/**
 * What manifests and plain collector configurations say, as far as this library models it. Objects of other kinds
 * pass. Links to what is absent are not judged, because the documents may be a part of something larger.
 */
export function readModel(documents: readonly SourceDocument[], release: Release = defaultRelease): Model {
  const lists = { ...emptyLists(), manifests: [] as HubManifest[] };
  const { collectors } = lists;
  for (const { path, content } of documents) {
    if (!isConfigMap(content)) continue;
    const object: Found = { path: objectPath(path, content), content, release };
    const hubKind = hubKindOf(content);
    const kind = `${text(content.apiVersion)} ${text(content.kind)}`;
    if (hubKind !== undefined) {
      lists.manifests.push({ path: object.path, kind: hubKind, content });
      mdaiReaders[hubKind](lists, named(object), map(content.spec));
    } else if (kind === 'opentelemetry.io/v1beta1 OpenTelemetryCollector') collectors.push(collector(object));
    else if (kind === 'v1 ConfigMap') collectors.push(...filesOf(object));
    else if (isCollectorConfig(content)) collectors.push(plainCollector(path, content, release));
  }
  return { ...lists, alertmanagers: readAlertmanagers(documents), closed: false };
}

const mdaiReaders: Readonly<Record<HubKind, (lists: ModelLists, object: Named, spec: ConfigMap) => void>> = {
  MdaiHub: ({ hubs }, object, spec) => hubs.push({ ...object, ...hubSpec(spec) }),
  MdaiObserver: ({ observers }, object, spec) => observers.push({ ...object, ...observerSpec(spec) }),
  MdaiCollector: ({ hubMonitors }, object, spec) => hubMonitors.push({ ...object, ...monitorSpec(spec) }),
  MdaiReplay: ({ replays }, object, spec) => replays.push({ ...object, ...replaySpec(spec) }),
  MdaiIngress: ({ ingresses }, object, spec) => ingresses.push({ ...object, ...ingressSpec(spec) }),
  MdaiDal: ({ dals }, object, spec) => dals.push({ ...object, ...dalSpec(spec) }),
};

/** The configurations among the files of a ConfigMap: what a collector without an operator mounts. */
function filesOf({ path, content, release }: Found): CollectorModel[] {
  return Object.entries(map(content.data)).flatMap(([key, file]) => {
    if (typeof file !== 'string' || !/\.ya?ml$/.test(key)) return [];
    const config = parsed(file);
    return isConfigMap(config) && isCollectorConfig(config) ? [plainCollector(`${path}/${key}`, config, release)] : [];
  });
}

/** Whether a document is a collector's configuration by itself. */
function isCollectorConfig(content: ConfigMap): boolean {
  return (
    content.kind === undefined && ['receivers', 'exporters', 'service'].filter((key) => key in content).length >= 2
  );
}

interface Found {
  readonly path: string;
  readonly content: ConfigMap;
  readonly release: Release;
}

function objectPath(path: string, content: ConfigMap): string {
  return [path, text(at(content, 'metadata', 'name'))].filter((part) => part !== '').join('/');
}

interface Named {
  readonly path: string;
  readonly name: string;
  readonly namespace?: string;
}

function named({ path, content }: Found): Named {
  const namespace = text(at(content, 'metadata', 'namespace'));
  return { path, name: text(at(content, 'metadata', 'name')), ...(namespace !== '' && { namespace }) };
}

function plainCollector(path: string, config: ConfigMap, release: Release): CollectorModel {
  return { path, name: '', release, config, featureGates: [], env: {}, envFrom: [] };
}

function collector(found: Found): CollectorModel {
  const spec = map(found.content.spec);
  const { name } = named(found);
  const hubName = at(found.content, 'metadata', 'labels', 'mydecisive.ai/hub-name');
  return {
    ...named(found),
    release: found.release,
    config: map(spec.config),
    featureGates: text(at(spec, 'args', 'feature-gates'))
      .split(',')
      .filter(Boolean),
    env: Object.fromEntries(list(spec.env).map((entry) => [text(at(entry, 'name')), envSource(entry)])),
    envFrom: list(spec.envFrom).flatMap(envFrom),
    ...(hubName !== undefined && { hub: text(hubName) }),
    pod: podOf(name, spec),
  };
}

function envSource(entry: ConfigValue): EnvSource {
  const secret = at(entry, 'valueFrom', 'secretKeyRef');
  if (secret === undefined) return { kind: 'value', value: text(at(entry, 'value')) };
  return { kind: 'secret', secret: text(at(secret, 'name')), key: text(at(secret, 'key')) };
}

function envFrom(entry: ConfigValue): EnvFrom[] {
  const configMap = at(entry, 'configMapRef', 'name');
  if (configMap !== undefined) return [{ kind: 'configMap', name: text(configMap) }];
  return [{ kind: 'secret', name: text(at(entry, 'secretRef', 'name')) }];
}
