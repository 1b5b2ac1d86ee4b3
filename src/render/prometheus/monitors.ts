import type {
  PodMonitorSpec,
  ProbeSpec,
  ScrapeConfigSpec,
  ServiceMonitorSpec,
} from '../../../imports/monitoring.coreos.com';
import type { PrometheusModel } from '../../model/prometheus';
import type { ScrapeEndpoint, ScrapeModel } from '../../model/scrape';
import type { KubernetesObject } from '../object';
import { podMonitorHeader, probeHeader, scrapeConfigHeader, serviceMonitorHeader } from '../operator/headers';
import { defined } from '../pods/merge';
import { operatorClient } from './http-client';
import { unlessEmpty } from './rule-groups';

/** The custom resources by which the Prometheus operator finds targets, by construct id. */
export function monitors(prometheus: PrometheusModel): Record<string, KubernetesObject> {
  const objects = prometheus.scrapes
    .filter(({ endpoints }) => endpoints.length > 0)
    .map((scrape) => {
      const { header, spec } = monitor(prometheus, scrape);
      const metadata = defined({
        name: scrape.name,
        namespace: prometheus.namespace,
        labels: unlessEmpty(prometheus.selectorLabels),
      });
      return [`${header.kind}-${scrape.name}`, { ...header, metadata, spec: defined(spec) }] as const;
    });
  return Object.fromEntries(objects);
}

function monitor(prometheus: PrometheusModel, scrape: ScrapeModel) {
  const { find, endpoints, sampleLimit } = scrape;
  switch (find.kind) {
    case 'pods': {
      const spec: PodMonitorSpec = {
        selector: { matchLabels: { ...find.labels } },
        ...elsewhere(prometheus, find.namespace),
        podMetricsEndpoints: endpoints.map((endpoint) => ({
          ...(typeof endpoint.port === 'number' ? { portNumber: endpoint.port } : defined({ port: endpoint.port })),
          ...endpointOf(endpoint),
        })),
        ...defined({ sampleLimit }),
      };
      return { header: podMonitorHeader, spec };
    }
    case 'services': {
      const spec: ServiceMonitorSpec = {
        selector: { matchLabels: { ...find.labels } },
        ...elsewhere(prometheus, find.namespace),
        endpoints: endpoints.map((endpoint) => ({ port: String(endpoint.port), ...endpointOf(endpoint) })),
        ...defined({ sampleLimit }),
      };
      return { header: serviceMonitorHeader, spec };
    }
    case 'addresses': {
      const [endpoint] = endpoints;
      const { path, interval, metricRelabelings, params, ...rest } = endpoint ? endpointOf(endpoint) : {};
      const spec: ScrapeConfigSpec = {
        jobName: scrape.name,
        staticConfigs: [defined({ targets: [...find.addresses], labels: unlessEmpty(find.labels) })],
        ...rest,
        ...defined({ metricsPath: path, scrapeInterval: interval, params, metricRelabelings, sampleLimit }),
      };
      return { header: scrapeConfigHeader, spec };
    }
    case 'probe': {
      const { prober, module, targets, labels } = find;
      const [endpoint] = endpoints;
      const {
        relabelings,
        params,
        honorLabels: _,
        honorTimestamps: __,
        ...rest
      } = endpoint ? endpointOf(endpoint) : {};
      const spec: ProbeSpec = {
        jobName: scrape.name,
        prober: { url: prober.address, path: prober.path, scheme: prober.scheme },
        ...defined({
          module,
          sampleLimit,
          params: params && Object.entries(params).map(([name, values]) => ({ name, values })),
        }),
        targets: {
          staticConfig: defined({ static: [...targets], labels: unlessEmpty(labels), relabelingConfigs: relabelings }),
        },
        ...rest,
      };
      return { header: probeHeader, spec };
    }
  }
}

function elsewhere({ namespace }: PrometheusModel, target: string | undefined) {
  return target !== undefined && target !== namespace ? { namespaceSelector: { matchNames: [target] } } : {};
}

function endpointOf(endpoint: ScrapeEndpoint) {
  const { honorLabels, honorTimestamps, path, scheme, params, interval, timeout, relabel, metricRelabel } = endpoint;
  return defined({
    honorLabels: honorLabels || undefined,
    honorTimestamps,
    path,
    scheme,
    params: params as { [key: string]: readonly string[] } | undefined,
    interval,
    scrapeTimeout: timeout,
    relabelings: relabel,
    metricRelabelings: metricRelabel,
    ...operatorClient(endpoint.client ?? {}),
  });
}
