import { isDeepStrictEqual } from 'node:util';
import { findComponent } from '../../catalog/catalog';
import { imageFor } from '../../catalog/distributions';
import { healthCheckConfig, memoryLimiterConfig, telemetryReaders } from '../../model/collector-defaults';
import { type ComponentKind, formatId, parseComponentId, sectionOf } from '../../model/component-id';
import { at, type ConfigMap, type ConfigValue, isConfigMap } from '../../model/config';
import { quantity } from '../../model/quantity';
import { type Release, releases } from '../../model/release';
import { type Code, object, plain, string } from './code';
import { claimEntries, coresCode, sizeCode } from './measures';

/** Whether an object looks as if a `Collector` had made it, so that it is worth trying what it derives by itself. */
export function looksDerived(spec: ConfigMap): boolean {
  return (
    spec.managementState === 'managed' &&
    spec.upgradeStrategy === 'none' &&
    isConfigMap(spec.config) &&
    isConfigMap(spec.resources)
  );
}

/** The release in the tag of an image, if it is one that is known. */
export function releaseOf(image: ConfigValue | undefined): Release | undefined {
  return releases.find((release) => typeof image === 'string' && image.endsWith(`:${release}`));
}

/** A configuration in the newest names, without what a collector has of itself. */
export function withoutDefaults(given: ConfigMap): ConfigMap {
  return withoutTelemetry(withoutHealthCheck(withoutLimiter(inNewestNames(given))));
}

/** The image, unless it is the one that a collector with this configuration has of itself. */
export function imageProp(image: ConfigValue | undefined, config: ConfigMap, release: Release): Code | undefined {
  return typeof image === 'string' && image !== imageFor(inNewestNames(config), release) ? string(image) : undefined;
}

function inNewestNames(config: ConfigMap): ConfigMap {
  const names = new Map<string, string>();
  const sections = Object.entries(sectionOf).flatMap(([kind, section]) => {
    const members = config[section];
    if (!isConfigMap(members)) return [];
    const renamed = Object.entries(members).map(([id, body]) => {
      const parsed = parseComponentId(id);
      const newest = parsed && findComponent(kind as ComponentKind, parsed.type)?.type;
      const name = newest === undefined ? id : formatId(newest, parsed?.name);
      names.set(`${kind} ${id}`, name);
      return [name, body] as const;
    });
    return [[section, Object.fromEntries(renamed)] as const];
  });
  const renamed = (kinds: readonly string[], list: ConfigValue | undefined) =>
    (Array.isArray(list) ? list : []).map(
      (id) => kinds.map((kind) => names.get(`${kind} ${id}`)).find((name) => name !== undefined) ?? id,
    );
  const service = isConfigMap(config.service) ? config.service : {};
  const pipelines = Object.entries(isConfigMap(service.pipelines) ? service.pipelines : {}).map(([id, parts]) => {
    const { receivers, processors, exporters } = isConfigMap(parts) ? parts : {};
    return [
      id,
      {
        receivers: renamed(['receiver', 'connector'], receivers),
        ...(processors !== undefined && { processors: renamed(['processor'], processors) }),
        exporters: renamed(['exporter', 'connector'], exporters),
      },
    ] as const;
  });
  const { extensions } = service;
  return {
    ...config,
    ...Object.fromEntries(sections),
    service: {
      ...service,
      ...(extensions !== undefined && { extensions: renamed(['extension'], extensions) }),
      pipelines: Object.fromEntries(pipelines),
    },
  };
}

const limiter = 'memory_limiter';

function withoutLimiter(config: ConfigMap): ConfigMap {
  const pipelines = at(config, 'service', 'pipelines');
  if (!isDeepStrictEqual(at(config, 'processors', limiter), memoryLimiterConfig) || !isConfigMap(pipelines))
    return config;
  const isUsual = Object.values(pipelines).every((pipeline) => {
    const receivers = at(pipeline, 'receivers');
    const receives =
      Array.isArray(receivers) && receivers.some((id) => at(config, 'receivers', String(id)) !== undefined);
    return receives === (at(pipeline, 'processors', 0) === limiter);
  });
  if (!isUsual) return config;
  const without = Object.entries(pipelines).map(([id, pipeline]) => {
    const { processors, ...others } = pipeline as ConfigMap;
    const left = (Array.isArray(processors) ? processors : []).filter((processor) => processor !== limiter);
    return [id, { ...others, ...(left.length > 0 && { processors: left }) }] as const;
  });
  return {
    ...withoutComponent(config, 'processors', limiter),
    service: { ...(config.service as ConfigMap), pipelines: Object.fromEntries(without) },
  };
}

