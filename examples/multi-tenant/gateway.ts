import { Chart } from 'cdk8s';
import { Collector, log, receivers, rule } from 'cdk8s-mdai';
import type { Construct } from 'constructs';
import { archive, ledger, vendor } from './destinations';
import { ads } from './teams/ads';
import { payments } from './teams/payments';
import { search } from './teams/search';

/** The gateway that all teams share. What a team may do beside sending to the vendor and the archive is said here. */
export function gateway(scope: Construct): Collector {
  const chart = new Chart(scope, 'multi-tenant', { namespace: 'telemetry' });
  const collector = new Collector(chart, 'gateway', { replicas: { min: 2, max: 6 } });
  collector.route('logs', {
    from: [receivers.otlp({ protocols: { grpc: {}, http: {} } })],
    rules: [
      rule('debug-noise', { when: log.severity.below('INFO'), drop: true }),
      payments.allowing({ targets: [ledger] }),
      search.allowing({ drop: true }),
      ads.allowing({ drop: true }),
      rule('failures', { when: log.severity.atLeast('ERROR'), to: [vendor, archive] }),
    ],
    otherwise: { to: [archive] },
  });
  return collector;
}
