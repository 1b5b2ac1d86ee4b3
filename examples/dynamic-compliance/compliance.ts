import { exporters, log, MdaiCluster, receivers, rule } from 'cdk8s-mdai';
import type { Construct } from 'constructs';

/** What has to be kept is decided by people, while the gateway runs. */
export function compliance(scope: Construct) {
  const cluster = new MdaiCluster(scope, 'mdai');

  // The compliance officers set these, and nobody else: no automation can change what is manual.
  const hub = cluster.hub('compliance');
  const services = hub.set('critical_services', { type: 'manual' });
  const levels = hub.set('critical_levels', { type: 'manual' });

  const archive = exporters.otlp_http('archive', { endpoint: 'https://archive.internal.example' });
  const vendor = exporters.otlp_http('vendor', { endpoint: 'https://in.vendor.example' });
  const gateway = cluster.collector('gateway');
  gateway.route('logs', {
    from: [receivers.fluent_forward({ endpoint: '0.0.0.0:8006' })],
    rules: [
      // What is kept goes on to the vendor as well.
      rule('keep', {
        when: log.attribute('mdai_service').in(services).and(log.attribute('level').in(levels)),
        continue: true,
        to: [archive],
      }),
    ],
    otherwise: { to: [vendor] },
  });
  return { cluster, gateway, services, levels, archive, vendor };
}
