import { asPod } from './access-row';
import type { ComponentKey } from './component';
import { allOf, anyOf, isNotOn, isOneOf, isSet, isUnset, lists, type Row, type Taken } from './condition';
import {
  addressesIn,
  advertised,
  cloudMapPort,
  host,
  hostAndPort,
  places,
  port,
  scraped,
  servicePorts,
} from './egress-taken';
import { jobs } from './prometheus-access';
import type { Target } from './target';

/** Where a component connects to, beyond what its fields for addresses say. */
export interface EgressRow extends Row {
  readonly to: Taken<Target>;
}

/** It is known that it is not known. */
const anywhere = places({ transport: 'TCP' });

/** The port of the API server's Service, and the usual one of the servers behind it, which is what a policy sees. */
export const apiServer: readonly Target[] = [port(443), port(6443)];

const kubernetesApi = places(...apiServer);
// Where clouds answer their own machines; the second one of each is what Kubernetes gives to pods.
const awsCredentials = [host('169.254.169.254', 80), host('169.254.170.23', 80)];
const aws = places(port(443), ...awsCredentials);
const googleMetadata = [host('169.254.169.254', 80), host('169.254.169.252', 988)];
const google = places(port(443), ...googleMetadata);
const azure = places(port(443), host('169.254.169.254', 80));
const https = places(port(443));

function rows(to: Taken<Target>, ...components: readonly ComponentKey[]): readonly EgressRow[] {
  return components.map((component) => ({ component, to }));
}

const detects = (to: Taken<Target>, ...detectors: readonly string[]): EgressRow => ({
  component: 'processor resource_detection',
  when: lists('detectors', detectors),
  to,
});

