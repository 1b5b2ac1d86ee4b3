import type { AlertmanagerModel } from '../../model/alertmanager';
import type { Owner } from '../kubernetes/plain-object';

type Identity = Pick<AlertmanagerModel, 'name' | 'backend'>;

/** The labels by which its pods are found. The operator's are facts of its release 0.94. */
export function podSelector({ name, backend }: Identity): Record<string, string> {
  if (backend === 'operator') {
    return {
      alertmanager: name,
      'app.kubernetes.io/instance': name,
      'app.kubernetes.io/managed-by': 'prometheus-operator',
      'app.kubernetes.io/name': 'alertmanager',
    };
  }
  return {
    'app.kubernetes.io/instance': name,
    'app.kubernetes.io/managed-by': 'cdk8s-mdai',
    'app.kubernetes.io/name': 'alertmanager',
  };
}

/** The labels of the objects beside its pods. */
export function objectLabels({ name }: Identity): Record<string, string> {
  return {
    'app.kubernetes.io/component': 'alertmanager',
    'app.kubernetes.io/instance': name,
    'app.kubernetes.io/managed-by': 'cdk8s-mdai',
    'app.kubernetes.io/name': 'alertmanager',
  };
}

/** Who its objects belong to. */
export function ownerOf(identity: Identity & Pick<AlertmanagerModel, 'namespace'>): Owner {
  return { namespace: identity.namespace, labels: objectLabels(identity) };
}
