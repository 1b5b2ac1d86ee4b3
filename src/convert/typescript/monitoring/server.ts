import { at, type ConfigMap, type ConfigValue, isConfigMap } from '../../../model/config';
import { quantity } from '../../../model/quantity';
import { type Code, call, object, plain, string } from '../code';
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
    ['memory', memoryOf(spec, defaults.memoryMiB)],
    ['cpu', cpuOf(spec, defaults.cpu)],
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
  const storageClass = claim.storageClassName;
  return object([
    ['size', mebibytes(at(claim, 'resources', 'requests', 'storage'), usualClaim)],
    ['storageClass', typeof storageClass === 'string' ? string(storageClass) : undefined],
  ]);
}

const usualClaim = 1024;

function memoryOf(spec: ConfigMap, usual: number): Code | undefined {
  return mebibytes(at(spec, 'resources', 'limits', 'memory'), usual);
}

function cpuOf(spec: ConfigMap, usual: number): Code | undefined {
  const cores = quantity(at(spec, 'resources', 'limits', 'cpu'));
  return cores === undefined || cores === usual ? undefined : plain(String(cores));
}

/** A size of whole mebibytes, unless it is the usual one. */
export function mebibytes(value: ConfigValue | undefined, usual: number | undefined): Code | undefined {
  const bytes = quantity(value);
  const size = bytes === undefined ? usual : bytes / 2 ** 20;
  if (size === undefined || size === usual || !Number.isInteger(size)) return undefined;
  return size % 1024 === 0
    ? call('Size.gibibytes', plain(String(size / 1024)))
    : call('Size.mebibytes', plain(String(size)));
}
