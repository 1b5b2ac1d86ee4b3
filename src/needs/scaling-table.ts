import type { CollectorModel } from '../model/collector';
import { type ConfigMap, strings } from '../model/config';
import { envOf, references } from '../model/reference';
import type { ComponentKey } from './component';
import { allOf, anyOf, before, type Condition, isUnset, lists, type Row } from './condition';
import { addressesIn } from './egress';
import { podFieldOf } from './pod-fields';
import { hasOwnJobs, scrapesOthers } from './prometheus-access';
import { targetOf } from './target';

/** A component whose pods cannot simply be more than one. */
export interface ScalingRow extends Row {
  /** `once`: a second pod does the same work again. `stateful`: it needs all of something that is spread over the pods. */
  readonly runs: 'once' | 'stateful';
  /** What goes wrong, as the end of a sentence whose subject is the pods. */
  readonly because: string;
  /** How it is scaled right, as the end of a sentence: `Send …`. */
  readonly fix: string;
}

/** Something that is another one on each node, or for each pod, so that each pod has work of its own. */
function isOfNode(text: string): boolean {
  const nodes = ['spec.nodeName', 'status.hostIP', 'status.podIP'];
  return references(text).some((reference) => nodes.includes(podFieldOf(envOf(reference)?.name ?? '') ?? ''));
}

const isShared: Condition = {
  says: 'unless its configuration reads the name or address of the node, or the address of the pod',
  holds: (config) => ![...strings(config)].some(({ text }) => isOfNode(text)),
};
const isOutside: Condition = {
  says: 'when it asks what is outside of its own pod and node',
  holds: (config: ConfigMap, collector: CollectorModel) =>
    // What stands between backquotes, an observer found; which pods it finds something for is its own affair.
    [...addressesIn(config, [])].some(
      (one) => !one.includes('`') && !isOfNode(one) && targetOf(one, collector) !== undefined,
    ),
};

// Series that say which collector counted them do not meet those of another (spanmetricsconnector 0.159.0, README.md).
const unmarked: Condition = {
  says: 'when the gate `connector.spanmetrics.includeCollectorInstanceID` is off',
  holds: (_config, { featureGates }) =>
    featureGates.some((gates) => gates.split(',').includes('-connector.spanmetrics.includeCollectorInstanceID')),
};

const one = 'run one pod';
const byTrace = 'send each trace to one pod: with a load_balancing exporter before it and `routing_key: traceID`';
const byService = 'send each service to one pod: with a load_balancing exporter before it and `routing_key: service`';
const byStream =
  'send each metric stream to one pod: with a load_balancing exporter before it and `routing_key: streamID`';

function rows(part: Omit<ScalingRow, 'component'>, ...components: readonly ComponentKey[]): readonly ScalingRow[] {
  return components.map((component) => ({ component, ...part }));
}

export const scalingTable: readonly ScalingRow[] = [
  ...rows(
    {
      runs: 'once',
      when: isUnset('k8s_leader_elector'),
      because: 'each report the same objects',
      fix: `set \`k8s_leader_elector\`, or ${one}`,
    },
    'receiver k8s_cluster',
    'receiver k8s_events',
    'receiver k8s_objects',
  ),
  ...rows(
    {
      runs: 'once',
      when: allOf(hasOwnJobs, scrapesOthers, isShared),
      because: 'each scrape every target',
      fix: `use a target allocator, or ${one}`,
    },
    'receiver prometheus',
  ),
  ...rows(
    {
      runs: 'once',
      when: isUnset('node'),
      because: 'each start a receiver for every endpoint',
      fix: `set \`node\` to the name of the pod’s node in a daemonset, or ${one}`,
    },
    'extension k8s_observer',
  ),
  ...rows(
    { runs: 'once', when: isOutside, because: 'each ask the same server', fix: one },
    'receiver aerospike',
    'receiver apache',
    'receiver apachespark',
    'receiver bigip',
    'receiver cloud_foundry',
    'receiver couchdb',
    'receiver elasticsearch',
    'receiver expvar',
    'receiver flink_metrics',
    'receiver haproxy',
    'receiver http_check',
    'receiver jmx',
    'receiver kafkametrics',
    'receiver memcached',
    'receiver mongodb',
    'receiver mysql',
    'receiver nginx',
    'receiver nsxt',
    'receiver oracledb',
    'receiver postgresql',
    'receiver prometheus_simple',
    'receiver purefa',
    'receiver rabbitmq',
    'receiver redis',
    'receiver riak',
    'receiver saphana',
    'receiver snmp',
    'receiver splunkenterprise',
    'receiver ssh_check',
    'receiver tcpcheck',
    'receiver tlscheck',
    'receiver vcenter',
    'receiver zookeeper',
  ),
  ...rows(
    { runs: 'once', because: 'each ask the same service', fix: one },
    'receiver aws_cloudwatch',
    'receiver azure_monitor',
    'receiver github',
    'receiver googlecloudmonitoring',
    'receiver googlecloudspanner',
    'receiver icmpcheckreceiver',
    'receiver mongodb_atlas',
    'receiver snowflake',
    'receiver sqlquery',
    'receiver sqlserver',
  ),
  ...rows(
    { runs: 'once', when: isUnset('sqs'), because: 'each read the same objects', fix: `set \`sqs\`, or ${one}` },
    'receiver awss3',
  ),

  ...rows(
    { runs: 'stateful', because: 'each see a part of a trace', fix: byTrace },
    'connector service_graph',
    'processor groupbytrace',
    'processor tail_sampling',
  ),
  ...rows(
    { runs: 'stateful', because: 'each count the same series from zero', fix: byService },
    'connector exceptions',
  ),
  ...rows(
    {
      runs: 'stateful',
      when: anyOf(before('0.159.0'), lists('exclude_dimensions', ['collector.instance.id']), unmarked),
      because: 'each count the same series from zero',
      fix: byService,
    },
    'connector span_metrics',
  ),
  ...rows(
    { runs: 'stateful', because: 'each see a part of a metric stream', fix: byStream },
    'exporter prometheus',
    'processor cumulative_to_delta',
    'processor delta_to_cumulative',
    'processor delta_to_rate',
    'processor interval',
    'processor metric_start_time',
  ),
  ...rows(
    {
      runs: 'stateful',
      because: 'each sum up a part of a metric',
      fix: `run a daemonset, of which each client uses its own node’s pod, or ${one}`,
    },
    'receiver statsd',
  ),
  ...rows(
    {
      runs: 'stateful',
      because: 'each count a part of the same records',
      fix: 'send each source to one pod: with a load_balancing exporter before it and `routing_key: resource`',
    },
    'processor log_dedup',
  ),
];