/** The components whose addresses do not stand in a field for addresses, or not alone. */
export const egressTable: readonly EgressRow[] = [
  ...rows(
    kubernetesApi,
    'extension k8s_leader_elector',
    'extension k8s_observer',
    'receiver k8s_cluster',
    'receiver k8s_events',
    'receiver k8s_objects',
  ),
  { component: 'processor k8s_attributes', when: isNotOn('passthrough'), to: kubernetesApi },
  { component: 'exporter load_balancing', when: isSet('resolver.k8s'), to: kubernetesApi },
  {
    component: 'receiver kubelet_stats',
    when: anyOf(isSet('k8s_api_config'), isOneOf('auth_type', 'kubeConfig')),
    to: kubernetesApi,
  },
  {
    component: 'receiver prometheus',
    when: {
      says: 'when `kubernetes_sd_configs` is set',
      holds: (config) => jobs(config).some((job) => 'kubernetes_sd_configs' in job),
    },
    to: kubernetesApi,
  },
  detects(kubernetesApi, 'k8s_api', 'k8snode', 'kubeadm', 'openshift', 'eks'),
  detects(places(...awsCredentials), 'ec2', 'eks', 'elastic_beanstalk'),
  detects(https, 'ec2', 'eks'),
  detects(places(host('169.254.170.2', 80)), 'ecs'),
  detects(
    places(host('169.254.169.254', 80)),
    'akamai',
    'aks',
    'azure',
    'digitalocean',
    'hetzner',
    'ibmcloud_classic',
    'ibmcloud_vpc',
    'nova',
    'oraclecloud',
    'scaleway',
    'tencent_cvm',
    'upcloud',
    'vultr',
  ),
  detects(places(...googleMetadata), 'gcp'),
  detects(places(host('169.254.42.42', 80)), 'scaleway'),
  detects(places(host('100.100.100.200', 80)), 'alibaba_ecs'),
  detects(addressesIn('openshift.address', 443), 'openshift'),
  detects(addressesIn('consul.address', 8500), 'consul'),

  ...rows(
    aws,
    'exporter awscloudwatchlogs',
    'exporter awsemf',
    'exporter awskinesis',
    'exporter awss3',
    'exporter awsxray',
    'extension awsproxy',
    'extension ecs_observer',
    'extension sigv4auth',
    'receiver aws_cloudwatch',
    'receiver awss3',
    'receiver awsxray',
  ),
  ...rows(
    google,
    'exporter googlecloud',
    'exporter googlecloudpubsub',
    'exporter googlemanagedprometheus',
    'extension googleclientauth',
    'receiver googlecloudmonitoring',
    'receiver googlecloudpubsub',
    'receiver googlecloudspanner',
  ),
  ...rows(
    azure,
    'exporter azure_blob',
    'exporter azure_monitor',
    'exporter azuredataexplorer',
    'extension azureauth',
    'receiver azure_monitor',
    'receiver azureblob',
  ),
  // Event Hubs speak AMQP, over a WebSocket where it is asked for.
  ...rows(places(port(443), port(5671), host('169.254.169.254', 80)), 'receiver azure_event_hub'),
  ...rows(places(host('169.254.170.2', 80)), 'receiver awsecscontainermetrics'),
  ...rows(
    https,
    'exporter alibabacloud_logservice',
    'exporter coralogix',
    'exporter datadog',
    'exporter honeycomb_marker',
    'exporter mezmo',
    'exporter sentry',
    'exporter signalfx',
    'exporter tencentcloud_logservice',
    'extension datadog',
    'extension sumologic',
    // The keys of an issuer may be elsewhere than the issuer.
    'extension oidc',
    'processor schema',
    'receiver github',
    'receiver mongodb_atlas',
    'receiver snowflake',
  ),
  { component: 'receiver datadog', when: isOneOf('intake.behavior', 'proxy'), to: https },
  { component: 'receiver ntp', when: isUnset('endpoint'), to: places({ host: 'pool.ntp.org', ...port(123, 'UDP') }) },

  ...rows(advertised('brokers', 9092), 'exporter kafka', 'receiver kafka', 'receiver kafkametrics'),
  ...rows(advertised('endpoint', 3000), 'receiver aerospike'),
  ...rows(advertised('endpoint', 6650), 'exporter pulsar', 'receiver pulsar'),
  { component: 'exporter elasticsearch', when: isSet('cloudid'), to: https },
  { component: 'exporter elasticsearch', when: isSet('discover.on_start'), to: advertised('endpoints', 9200) },
  { component: 'exporter elasticsearch', when: isSet('discover.interval'), to: advertised('endpoints', 9200) },
  { component: 'receiver mongodb', when: isNotOn('direct_connection'), to: advertised('hosts', 27_017) },
  { component: 'exporter cassandra', to: advertised('dsn', 9042) },
  { component: 'exporter cassandra', to: hostAndPort('dsn', 'port', 9042) },

  { component: 'exporter load_balancing', to: addressesIn('resolver.static.hostnames', 4317) },
  { component: 'exporter load_balancing', to: hostAndPort('resolver.dns.hostname', 'resolver.dns.port', 4317) },
  { component: 'exporter load_balancing', to: servicePorts() },
  { component: 'exporter load_balancing', when: isSet('resolver.aws_cloud_map'), to: aws },
  { component: 'exporter load_balancing', when: isSet('resolver.aws_cloud_map'), to: cloudMapPort() },

  { component: 'exporter syslog', to: hostAndPort('endpoint', 'port', 514, 'network') },
  { component: 'receiver sqlserver', to: hostAndPort('server', 'port', 1433) },
  { component: 'receiver sqlquery', to: hostAndPort('host', 'port', 5432) },
  {
    component: 'receiver kubelet_stats',
    when: allOf(isUnset('endpoint'), isOneOf('auth_type', 'none')),
    to: places(port(10_255)),
  },
  {
    component: 'receiver kubelet_stats',
    when: allOf(
      isUnset('endpoint'),
      anyOf(asPod('auth_type', 'tls'), isOneOf('auth_type', 'tls'), isUnset('auth_type')),
    ),
    to: places(port(10_250)),
  },
  { component: 'receiver prometheus', to: scraped },

  // Addresses inside of other texts, servers that send elsewhere, and what is no TCP or UDP.
  ...rows(
    anywhere,
    'exporter logzio',
    'extension db_storage',
    'receiver awscontainerinsightreceiver',
    'receiver icmpcheckreceiver',
    'receiver jmx',
    'receiver profiling',
  ),
  { component: 'receiver sqlquery', when: isSet('datasource'), to: anywhere },
  { component: 'receiver sqlserver', when: isSet('datasource'), to: anywhere },
  { component: 'receiver oracledb', when: isSet('datasource'), to: anywhere },
  { component: 'receiver receiver_creator', when: isSet('discovery.enabled'), to: anywhere },
  { component: 'processor lookup', when: isOneOf('source.type', 'dns'), to: anywhere },
];
