import type { CollectorModel, EnvFrom, EnvSource } from '../model/collector';
import { at, type ConfigMap, type ConfigValue, isConfigMap } from '../model/config';
import type { HubModel, TriggerModel, VariableModel } from '../model/hub';
import type { Model } from '../model/model';
import type { HubMonitorModel, ObserverModel } from '../model/observer';
import { defaultRelease, type Release } from '../model/release';
import { readAlertmanagers } from './alertmanager';
import { parsed } from './files';
import { podOf } from './pod';

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
  const collectors: CollectorModel[] = [];
  const hubs: HubModel[] = [];
  const observers: ObserverModel[] = [];
  const hubMonitors: HubMonitorModel[] = [];
  for (const { path, content } of documents) {
    if (!isConfigMap(content)) continue;
    const object: Found = { path: objectPath(path, content), content, release };
    const kind = `${text(content.apiVersion)} ${text(content.kind)}`;
    if (kind === 'opentelemetry.io/v1beta1 OpenTelemetryCollector') collectors.push(collector(object));
    else if (kind === 'hub.mydecisive.ai/v1 MdaiHub') hubs.push(hub(object));
    else if (kind === 'hub.mydecisive.ai/v1 MdaiObserver') observers.push(observer(object));
    else if (kind === 'hub.mydecisive.ai/v1 MdaiCollector') hubMonitors.push(named(object));
    else if (kind === 'v1 ConfigMap') collectors.push(...filesOf(object));
    else if (isCollectorConfig(content)) collectors.push(plainCollector(path, content, release));
  }
  return {
    collectors,
    hubs,
    observers,
    hubMonitors,
    prometheuses: [],
    alertmanagers: readAlertmanagers(documents),
    closed: false,
  };
}

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

function named({ path, content }: Found): { path: string; name: string; namespace?: string } {
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

function hub(found: Found): HubModel {
  const spec = map(found.content.spec);
  return {
    ...named(found),
    variables: list(spec.variables).map(variable),
    alerts: list(spec.prometheusAlerts).map((alert) => ({
      name: text(at(alert, 'name')),
      expr: text(at(alert, 'expr')),
      severity: text(at(alert, 'severity')),
    })),
    automations: list(spec.rules).map((rule) => ({
      name: text(at(rule, 'name')),
      when: trigger(map(at(rule, 'when'))),
      do: list(at(rule, 'then')).map((spec) => ({ kind: 'other', spec })),
    })),
  };
}

function trigger(when: ConfigMap): TriggerModel {
  if (when.variableUpdated !== undefined)
    return { variable: text(when.variableUpdated), update: text(when.updateType) };
  return { alert: text(when.alertName), status: text(when.status) };
}

function variable(entry: ConfigValue): VariableModel {
  return {
    key: text(at(entry, 'key')),
    type: (text(at(entry, 'type')) || 'computed') as VariableModel['type'],
    dataType: text(at(entry, 'dataType')) as VariableModel['dataType'],
    exports: list(at(entry, 'serializeAs')).map((name) => ({ name: text(at(name, 'name')) })),
  };
}

function observer(found: Found): ObserverModel {
  return {
    ...named(found),
    measures: list(at(found.content, 'spec', 'observers')).map((entry) => ({
      name: text(at(entry, 'name')),
      by: list(at(entry, 'labelResourceAttributes')).map(text),
      dropLogs: list(at(entry, 'filter', 'logs', 'log_record')).map(text),
    })),
  };
}

function text(value: ConfigValue | undefined): string {
  return typeof value === 'string'
    ? value
    : typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : '';
}

function list(value: ConfigValue | undefined): readonly ConfigValue[] {
  return Array.isArray(value) ? value : [];
}

function map(value: ConfigValue | undefined): ConfigMap {
  return isConfigMap(value) ? value : {};
}
