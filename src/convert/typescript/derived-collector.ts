import { at, type ConfigMap, type ConfigValue, isConfigMap } from '../../model/config';
import { defaultRelease, type Release } from '../../model/release';
import { blankLine, type Code, call, object, plain, string, unlessEmpty } from './code';
import { featureGates, hubOf, isMode, props, textOf } from './collector-props';
import { writeConfig } from './config';
import {
  cpuProp,
  imageProp,
  memoryProp,
  neverDerived,
  releaseOf,
  replicasProp,
  storageProp,
  withoutDefaults,
} from './derived';
import { Environment, sourceOf } from './environment';
import type { ImportedObject, Made, Place } from './form';
import { Unfit } from './unfit';
import { literal } from './value';

/** What is known of a collector that derives what follows from its configuration. */
export interface DerivedCollector {
  /** Its construct's id. */
  readonly id: string;
  readonly name: string;
  readonly namespace: ConfigValue | undefined;
  readonly release: Release;
  /** In the fields of the operator's custom resource, whatever makes its pods. */
  readonly spec: ConfigMap;
  /** The name of the hub whose variables it reads. */
  readonly hub: ConfigValue | undefined;
  readonly backend?: 'workload';
  readonly serviceAccount: Code | undefined;
  readonly defaults: Code | undefined;
}

/**
 * A collector of the operator as a `Collector` that derives what follows from its configuration.
 *
 * @param alone whether it makes no other objects: its account and policies are given
 * @throws Unfit
 */
export function derivedCollector(routes: boolean, alone: boolean) {
  return ({ id, content }: ImportedObject, place: Place): Made => {
    const { spec } = content;
    if (!isConfigMap(spec)) throw new Unfit('it has no spec');
    const name = String(at(content, 'metadata', 'name'));
    const { image, serviceAccount } = spec;
    const collector: DerivedCollector = {
      id,
      name,
      namespace: at(content, 'metadata', 'namespace'),
      release: releaseOf(image) ?? defaultRelease,
      spec,
      hub: at(content, 'metadata', 'labels', 'mydecisive.ai/hub-name'),
      serviceAccount: serviceAccount === `${name}-collector` && !alone ? undefined : textOf(serviceAccount),
      defaults: alone ? literal({ rbac: false, networkPolicy: false }) : undefined,
    };
    return writeDerived(collector, place, routes);
  };
}

/**
 * Writes a `Collector` with what was given to it alone.
 *
 * @throws Unfit
 */
export function writeDerived(collector: DerivedCollector, place: Place, routes: boolean): Made {
  const { id, name, namespace, release, spec } = collector;
  const { config, mode, image, env, args } = spec;
  if (!isConfigMap(config)) throw new Unfit('its configuration is no map');
  const variable = place.names.claim(name, `${name}_collector`);
  // What is read from the pod's fields is derived, too.
  const given = Array.isArray(env)
    ? env.filter((entry) => sourceOf(entry) !== undefined && !isRuntimeLimit(entry))
    : [];
  const environment = new Environment(given, hubOf(collector.hub, spec.envFrom, place));
  const gates = featureGates(args);
  const fields = { ...neverDerived(spec), ...(gates === undefined && args !== undefined && { args }) };
  const pod = props('PodOptions', fields);
  if (environment.usesHub) pod.delete('envFrom');
  const own = withoutDefaults(config);
  const written = writeConfig(own, { ...place, routes, collector: variable, env: (name) => environment.read(name) });
  const all = object([
    ['backend', collector.backend && string(collector.backend)],
    ['name', name === id ? undefined : string(name)],
    ['namespace', namespace === place.namespace ? undefined : textOf(namespace)],
    ['release', release === defaultRelease ? undefined : string(release)],
    ['mode', isMode(mode) && mode !== 'deployment' ? string(mode) : undefined],
    ['replicas', mode === 'daemonset' ? undefined : replicasProp(spec)],
    ['memory', memoryProp(spec)],
    ['cpu', cpuProp(spec)],
    ['image', imageProp(image, config, release)],
    ['serviceAccount', collector.serviceAccount],
    ['storage', storageProp(spec)],
    ['featureGates', gates],
    ['env', environment.prop('others')],
    ['telemetry', written.telemetry],
    ['pod', pod.size === 0 ? undefined : object([...pod])],
    ['defaults', collector.defaults],
  ]);
  return {
    before: written.components,
    variable,
    value: call('new Collector', plain(place.chart), string(id), ...unlessEmpty(all)),
    proposals: [],
    after: [...written.body, blankLine],
    collector: { variable: plain(variable), receivers: written.receivers },
  };
}

function isRuntimeLimit(entry: ConfigValue): boolean {
  return ['GOMAXPROCS', 'GOMEMLIMIT'].includes(String(at(entry, 'name')));
}
