import { at, type ConfigMap, type ConfigValue, isConfigMap } from '../../model/config';
import { defaultRelease } from '../../model/release';
import { blankLine, call, object, plain, standingFor, string } from './code';
import { featureGates, hubOf, isMode, props, textOf } from './collector-props';
import { writeConfig } from './config';
import { releaseOf } from './derived';
import { Environment, type NamedVariables } from './environment';
import type { ImportedObject, Made, Place } from './form';
import { Unfit } from './unfit';
import { literal } from './value';

/** A collector of the operator as a `Collector`. @throws Unfit */
export function collectorObject(variables: NamedVariables, routes = false) {
  return ({ id, content }: ImportedObject, place: Place): Made => {
    const spec = mapAt(content, 'spec');
    const { config, mode, image, replicas, serviceAccount, env, args, ...fields } = spec;
    if (!isConfigMap(config)) throw new Unfit('its configuration is no map');
    const name = at(content, 'metadata', 'name');
    const variable = place.names.claim(String(name), `${name}_collector`);
    const environment = new Environment(
      env,
      hubOf(at(content, 'metadata', 'labels', 'mydecisive.ai/hub-name'), spec.envFrom, place),
    );
    const written = writeConfig(config, {
      ...place,
      routes,
      collector: variable,
      env: (name) => environment.read(name),
      variable: (name) => environment.variable(name),
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
      value: standingFor(value, config),
      proposals: [],
      after: [...written.body, blankLine],
      collector: {
        variable: plain(variable),
        name: String(name),
        namespace: typeof namespace === 'string' ? namespace : undefined,
        mode: isMode(mode) ? mode : undefined,
        receivers: written.receivers,
      },
    };
  };
}

function isCount(value: ConfigValue | undefined): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}

function mapAt(content: ConfigMap, key: string): ConfigMap {
  const value = content[key];
  return isConfigMap(value) ? value : {};
}
