import type { JsonSchema } from '../../facts';
import type { Overlay } from '../../overlay';
import { each, fields, nonNegativeDuration, oneOf, regexp, rules } from '../parts';

/** What is known of a pod, a node or a workload, and may be added. */
const attributes = [
  'container.id',
  'container.image.name',
  'container.image.repo_digests',
  'container.image.tag',
  'container.image.tags',
  'k8s.cluster.uid',
  'k8s.container.name',
  'k8s.cronjob.name',
  'k8s.cronjob.uid',
  'k8s.daemonset.name',
  'k8s.daemonset.uid',
  'k8s.deployment.name',
  'k8s.deployment.uid',
  'k8s.job.name',
  'k8s.job.uid',
  'k8s.namespace.name',
  'k8s.node.name',
  'k8s.node.uid',
  'k8s.pod.hostname',
  'k8s.pod.ip',
  'k8s.pod.name',
  'k8s.pod.start_time',
  'k8s.pod.uid',
  'k8s.replicaset.name',
  'k8s.replicaset.uid',
  'k8s.statefulset.name',
  'k8s.statefulset.uid',
  'service.instance.id',
  'service.name',
  'service.namespace',
  'service.version',
];

const extracted: JsonSchema = {
  ...fields({
    key_regex: regexp,
    from: {
      ...oneOf('', 'pod', 'namespace', 'node', 'deployment', 'statefulset', 'daemonset', 'job'),
      'x-enum-since': { daemonset: '0.159.0', job: '0.159.0' },
    },
  }),
  ...rules({
    field: 'key_regex',
    holds: (extract) => !extract.given('key') || !extract.given('key_regex'),
    message: 'stands beside "key"',
    fix: 'Keep one of the two.',
  }),
};

export const overlay: Overlay = {
  schema: fields({
    extract: fields({
      metadata: each(oneOf(...attributes)),
      annotations: each(extracted),
      labels: each(extracted),
    }),
    filter: fields({
      fields: each(fields({ op: oneOf('', 'equals', 'not-equals') })),
      labels: each(fields({ op: oneOf('', 'equals', 'not-equals', 'exists', 'does-not-exist') })),
    }),
    pod_association: each(fields({ sources: { maxItems: 4 } })),
    watch_sync_period: nonNegativeDuration,
    pod_delete_grace_period: nonNegativeDuration,
  }),
};
