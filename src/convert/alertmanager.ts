import { type AlertmanagerModel, defaultAlertmanager } from '../model/alertmanager';
import { at, type ConfigMap, type ConfigValue, isConfigMap } from '../model/config';
import { filesOf, parsed } from './files';
import type { SourceDocument } from './read';

/** The configurations of Alertmanagers among documents: by themselves, and in files of Secrets and ConfigMaps. */
export function readAlertmanagers(documents: readonly SourceDocument[]): AlertmanagerModel[] {
  const versions = versionsBySecret(documents);
  return documents.flatMap(({ path, content }) => {
    if (!isConfigMap(content)) return [];
    if (isAlertmanagerConfig(content)) return [model(path, content, 'workload', defaultAlertmanager, {})];
    const backend = backends[`${content.apiVersion} ${content.kind}`];
    if (backend === undefined) return [];
    const name = text(at(content, 'metadata', 'name'));
    const version = (backend === 'operator' ? versions.get(keyOf(content, name)) : undefined) ?? defaultAlertmanager;
    const files = filesOf(content);
    return Object.entries(files).flatMap(([file, body]) => {
      const config = /\.ya?ml$/.test(file) ? parsed(body) : undefined;
      if (!isConfigMap(config) || !isAlertmanagerConfig(config)) return [];
      const { [file]: _, ...templates } = files;
      return [model([path, name, file].filter((part) => part !== '').join('/'), config, backend, version, templates)];
    });
  });
}

/** Who mounts the files of an object. */
const backends: Readonly<Record<string, AlertmanagerModel['backend']>> = {
  'v1 Secret': 'operator',
  'v1 ConfigMap': 'workload',
};

function model(
  path: string,
  config: ConfigMap,
  backend: AlertmanagerModel['backend'],
  version: string,
  templates: Readonly<Record<string, string>>,
): AlertmanagerModel {
  return { path, name: '', backend, version, config, templates };
}

/** The versions that Alertmanagers run, by the Secrets with their configurations. */
function versionsBySecret(documents: readonly SourceDocument[]): ReadonlyMap<string, string> {
  const versions = new Map<string, string>();
  for (const { content } of documents) {
    if (!isConfigMap(content) || content.apiVersion !== 'monitoring.coreos.com/v1' || content.kind !== 'Alertmanager')
      continue;
    const secret = text(at(content, 'spec', 'configSecret')) || `alertmanager-${text(at(content, 'metadata', 'name'))}`;
    const version = text(at(content, 'spec', 'version')).replace(/^v/, '');
    if (version !== '') versions.set(keyOf(content, secret), version);
  }
  return versions;
}

function keyOf(content: ConfigMap, name: string): string {
  return `${text(at(content, 'metadata', 'namespace'))}/${name}`;
}

function isAlertmanagerConfig(content: ConfigMap): boolean {
  return content.kind === undefined && isConfigMap(content.route) && Array.isArray(content.receivers);
}

function text(value: ConfigValue | undefined): string {
  return typeof value === 'string' ? value : '';
}
