import type { CollectorModel, EnvSource } from '../model/collector';
import { at, type ConfigMap, strings } from '../model/config';
import { envOf, references } from '../model/reference';
import type { RunningComponent } from './component';
import { lists, type Row, rowsFor, type Taken } from './condition';
import { podFieldOf } from './pod-fields';

/** A variable that a component reads by itself. */
interface EnvRow extends Row {
  readonly names: Taken<string>;
  /** The field of the pod, by its path in the downward API. */
  readonly field: string;
}

/** The variable whose name a field holds. */
function nameIn(path: string, byDefault?: string): Taken<string> {
  return {
    says: byDefault === undefined ? `the one in \`${path}\`` : `\`${byDefault}\`, or the one in \`${path}\``,
    from: (config) => {
      const name = at(config, ...path.split('.')) || byDefault;
      return typeof name === 'string' ? [name] : [];
    },
  };
}

const named = (...names: readonly string[]): Taken<string> => ({
  says: names.map((name) => `\`${name}\``).join(', '),
  from: () => names,
});

/** k8sattributesprocessor and resourcedetectionprocessor 0.159.0, awscontainerinsightreceiver 0.152.0: os.Getenv. */
export const envTable: readonly EnvRow[] = [
  { component: 'processor k8s_attributes', names: nameIn('filter.node_from_env_var'), field: 'spec.nodeName' },
  {
    component: 'processor resource_detection',
    when: lists('detectors', ['k8s_api']),
    names: nameIn('k8s_api.node_from_env_var', 'K8S_NODE_NAME'),
    field: 'spec.nodeName',
  },
  {
    component: 'processor resource_detection',
    when: lists('detectors', ['k8snode']),
    names: nameIn('k8snode.node_from_env_var', 'K8S_NODE_NAME'),
    field: 'spec.nodeName',
  },
  {
    component: 'processor resource_detection',
    when: lists('detectors', ['eks']),
    names: nameIn('eks.node_from_env_var'),
    field: 'spec.nodeName',
  },
  { component: 'receiver awscontainerinsightreceiver', names: named('HOST_IP'), field: 'status.hostIP' },
  { component: 'receiver awscontainerinsightreceiver', names: named('HOST_NAME'), field: 'spec.nodeName' },
  { component: 'receiver awscontainerinsightreceiver', names: named('K8S_NAMESPACE'), field: 'metadata.namespace' },
];

/** The variables that the pod's own fields fill; what the collector is given otherwise stays as it is. */
export function envOfPod(
  components: readonly RunningComponent[],
  collector: CollectorModel,
): Readonly<Record<string, EnvSource>> {
  const wanted = new Map<string, string>();
  for (const name of variablesOf(collector.config)) {
    const path = podFieldOf(name);
    if (path !== undefined) wanted.set(name, path);
  }
  for (const component of components) {
    for (const { names, field } of rowsFor(envTable, component, collector)) {
      for (const name of names.from(component.config, collector)) wanted.set(name, field);
    }
  }
  return Object.fromEntries(
    [...wanted]
      .filter(([name]) => !Object.hasOwn(collector.env, name))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, path]) => [name, { kind: 'field', path }]),
  );
}

/** The variables that a configuration reads, wherever it does. */
function* variablesOf(config: ConfigMap): Generator<string> {
  for (const { text } of strings(config)) {
    for (const reference of references(text)) {
      const variable = envOf(reference);
      if (variable) yield variable.name;
    }
  }
}
