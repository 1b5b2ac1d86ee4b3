import { at, type ConfigMap, isConfigMap } from '../../../model/config';
import { type Code, object, plain, string } from '../code';
import { claimEntries, coresCode, sizeCode } from '../measures';
import type { Entries } from './entries';

/** What a server has where nothing is said. */
export interface ServerDefaults {
  readonly version: string;
  /** The repository of the image, whose tag is the version. */
  readonly repository: string;
  readonly memoryMiB: number;
  readonly cpu: number;
}

/** How a Prometheus or an Alertmanager is run, as props of either; what is as usual is left out. */
export function serverEntries(spec: ConfigMap, defaults: ServerDefaults): Entries {
  const { image, replicas } = spec;
  const version = versionOf(spec) ?? defaults.version;
  const isUsual = image === `${defaults.repository}:v${version}`;
  return [
    ['version', version === defaults.version ? undefined : string(version)],
    ['image', typeof image === 'string' && !isUsual ? string(image) : undefined],
    ['replicas', typeof replicas === 'number' && replicas !== 1 ? plain(String(replicas)) : undefined],
    ['storage', storageOf(spec)],
    ['memory', sizeCode(at(spec, 'resources', 'limits', 'memory'), defaults.memoryMiB)],
    ['cpu', coresCode(at(spec, 'resources', 'limits', 'cpu'), defaults.cpu)],
    ['externalUrl', typeof spec.externalUrl === 'string' ? string(spec.externalUrl) : undefined],
  ];
}

/** The version that a server runs, without the letter in front. */
export function versionOf({ version }: ConfigMap): string | undefined {
  return typeof version === 'string' ? version.replace(/^v/, '') : undefined;
}

/** The volume claim of each pod. */
function storageOf(spec: ConfigMap): Code | undefined {
  const claim = at(spec, 'storage', 'volumeClaimTemplate', 'spec');
  if (!isConfigMap(claim)) return undefined;
  return object(claimEntries(claim));
}
