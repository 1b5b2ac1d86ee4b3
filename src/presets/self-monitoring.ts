import type { Receiver } from '../catalog/component';
import { env, type PrometheusDuration, prometheusDuration, type Value } from '../model/value';
import { component, type PresetOptions, type ReceiverConfig, receivers } from './preset';

type PrometheusReceiver = ReceiverConfig<'prometheus'>;

/** What `presets.selfMonitoring` takes. */
export interface SelfMonitoringOptions extends PresetOptions<PrometheusReceiver> {
  /** The scrape job, which becomes the attribute `service.name`. @default 'otel-collector' */
  readonly job?: string;
  /** How often the metrics are read. @default 30 seconds */
  readonly interval?: PrometheusDuration;
  /** The port where the collector serves its own metrics, as its `telemetry` says. @default 8888 */
  readonly port?: number;
  /**
   * What tells this pod from others, and becomes the attribute `service.instance.id`.
   * @default the pod's name, `${env:K8S_POD_NAME}`
   */
  readonly instance?: Value<string>;
}

/**
 * Reads the collector's own metrics, to send them with the rest: a `prometheus` receiver that scrapes its own pod. With
 * a Prometheus that scrapes the collector, it is not needed.
 */
export function selfMonitoring(options: SelfMonitoringOptions = {}): Receiver<'metrics', PrometheusReceiver> {
  const { job = 'otel-collector', interval = '30s', port = 8888, instance = env('K8S_POD_NAME') } = options;
  // The collector calls itself after its distribution, and each of its runs otherwise: job and instance say it better.
  return component(receivers.prometheus, options, {
    config: {
      scrape_configs: [
        {
          job_name: job,
          scrape_interval: prometheusDuration(interval),
          static_configs: [{ targets: [`localhost:${port}`], labels: { instance } }],
          metric_relabel_configs: [{ action: 'labeldrop', regex: 'service.(name|instance.id)' }],
        },
      ],
    },
  });
}
