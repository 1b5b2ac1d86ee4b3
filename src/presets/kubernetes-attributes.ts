import type { Processor } from '../catalog/component';
import type { Value } from '../model/value';
import { component, type PresetOptions, type ProcessorConfig, processors } from './preset';

type K8sAttributes = ProcessorConfig<'k8s_attributes'>;
type Extraction = NonNullable<K8sAttributes['extract']>;

/** A fact of a pod, by the attribute that it becomes. */
export type PodFact = NonNullable<Extraction['metadata']>[number];
/** A label or an annotation that becomes an attribute, in the processor's own fields. */
export type PodExtract = NonNullable<Extraction['labels']>[number];

/** What `presets.kubernetesAttributes` takes. */
export interface KubernetesAttributesOptions extends PresetOptions<K8sAttributes> {
  /**
   * The facts that become attributes.
   * @default names of the pod, its namespace, node, owners, container and image, and the `service.*` that follow
   */
  readonly metadata?: readonly PodFact[];
  /**
   * Labels that become attributes: the key of a pod's label, for the attribute `k8s.pod.labels.<key>`, or a rule.
   * @default none
   */
  readonly labels?: readonly (string | PodExtract)[];
  /** Annotations that become attributes, likewise. @default none */
  readonly annotations?: readonly (string | PodExtract)[];
  /**
   * Know only the pods of the collector's own node, which saves memory and requests. For a daemon set that telemetry
   * of its node alone reaches; that of other nodes would stay as it is.
   * @default false
   */
  readonly onThisNode?: boolean;
  /** Know only the pods of one namespace; the right to read them is for that namespace alone. @default all */
  readonly namespace?: Value<string>;
  /**
   * Only note the address that telemetry comes from, without asking Kubernetes, for another collector that does. Facts,
   * labels and annotations have no effect then.
   * @default false
   */
  readonly passthrough?: boolean;
}

/**
 * Adds to telemetry what Kubernetes knows of the pod that it comes from: a `k8s_attributes` processor. The pod is found
 * by its address or uid where telemetry has them, and else by the connection. It belongs before anything that
 * regroups telemetry.
 */
export function kubernetesAttributes(
  options: KubernetesAttributesOptions = {},
): Processor<'traces' | 'metrics' | 'logs', K8sAttributes> {
  return component(processors.k8s_attributes, options, { ...(options.passthrough ? noted(options) : found(options)) });
}

function noted(options: KubernetesAttributesOptions): K8sAttributes {
  return { passthrough: true, ...asked(options) };
}

function found(options: KubernetesAttributesOptions): K8sAttributes {
  const { extract, ...rest } = asked(options);
  return { extract: { metadata: pod, ...extract }, pod_association: associations, ...rest };
}

/** What the user said, and nothing else. */
function asked({ metadata, labels, annotations, onThisNode, namespace }: KubernetesAttributesOptions): K8sAttributes {
  const extract: Extraction = {
    ...(metadata && { metadata }),
    ...(labels && { labels: labels.map(ruleOf) }),
    ...(annotations && { annotations: annotations.map(ruleOf) }),
  };
  const filter = {
    ...(onThisNode && { node_from_env_var: 'K8S_NODE_NAME' }),
    ...(namespace !== undefined && { namespace }),
  };
  return {
    ...(Object.keys(extract).length > 0 && { extract }),
    ...(Object.keys(filter).length > 0 && { filter }),
  };
}

function ruleOf(rule: string | PodExtract): PodExtract {
  return typeof rule === 'string' ? { key: rule, from: 'pod' } : rule;
}

/** What the pod itself says, in names that all releases know: no uid of an owner, for which owners would be watched. */
const pod: readonly PodFact[] = [
  'k8s.namespace.name',
  'k8s.node.name',
  'k8s.pod.name',
  'k8s.pod.uid',
  'k8s.pod.start_time',
  'k8s.deployment.name',
  'k8s.replicaset.name',
  'k8s.statefulset.name',
  'k8s.daemonset.name',
  'k8s.job.name',
  'k8s.cronjob.name',
  'k8s.container.name',
  'container.image.name',
  'container.image.tag',
  'service.namespace',
  'service.name',
  'service.version',
  'service.instance.id',
];

const associations: NonNullable<K8sAttributes['pod_association']> = [
  { sources: [{ from: 'resource_attribute', name: 'k8s.pod.ip' }] },
  { sources: [{ from: 'resource_attribute', name: 'k8s.pod.uid' }] },
  { sources: [{ from: 'connection' }] },
];
