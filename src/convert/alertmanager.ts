import { type AlertmanagerModel, defaultAlertmanager } from '../model/alertmanager';
import { at, type ConfigMap, isConfigMap } from '../model/config';
import { flagIn } from './collectors/arguments';
import { type FileText, filesOf, mapIn, textsIn } from './files';
import { calledOf, type Found } from './found';
import { fileAt, mountable } from './mounts';
import { originOf, type Reading } from './reading';
import { map, text } from './values';
import { containersOf, wordsOf } from './workloads';

/** An Alertmanager, as far as it says which configuration it runs. */
type Identity = Pick<AlertmanagerModel, 'name' | 'namespace' | 'backend' | 'version'>;

/** The configurations of Alertmanagers among what was read: by themselves, and in files of Secrets and ConfigMaps. */
export function readAlertmanagers(reading: Reading): AlertmanagerModel[] {
  const { objects, origins } = reading;
  const owners = ownersIn(objects);
  return objects.flatMap((object): AlertmanagerModel[] => {
    const { path, content, kind } = object;
    if (kind === ' ') {
      if (!isAlertmanagerConfig(content)) return [];
      origins.set(path, originOf(object, []));
      return [{ path, ...unknown('workload'), config: content, templates: {} }];
    }
    const backend = backends[kind];
    if (backend === undefined) return [];
    return textsIn(object).flatMap((file) => {
      const config = mapIn(file);
      const owner = owners(file);
      if (config === undefined || (owner === undefined && !isAlertmanagerConfig(config))) return [];
      const { [file.key]: _, ...templates } = filesOf(content);
      const origin = originOf(object, [file.pointer], { templates: [[file.pointer[0] ?? 'data']] });
      const place = `${path}/${file.key}`;
      origins.set(place, { ...origin, called: [calledOf(object), file.key].filter(Boolean).join('/') });
      return [{ path: place, ...(owner ?? unknown(backend)), config, templates }];
    });
  });
}

/** Who mounts the files of an object. */
const backends: Readonly<Record<string, AlertmanagerModel['backend']>> = {
  'v1 Secret': 'operator',
  'v1 ConfigMap': 'workload',
};

function unknown(backend: AlertmanagerModel['backend']): Identity {
  return { name: '', backend, version: defaultAlertmanager };
}

/** Which Alertmanager runs a text: one of the Prometheus operator's, or a workload that mounts it. */
function ownersIn(objects: readonly Found[]): (file: FileText) => Identity | undefined {
  const bySecret = new Map<string, Identity>();
  for (const { kind, name, namespace, content } of objects) {
    if (kind !== 'monitoring.coreos.com/v1 Alertmanager') continue;
    const secret = text(at(content, 'spec', 'configSecret')) || `alertmanager-${name}`;
    const version =
      text(at(content, 'spec', 'version')).replace(/^v/, '') || versionIn(text(at(content, 'spec', 'image')));
    bySecret.set(`${namespace ?? ''}/${secret}`, {
      ...named(name, namespace),
      backend: 'operator',
      version: version || defaultAlertmanager,
    });
  }
  const byFile = new Map<FileText, Identity>();
  const mounted = mountable(objects);
  for (const container of objects.flatMap(containersOf)) {
    const image = text(container.content.image);
    if (!/alertmanager/.test(image)) continue;
    const words = wordsOf(container).map((word) => word.text);
    const file = fileAt(container, flagIn(words, 'config.file') ?? '', mounted);
    const { name, namespace } = container.workload;
    const identity = { ...named(name, namespace), backend: 'workload' as const };
    if (file) byFile.set(file, { ...identity, version: versionIn(image) || defaultAlertmanager });
  }
  return (file) => {
    const { kind, name, namespace } = file.object;
    const owner = kind === 'v1 Secret' ? bySecret.get(`${namespace ?? ''}/${name}`) : undefined;
    return byFile.get(file) ?? (file.key === 'alertmanager.yaml' ? owner : undefined);
  };
}

function named(name: string, namespace: string | undefined): Pick<Identity, 'name' | 'namespace'> {
  return { name, ...(namespace !== undefined && { namespace }) };
}

function versionIn(image: string): string {
  return /:v?(\d+\.\d+\.\d+)/.exec(image)?.[1] ?? '';
}

// Beside the receivers, of which collectors have some, too, but in a map.
const sections = ['route', 'global', 'inhibit_rules', 'templates', 'time_intervals', 'mute_time_intervals'];

function isAlertmanagerConfig(content: ConfigMap): boolean {
  if (content.kind !== undefined) return false;
  if (Array.isArray(content.receivers)) return sections.some((section) => section in content);
  return content.receivers === undefined && isConfigMap(content.route) && map(content.route).receiver !== undefined;
}
