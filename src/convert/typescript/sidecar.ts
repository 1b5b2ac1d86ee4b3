import { at, type ConfigMap, type ConfigValue, isConfigMap } from '../../model/config';
import { filledIn, templateOf } from '../workloads';
import { parsedConfig } from './embedded';
import { put } from './put';

/** A collector in the pods of another workload, as this library writes it. */
export interface FoundSidecar {
  readonly container: ConfigMap;
  readonly config: ConfigMap;
  /** Whether it starts before the pod's own containers and ends after them. */
  readonly native: boolean;
  /** The workload without it. */
  readonly workload: ConfigMap;
}

const variable = 'OTEL_CONFIG';

/** The container of a collector that joined the pods of a workload last, with its configuration in a variable. */
export function sidecarIn(content: ConfigMap): FoundSidecar | undefined {
  const template = templateOf(content);
  const path = template && [...template, 'spec'];
  const pod = path && at(content, ...path);
  if (path === undefined || !isConfigMap(pod)) return undefined;
  for (const list of ['containers', 'initContainers']) {
    const containers = pod[list];
    if (!Array.isArray(containers)) continue;
    const container = containers[containers.length - 1];
    const config = isConfigMap(container) ? configOf(container) : undefined;
    if (!isConfigMap(container) || config === undefined) continue;
    const { [list]: _, volumes, ...others } = pod;
    const rest = containers.slice(0, -1);
    const left = Array.isArray(volumes) ? volumes.filter((volume) => !isOnlyOf(volume, container, pod)) : [];
    const without = {
      ...others,
      ...(rest.length > 0 && { [list]: rest }),
      ...(left.length > 0 && { volumes: left }),
    };
    return { container, config, native: list === 'initContainers', workload: put(content, path, without) as ConfigMap };
  }
  return undefined;
}

/** The variables of the container but for its configuration. */
export function ownVariables({ env }: ConfigMap): readonly ConfigValue[] {
  return (Array.isArray(env) ? env : []).filter((entry) => at(entry, 'name') !== variable);
}

function configOf({ args, env, resources, securityContext }: ConfigMap): ConfigMap | undefined {
  const isAsked = at(args, 0) === `--config=env:${variable}` && isConfigMap(resources) && isConfigMap(securityContext);
  const entry = Array.isArray(env) ? env.find((one) => at(one, 'name') === variable) : undefined;
  const text = at(entry, 'value');
  return isAsked && typeof text === 'string' ? parsedConfig(filledIn(text, new Map())) : undefined;
}

/** Whether a volume came with a container: no other mounts it. */
function isOnlyOf(volume: ConfigValue, container: ConfigMap, pod: ConfigMap): boolean {
  const name = at(volume, 'name');
  const mounts = (one: ConfigValue) => {
    const mounted = at(one, 'volumeMounts');
    return Array.isArray(mounted) && mounted.some((mount) => at(mount, 'name') === name);
  };
  const all = [pod.containers, pod.initContainers].flatMap((list) => (Array.isArray(list) ? list : []));
  return mounts(container) && !all.some((one) => one !== container && mounts(one));
}
