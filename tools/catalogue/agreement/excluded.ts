import { parseGoDuration } from '../../../src/catalog/shared-formats';
import { type ConfigMap, isConfigMap } from '../../../src/model/config';
import type { Drawn } from './draw';

interface Excluded {
  readonly reason: string;
  readonly type?: string;
  /** Of the configuration, and its JSON. */
  readonly applies: (config: ConfigMap, text: string) => boolean;
}

const given = (value: unknown) => value !== undefined && value !== null && value !== '';
const duration = (value: unknown, otherwise: string) =>
  typeof value === 'number' ? value : (parseGoDuration(typeof value === 'string' ? value : otherwise) ?? 0);

/** What is not drawn, because no agreement is to be had. */
export const excluded: readonly Excluded[] = [
  {
    reason: 'without an endpoint the exporter sends to a placeholder; we ask for one, or data would be lost',
    type: 'prometheus_remote_write',
    applies: ({ endpoint, http }) => !given(isConfigMap(http) ? http.endpoint : endpoint),
  },
  {
    reason: 'a detector that nobody knows is taken, and then stops the collector when it starts',
    type: 'resource_detection',
    applies: ({ detectors }) => /sample|^(a|a,a|a,b|1)?$/.test(String(detectors)) && given(detectors),
  },
  {
    reason: 'a way to match that nobody knows is taken, and then nothing is matched; a number stands for one as well',
    type: 'cumulative_to_delta',
    applies: (_, text) => /"match_type":"(neither|sample|x|[A-Z])|"initial_value":\d/.test(text),
  },
  {
    reason: 'an object without a name is taken, and then stops the collector when it starts',
    type: 'k8s_objects',
    applies: ({ objects }) => Array.isArray(objects) && objects.some((object) => !isConfigMap(object) || !object.name),
  },
  {
    reason: 'times out of order are taken, and then stop the collector when it starts',
    type: 'k8s_leader_elector',
    applies: ({ renew_deadline, lease_duration }) => duration(renew_deadline, '10s') >= duration(lease_duration, '15s'),
  },
  {
    reason: 'a policy without a name or type is taken, and then stops the collector when it starts',
    type: 'tail_sampling',
    applies: ({ policies }) => JSON.stringify(policies) === '[{}]',
  },
  {
    reason: 'what matches is checked by the processor of one signal; the judge takes what any signal takes',
    type: 'filter',
    applies: (_, text) =>
      /"spans":\{"(include|exclude)":|"metrics":\{"(include|exclude)":\{"match_type":(?!"strict","metric_names")/.test(
        text,
      ),
  },
  {
    reason: 'a number is taken for a constant of the code, even where there is none',
    type: 'span_metrics',
    applies: (_, text) => /"unit":\d/.test(text),
  },
  {
    reason: 'dimensions of events are checked where events are on; we look at them anyway',
    type: 'span_metrics',
    applies: ({ events }) => isConfigMap(events) && events.enabled !== true && given(events.dimensions),
  },
  {
    reason: 'a number is cut to the bits that its field has; we only warn',
    type: 'memory_limiter',
    applies: (_, text) => text.includes('5000000000'),
  },
  {
    reason: 'which of gRPC’s balancers there are depends on what else the program holds',
    applies: (_, text) => /"balancer_name":"\w*_experimental"/i.test(text),
  },
  {
    reason: 'the machine: whether something listens on its usual port',
    type: 'awsxray',
    applies: ({ endpoint }) => !given(endpoint),
  },
  {
    reason: 'the machine: the environment of the judge',
    type: 'k8s_attributes',
    applies: (_, text) => text.includes('"node_from_env_var"'),
  },
  {
    reason: 'the machine: whether there is a Kubernetes to ask',
    type: 'kubelet_stats',
    applies: ({ k8s_api_config }) => isConfigMap(k8s_api_config),
  },
  {
    reason: 'the machine: so many of something take all of its memory, and the judge ends',
    applies: (_, text) =>
      /"\w*(num_|concurrency|pool|shards|traces|spans|capacity|workers|readers|processors|queue|buffer|cache|length)\w*":5000000000/.test(
        text,
      ),
  },
];

/** What the facts name as a rule, and the judge cannot decide. */
export const undecided: Readonly<Record<string, string>> = {
  'pprof: endpoint': 'an empty one is taken, and then nothing is served',
  'health_check: pipeline check': 'asked of 0.131.0; 0.159.0 passes over the section',
  'tail_sampling: names and types of policies': 'asked of 0.131.0; 0.159.0 looks at them when it starts',
  'k8s_attributes: node_from_env_var': 'hangs on the environment',
  'kubelet_stats: k8s_api_config for volumes': 'looked at when it starts',
  'k8s_leader_elector: renew_deadline': 'looked at when it starts; we refuse it before',
  'resource_detection: detectors': 'looked at when it starts; we refuse it before',
  'routing: a context suits the signal': 'a pipeline decides that, not the configuration of the connector',
  'filter, transform, routing, count: OTTL parses': 'OTTL has a check of its own',
  'load_balancing: protocol.otlp.endpoint': 'one that is set is taken, and then replaced',
  'prometheus receiver: collector_id without ${': 'the judge does not expand references, and we do not look at them',
  'prometheus receiver: files exist': 'hangs on the machine',
  'file_storage: the directory exists': 'hangs on the machine',
  'k8s_objects: the API serves the object': 'hangs on the cluster',
};

export function isExcluded({ type, config }: Drawn): boolean {
  if (!isConfigMap(config)) return false;
  const text = JSON.stringify(config);
  return excluded.some((one) => (one.type === undefined || one.type === type) && one.applies(config, text));
}
