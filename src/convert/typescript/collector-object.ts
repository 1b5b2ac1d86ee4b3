import { at, type ConfigMap, type ConfigValue, isConfigMap } from '../../model/config';
import { defaultRelease } from '../../model/release';
import { isEnvName, secretVariable } from '../../model/value';
import { array, blankLine, type Code, call, object, plain, string, unlessEmpty } from './code';
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
import type { ImportedObject, Made, Place } from './form';
import { namedShape } from './shapes';
import { Unfit } from './unfit';
import { literal, noReferences, shapedValue } from './value';

/** Which variables the prop `env` names: those alone that no component brings, or all. */
export type NamedVariables = 'others' | 'all';

/** A collector of the operator as a `Collector`. @throws Unfit */
export function collectorObject(variables: NamedVariables, routes = false) {
  return ({ id, content }: ImportedObject, place: Place): Made => {
    const spec = mapAt(content, 'spec');
    const { config, mode, image, replicas, serviceAccount, env, args, ...fields } = spec;
    if (!isConfigMap(config)) throw new Unfit('its configuration is no map');
    const name = at(content, 'metadata', 'name');
    const variable = place.names.claim(String(name), `${name}_collector`);
    const environment = new Environment(env, hubOf(content, place));
    const written = writeConfig(config, {
      ...place,
      routes,
      collector: variable,
      env: (name) => environment.read(name),
    });
    const namespace = at(content, 'metadata', 'namespace');
    const release = releaseOf(image) ?? place.release;
    const gates = featureGates(args);
    const pod = props('PodOptions', { ...fields, ...(gates === undefined && args !== undefined && { args }) });
    if (environment.usesHub) pod.delete('envFrom');
    if (!environment.isSimple && env !== undefined) pod.set('env', literal(env));
    const operator = props('OperatorOptions', fields);
    const value = call(
      'new Collector',
      plain(place.chart),
      string(id),
      object([
        ['verbatim', plain('true')],
        ['name', name === id ? undefined : textOf(name)],
        ['namespace', namespace === place.namespace ? undefined : textOf(namespace)],
        ['release', release === defaultRelease ? undefined : string(release)],
        ['mode', isMode(mode) ? string(mode) : undefined],
        [
          'replicas',
          isCount(replicas) && (mode === undefined || mode === 'deployment' || mode === 'statefulset')
            ? literal(replicas)
            : undefined,
        ],
        ['image', textOf(image)],
        ['serviceAccount', textOf(serviceAccount)],
        ['featureGates', gates],
        ['env', environment.prop(variables)],
        ['telemetry', written.telemetry],
        ['pod', pod.size === 0 ? undefined : object([...pod])],
        ['operator', operator.size === 0 ? undefined : object([...operator])],
      ]),
    );
    return {
      before: written.components,
      variable,
      value,
      proposals: [],
      after: [...written.body, blankLine],
      collector: { variable: plain(variable), receivers: written.receivers },
    };
  };
}

/**
 * A collector of the operator as a `Collector` that derives what follows from its configuration.
 *
 * @param alone whether it makes no other objects: its account and policies are given
 * @throws Unfit
 */
export function derivedCollector(routes: boolean, alone: boolean) {
  return ({ id, content }: ImportedObject, place: Place): Made => {
    const spec = mapAt(content, 'spec');
    const { config, mode, image, serviceAccount, env } = spec;
    if (!isConfigMap(config)) throw new Unfit('its configuration is no map');
    const name = at(content, 'metadata', 'name');
    const variable = place.names.claim(String(name), `${name}_collector`);
    const release = releaseOf(image) ?? defaultRelease;
    // What is read from the pod's fields is derived, too.
    const given = Array.isArray(env)
      ? env.filter((entry) => sourceOf(entry) !== undefined && !isRuntimeLimit(entry))
      : [];
    const environment = new Environment(given, hubOf(content, place));
    const pod = props('PodOptions', neverDerived(spec));
    if (environment.usesHub) pod.delete('envFrom');
    const own = withoutDefaults(config);
    const written = writeConfig(own, { ...place, routes, collector: variable, env: (name) => environment.read(name) });
    const namespace = at(content, 'metadata', 'namespace');
    const all = object([
      ['name', name === id ? undefined : textOf(name)],
      ['namespace', namespace === place.namespace ? undefined : textOf(namespace)],
      ['release', release === defaultRelease ? undefined : string(release)],
      ['mode', isMode(mode) && mode !== 'deployment' ? string(mode) : undefined],
      ['replicas', mode === 'daemonset' ? undefined : replicasProp(spec)],
      ['memory', memoryProp(spec)],
      ['cpu', cpuProp(spec)],
      ['image', imageProp(image, config, release)],
      ['serviceAccount', serviceAccount === `${name}-collector` && !alone ? undefined : textOf(serviceAccount)],
      ['storage', storageProp(spec)],
      ['env', environment.prop('others')],
      ['telemetry', written.telemetry],
      ['pod', pod.size === 0 ? undefined : object([...pod])],
      ['defaults', alone ? literal({ rbac: false, networkPolicy: false }) : undefined],
    ]);
    const value = call('new Collector', plain(place.chart), string(id), ...unlessEmpty(all));
    return {
      before: written.components,
      variable,
      value,
      proposals: [],
      after: [...written.body, blankLine],
      collector: { variable: plain(variable), receivers: written.receivers },
    };
  };
}

