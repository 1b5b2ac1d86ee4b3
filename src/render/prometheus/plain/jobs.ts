import { jobOf } from '../../../model/job';
import { literally } from '../../../model/literally';
import type { PrometheusModel } from '../../../model/prometheus';
import type { RelabelModel, ScrapeDiscovery, ScrapeEndpoint, ScrapeModel } from '../../../model/scrape';
import { defined } from '../../pods/merge';
import { plainClient } from '../http-client';
import { unlessEmpty } from '../rule-groups';
import { discoveredName, relabelStep } from './relabel';

const pod = '__meta_kubernetes_pod';
const slice = '__meta_kubernetes_endpointslice';
const service = '__meta_kubernetes_service';

/** The jobs of one shard: what the operator makes of monitors, so that rules mean the same with it and without. */
export function jobs(prometheus: PrometheusModel, shard: number): object[] {
  return prometheus.scrapes.flatMap((scrape) =>
    scrape.endpoints.map((endpoint) => job(prometheus, scrape, endpoint, shard)),
  );
}

function job(prometheus: PrometheusModel, scrape: ScrapeModel, endpoint: ScrapeEndpoint, shard: number): object {
  const { honorLabels, honorTimestamps, interval, timeout, path, scheme, client = {} } = endpoint;
  const { find, sampleLimit } = scrape;
  const several = scrape.endpoints.length > 1;
  const steps = [
    ...discoverySteps(prometheus, scrape, endpoint),
    ...(endpoint.relabel ?? []),
    ...shardSteps(prometheus, find, shard),
  ];
  const probe = find.kind === 'probe' ? find : undefined;
  const params = { ...(probe?.module !== undefined && { module: [probe.module] }), ...endpoint.params };
  return defined({
    job_name: several ? `${scrape.name}/${endpoint.port}` : scrape.name,
    honor_labels: honorLabels || undefined,
    honor_timestamps: honorTimestamps,
    scrape_interval: interval,
    scrape_timeout: timeout,
    metrics_path: probe?.prober.path ?? path,
    scheme: probe?.prober.scheme ?? scheme,
    params: unlessEmpty(params),
    sample_limit: sampleLimit,
    ...plainClient(client),
    ...targets(find),
    relabel_configs: steps.length > 0 ? steps.map(relabelStep) : undefined,
    metric_relabel_configs: endpoint.metricRelabel?.map(relabelStep),
  });
}

function targets(find: ScrapeDiscovery): object {
  switch (find.kind) {
    case 'pods':
      return { kubernetes_sd_configs: [{ role: 'pod', namespaces: namespaces(find.namespace) }] };
    case 'services':
      return { kubernetes_sd_configs: [{ role: 'endpointslice', namespaces: namespaces(find.namespace) }] };
    case 'addresses':
      return { static_configs: [defined({ targets: [...find.addresses], labels: unlessEmpty(find.labels) })] };
    case 'probe':
      return { static_configs: [defined({ targets: [...find.targets], labels: unlessEmpty(find.labels) })] };
  }
}

/** Where discovery looks; the namespace of the pod itself where none is known. */
export function namespaces(namespace: string | undefined): object {
  return namespace === undefined ? { own_namespace: true } : { names: [namespace] };
}

function discoverySteps(prometheus: PrometheusModel, scrape: ScrapeModel, endpoint: ScrapeEndpoint): RelabelModel[] {
  const { find } = scrape;
  switch (find.kind) {
    case 'pods': {
      const by = typeof endpoint.port === 'number' ? 'number' : 'name';
      return [
        notEnded,
        ...labelled(pod, find.labels),
        keep([`${pod}_container_port_${by}`], literally(String(endpoint.port))),
        copy('__meta_kubernetes_namespace', 'namespace'),
        copy(`${pod}_container_name`, 'container'),
        copy(`${pod}_name`, 'pod'),
        set('job', jobOf(prometheus, scrape)),
        // As the operator: none for a port that is found by its number.
        ...(typeof endpoint.port === 'string' ? [set('endpoint', endpoint.port)] : []),
      ];
    }
    case 'services':
      return [
        notEnded,
        ...labelled(service, find.labels),
        keep([`${slice}_port_name`], literally(String(endpoint.port))),
        ...['node', 'pod'].map((target) => addressTarget(target)),
        copy('__meta_kubernetes_namespace', 'namespace'),
        copy(`${service}_name`, 'service'),
        copy(`${pod}_name`, 'pod'),
        copy(`${pod}_container_name`, 'container'),
        copy(`${service}_name`, 'job'),
        set('endpoint', String(endpoint.port)),
      ];
    case 'addresses':
      return [];
    case 'probe':
      return [
        copy('__address__', '__param_target'),
        copy('__param_target', 'instance'),
        set('__address__', find.prober.address),
        ...(prometheus.namespace === undefined ? [] : [set('namespace', prometheus.namespace)]),
      ];
  }
}

// Pods that are done have an address still.
const notEnded: RelabelModel = { sourceLabels: [`${pod}_phase`], regex: '(Failed|Succeeded)', action: 'drop' };

function labelled(of: string, labels: Readonly<Record<string, string>>): RelabelModel[] {
  return Object.entries(labels).map(([label, value]) => {
    const name = discoveredName(label);
    return keep([`${of}_label_${name}`, `${of}_labelpresent_${name}`], `(${literally(value)});true`);
  });
}

function addressTarget(target: string): RelabelModel {
  const kind = target.charAt(0).toUpperCase() + target.slice(1);
  return {
    sourceLabels: [`${slice}_address_target_kind`, `${slice}_address_target_name`],
    separator: ';',
    regex: `${kind};(.*)`,
    replacement: '$1',
    targetLabel: target,
  };
}

function keep(sourceLabels: readonly string[], regex: string): RelabelModel {
  return { sourceLabels, regex, action: 'keep' };
}

function copy(from: string, targetLabel: string): RelabelModel {
  return { sourceLabels: [from], targetLabel };
}

function set(targetLabel: string, value: string): RelabelModel {
  // In a replacement, `$` begins the name of a group.
  return { targetLabel, replacement: value.replaceAll('$', '$$$$') };
}

function shardSteps({ shards }: PrometheusModel, find: ScrapeDiscovery, shard: number): RelabelModel[] {
  if (shards < 2) return [];
  const address = find.kind === 'probe' ? '__param_target' : '__address__';
  return [
    { sourceLabels: [address], modulus: shards, targetLabel: '__tmp_hash', action: 'hashmod' },
    keep(['__tmp_hash'], String(shard)),
  ];
}
