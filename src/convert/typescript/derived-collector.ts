import { objectName } from '../../model/collector-names';
import { at, type ConfigMap, type ConfigValue, isConfigMap } from '../../model/config';
import { defaultRelease, type Release } from '../../model/release';
import { blankLine, type Code, call, object, plain, standingFor, string, unlessEmpty } from './code';
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
import type { ImportedObject, Made, MadeObjects, Place } from './form';
import { objectOf } from './made-objects';
import { switchedOff } from './switched-off';
import { Unfit } from './unfit';
import { literal } from './value';

/** What is known of a collector that derives what follows from its configuration. */
export interface DerivedCollector {
  readonly made: MadeObjects;
  readonly namespace: ConfigValue | undefined;
  readonly release: Release;
  /** In the fields of the operator's custom resource, whatever makes its pods. */
  readonly spec: ConfigMap;
  /** The name of the hub whose variables it reads. */
  readonly hub: ConfigValue | undefined;
  readonly backend?: 'workload';
}

/**
 * A collector of the operator as a `Collector` that derives what follows from its configuration.
 *
 * @param alone whether it makes no other objects: its account and policies are given
 * @throws Unfit
 */
export function derivedCollector(routes: boolean, alone: boolean) {
  return ({ content, made }: ImportedObject, place: Place): Made => {
    const { spec } = content;
    if (!isConfigMap(spec) || made === undefined) throw new Unfit('it has no spec');
    const collector: DerivedCollector = {
      made: alone ? { ...made, objects: [] } : made,
      namespace: at(content, 'metadata', 'namespace'),
      release: releaseOf(spec.image) ?? defaultRelease,
      spec,
      hub: at(content, 'metadata', 'labels', 'mydecisive.ai/hub-name'),
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
  const { made, namespace, release, spec } = collector;
  const { id, name } = made;
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
  const own = withoutDefaults(config);
  const written = writeConfig(own, {
    ...place,
    routes,
    source: config,
    collector: variable,
    env: (name) => environment.read(name),
    variable: (name) => environment.variable(name),
  });
  if (environment.usesHub) pod.delete('envFrom');
  const all = object([
    ['backend', collector.backend && string(collector.backend)],
    ['name', name === id ? undefined : string(name)],
    ['namespace', namespace === place.namespace ? undefined : textOf(namespace)],
    ['release', release === defaultRelease ? undefined : string(release)],
    ['mode', isMode(mode) && mode !== 'deployment' ? string(mode) : undefined],
    ['replicas', mode === 'daemonset' || mode === 'sidecar' ? undefined : replicasProp(spec)],
    ['memory', memoryProp(spec)],
    ['cpu', cpuProp(spec)],
    ['image', imageProp(image, config, release)],
    ['serviceAccount', account(made, spec.serviceAccount)],
    ['storage', storageProp(claimOf(made, spec))],
    ['featureGates', gates],
    ['env', environment.prop('others')],
    ['telemetry', written.telemetry],
    ['pod', pod.size === 0 ? undefined : object([...pod])],
    ['operator', operator(made, spec)],
    ['defaults', defaults(made, spec)],
  ]);
  return {
    before: written.components,
    variable,
    value: standingFor(call('new Collector', plain(place.chart), string(id), ...unlessEmpty(all)), config),
    proposals: [],
    after: [...written.body, blankLine],
    collector: {
      variable: plain(variable),
      name,
      namespace: typeof namespace === 'string' ? namespace : undefined,
      mode: isMode(mode) ? mode : undefined,
      receivers: written.receivers,
    },
  };
}

/** The account of the pods, where it is not one of the collector's own as it is of itself. */
function account(made: MadeObjects, given: ConfigValue | undefined): Code | undefined {
  const own = given === objectName(made) ? objectOf(made, 'ServiceAccount') : undefined;
  if (own === undefined) return textOf(given);
  const annotations = at(own, 'metadata', 'annotations');
  return isConfigMap(annotations) ? object([['annotations', literal(annotations)]]) : undefined;
}

/** The volume claim of a replica, or that of a deployment's one pod. */
function claimOf({ objects }: MadeObjects, { volumeClaimTemplates }: ConfigMap): ConfigValue | undefined {
  return at(volumeClaimTemplates, 0) ?? objects.find(({ kind }) => kind === 'PersistentVolumeClaim');
}

/** The operator makes no network policy for a collector that has one, wherever that comes from. */
function operator(made: MadeObjects, { mode, networkPolicy }: ConfigMap): Code | undefined {
  if (mode === 'sidecar') return undefined;
  const isElsewhere = at(networkPolicy, 'enabled') === false && objectOf(made, 'NetworkPolicy') === undefined;
  return isElsewhere ? literal({ networkPolicy: { enabled: false } }) : undefined;
}

/** What it does not get of itself: what its configuration has not, and what others make, as its own objects are not there. */
function defaults(made: MadeObjects, { config, mode, serviceAccount }: ConfigMap): Code | undefined {
  // A sidecar has no pods of its own.
  const isAlone = mode === 'sidecar';
  const isElsewhere = serviceAccount === objectName(made) && objectOf(made, 'ServiceAccount') === undefined;
  const off = [
    ...(isConfigMap(config) ? switchedOff(config) : []),
    ...(isElsewhere && !isAlone ? ['rbac'] : []),
    ...(objectOf(made, 'NetworkPolicy') === undefined && !isAlone ? ['networkPolicy'] : []),
  ];
  return off.length === 0 ? undefined : object(off.map((name) => [name, plain('false')]));
}

function isRuntimeLimit(entry: ConfigValue): boolean {
  return ['GOMAXPROCS', 'GOMEMLIMIT'].includes(String(at(entry, 'name')));
}
