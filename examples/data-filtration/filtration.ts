import { Duration } from 'cdk8s';
import { exporters, log, MdaiCluster, processors, promql, receivers, secret, text } from 'cdk8s-mdai';
import type { Construct } from 'constructs';

/** A service that sends too much is filtered until it sends less. */
export function filtration(scope: Construct) {
  const cluster = new MdaiCluster(scope, 'mdai');
  const hub = cluster.hub('filtration');
  const observer = cluster.observer('services');
  const received = observer.measure('received', { by: ['mdai_service'] });
  const kept = observer.measure('kept', { by: ['mdai_service'] });

  // A service that sends more than 800 KiB a minute goes on the list until it sends less.
  const noisy = hub.set('service_list');
  const talkers = hub.alert('top_talkers', {
    expr: promql`sum by (mdai_service) (increase(${received.bytes}[1m])) > 800 * 1024`,
    labels: ['mdai_service'],
    severity: 'warning',
    for: Duration.minutes(1),
  });
  hub.automation('mute', { when: talkers.firing(), do: [noisy.add(talkers.label('mdai_service'))] });
  hub.automation('unmute', { when: talkers.resolved(), do: [noisy.remove(talkers.label('mdai_service'))] });

  // People hear of it when what is left is still much.
  hub.alert('top_listeners', {
    expr: promql`sum by (mdai_service) (increase(${kept.bytes}[10m])) > 4 * 1024 * 1024`,
    labels: ['mdai_service'],
    severity: 'critical',
    for: Duration.minutes(10),
  });

  // Services on the list are filtered out of what the vendor gets.
  const filter = processors.filter('noisy', {
    error_mode: 'ignore',
    log_conditions: [log.attribute('mdai_service').in(noisy)],
  });
  const vendor = exporters.otlp_http('vendor', {
    endpoint: 'https://in.vendor.example',
    headers: { Authorization: text`Bearer ${secret('vendor', 'token')}` },
  });
  const fluent = receivers.fluent_forward({ endpoint: '0.0.0.0:8006' });
  const otlp = receivers.otlp({ protocols: { grpc: {}, http: {} } });
  const gateway = cluster.collector('gateway');
  gateway
    .pipeline('logs', { from: [fluent, otlp], processors: [filter], to: [vendor] })
    .tap('received', { to: received })
    .tap('kept', { after: filter, to: kept });

  return { cluster, gateway, noisy, talkers, vendor };
}