function isRuntimeLimit(entry: ConfigValue): boolean {
  return ['GOMAXPROCS', 'GOMEMLIMIT'].includes(String(at(entry, 'name')));
}

/** Fields as props of a type, those alone that the type has. */
function props(type: string, fields: ConfigMap): Map<string, Code> {
  const shape = namedShape(type);
  const found = new Map<string, Code>();
  for (const [key, value] of Object.entries(fields)) {
    const code = shapedValue(shape, { [key]: value }, noReferences);
    const only = code?.kind === 'object' ? code.entries[0] : undefined;
    if (only) found.set(...only);
  }
  return found;
}

function isMode(value: ConfigValue | undefined): value is string {
  return ['deployment', 'daemonset', 'statefulset', 'sidecar'].includes(String(value));
}

function isCount(value: ConfigValue | undefined): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}

function textOf(value: ConfigValue | undefined): Code | undefined {
  return typeof value === 'string' ? string(value) : undefined;
}

function mapAt(content: ConfigMap, key: string): ConfigMap {
  const value = content[key];
  return isConfigMap(value) ? value : {};
}

/** The feature gates, where they are all of the arguments. */
function featureGates(args: ConfigValue | undefined): Code | undefined {
  const gates = at(args, 'feature-gates');
  if (typeof gates !== 'string' || gates === '' || Object.keys(args as ConfigMap).length > 1) return undefined;
  return array(gates.split(',').map(string));
}

/** The hub that the collector reads as our own constructs do, with its exports. */
function hubOf(content: ConfigMap, { hubs }: Place): ReadonlyMap<string, Code> | undefined {
  const hub = at(content, 'metadata', 'labels', 'mydecisive.ai/hub-name');
  const found = typeof hub === 'string' ? hubs.get(hub)?.exports : undefined;
  const sources = at(content, 'spec', 'envFrom');
  const expected = [{ configMapRef: { name: `${hub}-variables`, optional: true } }];
  return found && JSON.stringify(sorted(sources)) === JSON.stringify(sorted(expected)) ? found : undefined;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => [key, sorted(item)]),
  );
}

interface Secret {
  readonly name: string;
  readonly key: string;
}

/** The environment of a collector's container. */
class Environment {
  usesHub = false;
  /** Whether all of it is text and secrets. */
  readonly isSimple: boolean;
  private readonly entries = new Map<string, string | Secret>();
  private readonly readSecrets = new Set<string>();

  constructor(
    env: ConfigValue | undefined,
    private readonly hub: ReadonlyMap<string, Code> | undefined,
  ) {
    const list = Array.isArray(env) ? env : [];
    const read = list.map((entry) => [at(entry, 'name'), sourceOf(entry)] as const);
    const names = read.map(([name]) => name);
    this.isSimple =
      (env === undefined || Array.isArray(env)) &&
      read.every(([name, source]) => typeof name === 'string' && isEnvName(name) && source !== undefined) &&
      new Set(names).size === names.length;
    for (const [name, source] of read)
      if (typeof name === 'string' && source !== undefined) this.entries.set(name, source);
  }

  /** What reads a variable. */
  read(name: string): Code | undefined {
    const exported = this.hub?.get(name);
    if (exported) {
      this.usesHub = true;
      return exported;
    }
    const source = this.isSimple ? this.entries.get(name) : undefined;
    if (typeof source !== 'object') return call('env', string(name));
    this.readSecrets.add(name);
    return secretCode(source, name);
  }

  /** The prop `env`, where all of the environment can stand in it. */
  prop(variables: NamedVariables): Code | undefined {
    if (!this.isSimple) return undefined;
    const names = [...this.entries.keys()];
    while (variables === 'others' && this.readSecrets.has(names[names.length - 1] ?? '')) names.pop();
    if (names.length === 0) return undefined;
    return object(
      names.map((name) => {
        const source = this.entries.get(name);
        return [name, typeof source === 'object' ? secretCode(source, undefined) : string(source ?? '')];
      }),
    );
  }
}

function sourceOf(entry: ConfigValue): string | Secret | undefined {
  if (!isConfigMap(entry)) return undefined;
  const { name: _, value, valueFrom, ...others } = entry;
  if (Object.keys(others).length > 0) return undefined;
  if (typeof value === 'string' && valueFrom === undefined) return value;
  const ref = at(valueFrom, 'secretKeyRef');
  const [name, key] = [at(ref, 'name'), at(ref, 'key')];
  if (value !== undefined || typeof name !== 'string' || typeof key !== 'string') return undefined;
  const isPlain =
    isConfigMap(ref) && Object.keys(ref).length === 2 && isConfigMap(valueFrom) && Object.keys(valueFrom).length === 1;
  return isPlain ? { name, key } : undefined;
}

/** @param variable the variable's name, where the expression is to give it */
export function secretCode({ name, key }: Secret, variable: string | undefined): Code {
  const usual = secretVariable(name, key);
  const named = variable === undefined || variable === usual ? [] : [object([['env', string(variable)]])];
  return call('secret', string(name), string(key), ...named);
}
