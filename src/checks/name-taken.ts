import type { Issue } from '../model/issue';
import type { Model } from '../model/model';
import { error, placedAt, type Rule } from './rule';

interface Named {
  readonly path: string;
  readonly name: string;
  readonly namespace?: string;
}

/**
 * The objects of a model by kind; `scope` is where their names have to be unique. Without those that have none, such as
 * a collector whose configuration was read from a file of its own.
 */
export function namedObjects(
  model: Model,
): readonly { kind: string; scope: 'namespace' | 'cluster'; objects: readonly Named[] }[] {
  return [
    { kind: 'collector', scope: 'namespace', objects: model.collectors.filter(({ name }) => name !== '') },
    // The MDAI operator and the event hub look hubs up by name in all namespaces.
    { kind: 'hub', scope: 'cluster', objects: model.hubs },
    { kind: 'observer', scope: 'namespace', objects: model.observers },
    { kind: 'hub monitor', scope: 'namespace', objects: model.hubMonitors },
    { kind: 'replay', scope: 'namespace', objects: model.replays },
    { kind: 'ingress', scope: 'namespace', objects: model.ingresses },
    { kind: 'data access layer', scope: 'namespace', objects: model.dals },
    { kind: 'replay', scope: 'namespace', objects: model.replays },
    { kind: 'ingress', scope: 'namespace', objects: model.ingresses },
    { kind: 'access layer', scope: 'namespace', objects: model.dals },
    { kind: 'Prometheus', scope: 'namespace', objects: model.prometheuses.filter(({ name }) => name !== '') },
    { kind: 'Alertmanager', scope: 'namespace', objects: model.alertmanagers.filter(({ name }) => name !== '') },
  ];
}

/** Two objects of one kind under one name: the later one would replace the other. */
export const nameTaken: Rule = (model) => [
  ...namedObjects(model).flatMap(({ kind, scope, objects }) => [...taken(kind, scope, objects)]),
  ...plainTaken(model),
];

/** Without an operator, a Prometheus and an Alertmanager are StatefulSets, each called as it is. */
function plainTaken({ prometheuses, alertmanagers }: Model): Issue[] {
  const plain = prometheuses.filter(({ backend, name }) => backend === 'workload' && name !== '');
  return alertmanagers.flatMap((one) => {
    const isSame = (other: Named) => other.name === one.name && other.namespace === one.namespace;
    const other = one.backend === 'workload' ? plain.find(isSame) : undefined;
    if (other === undefined) return [];
    const message = `the name "${one.name}" belongs to another StatefulSet in its namespace: ${other.path}.`;
    return [error('name-taken', one.path, message, 'Give one of them another name.')];
  });
}

function* taken(kind: string, scope: 'namespace' | 'cluster', objects: readonly Named[]): Generator<Issue> {
  const first = new Map<string, Named>();
  for (const object of objects) {
    const key = scope === 'cluster' ? object.name : `${object.namespace ?? ''}/${object.name}`;
    const other = first.get(key);
    if (other === undefined) first.set(key, object);
    else {
      const where = scope === 'cluster' ? 'in the Kubernetes cluster' : 'in its namespace';
      const message = `the name "${object.name}" belongs to another ${kind} ${where}: ${other.path}.`;
      yield placedAt(error('name-taken', object.path, message, 'Give one of them another name.'), ['metadata', 'name']);
    }
  }
}
