import { Duration } from 'cdk8s';
import {
  type ComputedSet,
  connectors,
  exporters,
  MdaiCluster,
  presets,
  promql,
  receivers,
  resource,
  rule,
  span,
} from 'cdk8s-mdai';
import type { Construct } from 'constructs';

/** The more traces a service makes, the fewer of them are kept. */
export function sampling(scope: Construct) {
  const cluster = new MdaiCluster(scope, 'mdai');
  const hub = cluster.hub('sampling');
  const loud = hub.set('loud_services');
  const veryLoud = hub.set('very_loud_services');

  const otlp = receivers.otlp({ protocols: { grpc: {}, http: {} } });
  const vendor = exporters.otlp_http('vendor', { endpoint: 'https://in.vendor.example' });
  const service = resource.attribute('service.name');
  const gateway = cluster.collector('gateway');
  gateway.route('traces', {
    from: [otlp],
    rules: [
      rule('very-loud', { when: service.in(veryLoud), sample: { ratio: 0.01 }, to: [vendor] }),
      rule('loud', { when: service.in(loud), sample: { ratio: 0.1 }, to: [vendor] }),
    ],
    otherwise: { to: [vendor] },
  });

  // Traces are counted before any is left out, by their root spans.
  const traces = connectors.count('traces', {
    spans: { 'traces.roots': { conditions: [span.isRoot()] } },
  });
  gateway.pipeline('traces/counted', { from: [otlp], to: [traces] });
  const totals = presets.runningTotals();
  const served = exporters.prometheus({ resource_to_telemetry_conversion: { enabled: true } });
  gateway.pipeline('metrics', { from: [traces], processors: totals, to: [served] });

  /** Puts services with more traces than these in five minutes on a list, and takes them off again. */
  const listed = (name: string, list: ComputedSet, most: number) => {
    const alert = hub.alert(name, {
      expr: promql`sum by (service_name) (increase(${traces.metric('traces.roots')}[5m])) > ${most}`,
      labels: ['service_name'],
      severity: 'warning',
      for: Duration.minutes(2),
    });
    hub.automation(`${name}-begins`, { when: alert.firing(), do: [list.add(alert.label('service_name'))] });
    hub.automation(`${name}-ends`, { when: alert.resolved(), do: [list.remove(alert.label('service_name'))] });
    return alert;
  };
  const onLoud = listed('loud', loud, 1_000);
  const onVeryLoud = listed('very_loud', veryLoud, 50_000);
  return { cluster, gateway, vendor, onLoud, onVeryLoud };
}