function withoutHealthCheck(config: ConfigMap): ConfigMap {
  const started = at(config, 'service', 'extensions');
  const isUsual = isDeepStrictEqual(at(config, 'extensions', 'health_check'), healthCheckConfig);
  if (!isUsual || !Array.isArray(started) || !started.includes('health_check')) return config;
  const left = started.filter((id) => id !== 'health_check');
  const { extensions: _, ...service } = config.service as ConfigMap;
  return {
    ...withoutComponent(config, 'extensions', 'health_check'),
    service: { ...service, ...(left.length > 0 && { extensions: left }) },
  };
}

function withoutTelemetry(config: ConfigMap): ConfigMap {
  const { telemetry, ...service } = config.service as ConfigMap;
  if (!isConfigMap(telemetry) || !isDeepStrictEqual(telemetry.metrics, telemetryReaders)) return config;
  const { metrics: _, ...left } = telemetry;
  return { ...config, service: { ...service, ...(Object.keys(left).length > 0 && { telemetry: left }) } };
}

function withoutComponent(config: ConfigMap, section: string, id: string): ConfigMap {
  const { [section]: members, ...others } = config;
  const { [id]: _, ...left } = members as ConfigMap;
  return Object.keys(left).length === 0 ? others : { ...others, [section]: left };
}

const usualMemory = 512;

/** The memory limit, where it is not the usual one. */
export function memoryProp(spec: ConfigMap): Code | undefined {
  return sizeCode(at(spec, 'resources', 'limits', 'memory'), usualMemory);
}

/** The CPU limit, where it is not the usual one. */
export function cpuProp(spec: ConfigMap): Code | undefined {
  return coresCode(at(spec, 'resources', 'limits', 'cpu'), 1);
}

/** A number of replicas, or the bounds of an autoscaler and what it aims at. */
export function replicasProp(spec: ConfigMap): Code | undefined {
  const { minReplicas, maxReplicas, targetCPUUtilization, targetMemoryUtilization } = isConfigMap(spec.autoscaler)
    ? spec.autoscaler
    : {};
  if (typeof minReplicas === 'number' && typeof maxReplicas === 'number') {
    const cpu = partOfLimit(spec, 'cpu', targetCPUUtilization);
    const memory = partOfLimit(spec, 'memory', targetMemoryUtilization);
    return object([
      ['min', plain(String(minReplicas))],
      ['max', plain(String(maxReplicas))],
      ['cpu', cpu === undefined || (cpu === usualCpu && memory === undefined) ? undefined : plain(String(cpu))],
      ['memory', memory === undefined ? undefined : plain(String(memory))],
    ]);
  }
  return typeof spec.replicas === 'number' && spec.replicas !== 1 ? plain(String(spec.replicas)) : undefined;
}

const usualCpu = 80;

/** A part of what is requested as one of the limit, in percent: so the program says it. */
function partOfLimit(spec: ConfigMap, resource: string, utilization: ConfigValue | undefined): number | undefined {
  if (typeof utilization !== 'number') return undefined;
  const limit = quantity(at(spec, 'resources', 'limits', resource));
  const request = quantity(at(spec, 'resources', 'requests', resource));
  return limit && request ? Math.round((utilization * request) / limit) : utilization;
}

/** What nothing derives for pods: it was given. */
const givenFields = [
  'additionalContainers',
  'affinity',
  'command',
  'daemonSetUpdateStrategy',
  'deploymentUpdateStrategy',
  'envFrom',
  'hostAliases',
  'hostUsers',
  'imagePullPolicy',
  'initContainers',
  'ipFamilies',
  'ipFamilyPolicy',
  'lifecycle',
  'nodeSelector',
  'persistentVolumeClaimRetentionPolicy',
  'podAnnotations',
  'podDnsConfig',
  'priorityClassName',
  'shareProcessNamespace',
  'terminationGracePeriodSeconds',
  'tolerations',
  'trafficDistribution',
];

export function neverDerived(spec: ConfigMap): ConfigMap {
  return Object.fromEntries(
    Object.entries(spec).filter(([field, value]) => givenFields.includes(field) && !isDerived(value)),
  );
}

/** Sections that the operator fills in with nothing, and the one way in which a deployment with a volume is updated. */
function isDerived(value: ConfigValue): boolean {
  return isDeepStrictEqual(value, {}) || isDeepStrictEqual(value, { type: 'Recreate' });
}

/** What a volume claim asks for, where it is not the usual; `{}` for a claim by itself, which a collector has only where it was asked for. */
export function storageProp(claim: ConfigValue | undefined): Code | undefined {
  const props = claimEntries(at(claim, 'spec'));
  return props.length > 0 || at(claim, 'kind') !== undefined ? object(props) : undefined;
}
