import { Duration, Size } from 'cdk8s';
import {
  connectors,
  exporters,
  MdaiCluster,
  presets,
  processors,
  promql,
  receivers,
  resource,
  secret,
  text,
} from 'cdk8s-mdai';
import type { Construct } from 'constructs';

/** A service that floods everybody is turned off, and on again when it calms down. */
export function closedLoop(scope: Construct) {
  // Prometheus and Alertmanager as plain objects: this cluster has no Prometheus operator.
  const cluster = new MdaiCluster(scope, 'mdai', {
    prometheus: {
      backend: 'workload',
      version: '3.15.0',
      scrapeInterval: Duration.seconds(10),
      evaluationInterval: Duration.seconds(10),
      storage: { size: Size.gibibytes(20) },
    },
    alertmanager: { backend: 'workload' },
  });

  const hub = cluster.hub('floods');
  const flooding = hub.set('flooding', { env: 'FLOODING' });

  // The gateway counts what each service sends, before it turns any of them off.
  const otlp = receivers.otlp({ protocols: { grpc: {}, http: {} } });
  const counted = connectors.count('services', {
    logs: { 'service.log.records': { description: 'Log records by the resource that they came from' } },
  });
  const filter = processors.filter('flooding', {
    error_mode: 'ignore',
    log_conditions: [resource.attribute('service.name').in(flooding)],
  });
  const vendor = exporters.otlp_http('vendor', {
    endpoint: 'https://in.vendor.example',
    headers: { Authorization: text`Bearer ${secret('vendor', 'token')}` },
  });
  const gateway = cluster.collector('gateway');
  const logs = gateway.pipeline('logs', { from: [otlp], processors: [filter], to: [vendor] });
  logs.tap('counted', { to: counted });
  const totals = presets.runningTotals();
  const served = exporters.prometheus({ resource_to_telemetry_conversion: { enabled: true } });
  gateway.pipeline('metrics', { from: [counted], processors: totals, to: [served] });

  // More than a hundred records a second for a minute.
  const flood = hub.alert('flood', {
    expr: promql`sum by (service_name) (rate(${counted.metric('service.log.records')}[1m])) > 100`,
    labels: ['service_name'],
    severity: 'warning',
    for: Duration.minutes(1),
  });
  hub.automation('stop', { when: flood.firing(), do: [flooding.add(flood.label('service_name'))] });
  hub.automation('go', { when: flood.resolved(), do: [flooding.remove(flood.label('service_name'))] });

  return { cluster, hub, gateway, flood, counted };
}
