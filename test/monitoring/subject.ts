import { Chart } from 'cdk8s';
import {
  Collector,
  connectors,
  exporters,
  MdaiApp,
  MdaiObserver,
  policy,
  presets,
  processors,
  receivers,
} from 'cdk8s-mdai';
import type { PrometheusModel } from '../../src/model/prometheus';
import { type Monitored, monitoredCollectors } from '../../src/monitoring/monitored';
import { collectorScrape, observerScrape } from '../../src/prometheus/scrape-targets';
import { Registry } from '../../src/registry';

const app = new MdaiApp();
const chart = new Chart(app, 'telemetry', { namespace: 'telemetry' });

const otlp = receivers.otlp({ protocols: { http: {} } });
const vendor = exporters.otlp_http('vendor', { endpoint: 'https://in.vendor.example' });
const count = connectors.count('services', { logs: { 'log.records': { attributes: [{ key: 'service.name' }] } } });

/** Keeps logs, samples traces, counts. */
export const gateway = new Collector(chart, 'gateway');
gateway.pipeline('logs', { from: [otlp], processors: [processors.batch()], to: [vendor, count] });
gateway.pipeline('traces', {
  from: [otlp],
  processors: [processors.tail_sampling({ policies: [policy.errors()] })],
  to: [exporters.load_balancing({ protocol: { otlp: {} }, resolver: { static: { hostnames: ['a'] } } })],
});
gateway.pipeline('metrics', { from: [count], processors: presets.runningTotals(), to: [exporters.prometheus()] });

/** Keeps all that it gets, in the release that MDAI hub 0.9 ships. */
export const old = new Collector(chart, 'old', { release: '0.131.0' });
old.pipeline('logs', { from: [otlp], to: [vendor, exporters.debug()] });
old.pipeline('metrics', { from: [otlp], to: [vendor] });

/** Scrapes, and names its metrics with suffixes. */
export const agent = new Collector(chart, 'agent', {
  mode: 'daemonset',
  telemetry: {
    metrics: {
      readers: [
        {
          pull: {
            exporter: {
              prometheus: {
                host: '0.0.0.0',
                port: 8888,
                without_type_suffix: false,
                without_units: false,
                without_scope_info: true,
              },
            },
          },
        },
      ],
    },
  },
});
agent.pipeline('metrics', { from: [receivers.host_metrics({ scrapers: { load: {} } })], to: [vendor] });

const observer = new MdaiObserver(chart, 'services');
observer.measure('received', { by: ['service.name'] });

/** The model of these. */
export const { collectors, observers, hubs } = Registry.of(chart).model;

/** What the Prometheus of a release reads of them. */
export function prometheusOf(version: string): Pick<PrometheusModel, 'namespace' | 'scrapes' | 'version'> {
  return {
    namespace: 'monitoring',
    version,
    scrapes: [...collectors.map(collectorScrape), ...observers.map(observerScrape)],
  };
}

/** The collectors as a Prometheus of a release sees them. */
export function monitored(...of: readonly Collector[]): Monitored[] {
  const paths = of.map(({ node }) => node.path);
  return monitoredCollectors(collectors, prometheusOf('3.15.0')).filter(
    ({ collector }) => of.length === 0 || paths.includes(collector.path),
  );
}
