import type { Backend, CollectorModel, IssuerModel } from './collector';

/** Who a collector is to Kubernetes. */
export interface Identity {
  readonly name: string;
  readonly namespace?: string | undefined;
  readonly backend: Backend;
}

/** What the objects of a collector are called in either back end: the operator's rule, which plain objects follow. */
export function objectName({ name }: Pick<CollectorModel, 'name'>): string {
  return `${name}-collector`;
}

/** The Service without an address of its own, by which a client finds all pods. */
export function headlessName(collector: Pick<CollectorModel, 'name'>): string {
  return `${objectName(collector)}-headless`;
}

/** The Secret that cert-manager keeps a collector's certificate of an issuer in; also the Certificate's name. */
export function certificateName(collector: Pick<CollectorModel, 'name'>, issuer: IssuerModel): string {
  return `${objectName(collector)}-${issuer.name}`;
}

/** Who a collector is to Kubernetes; where it is not known what makes its pods, the operator does. */
export function identityOf({ name, namespace, pod }: CollectorModel): Identity {
  return { name, namespace, backend: pod?.backend ?? 'operator' };
}

/** The labels by which the pods of a collector are found. The operator's are facts of its release 0.153. */
export function selectorLabels({ name, namespace, backend }: Identity): Readonly<Record<string, string>> {
  const instance = instanceLabel(namespace ?? 'default', name);
  if (backend === 'workload') {
    return {
      'app.kubernetes.io/component': 'opentelemetry-collector',
      'app.kubernetes.io/instance': instance,
      'app.kubernetes.io/managed-by': 'cdk8s-mdai',
    };
  }
  return {
    'app.kubernetes.io/component': 'opentelemetry-collector',
    'app.kubernetes.io/instance': instance,
    'app.kubernetes.io/managed-by': 'opentelemetry-operator',
    'app.kubernetes.io/part-of': 'opentelemetry',
  };
}

const maxLabel = 63;

/** `namespace.name` as the OpenTelemetry operator fits it into a label: it cuts the namespace from its end, then the name. */
function instanceLabel(namespace: string, name: string): string {
  const excess = Math.max(0, namespace.length + 1 + name.length - maxLabel);
  const cut = Math.min(excess, namespace.length);
  const fitted = `${namespace.slice(0, namespace.length - cut)}.${name.slice(0, name.length - (excess - cut))}`;
  return fitted.replace(/^[^A-Za-z0-9]+|[^A-Za-z0-9]+$/g, '');
}
