import { type App, Chart } from 'cdk8s';
import { Collector, log, receivers, rule } from 'cdk8s-mdai';
import { archive, vendor } from './destinations';
import { payments } from './teams/payments';

/** The collector that everybody sends to. What becomes of a log record is decided from top to bottom: the first rule takes it. */
export function gateway(app: App): Collector {
  const chart = new Chart(app, 'my-telemetry', { namespace: 'my-telemetry' });
  const otlp = receivers.otlp({ protocols: { grpc: {}, http: {} } });
  const collector = new Collector(chart, 'gateway', { replicas: { min: 2, max: 6 } });

  collector.pipeline('traces', { from: [otlp], to: [vendor] });
  collector.pipeline('metrics', { from: [otlp], to: [vendor] });

  collector.route('logs', {
    from: [otlp],
    rules: [
      rule('debug-noise', { when: log.severity.below('INFO'), drop: true }),
      payments.allowing({ drop: true }),
      rule('failures', { when: log.severity.atLeast('ERROR'), to: [vendor, archive] }),
    ],
    otherwise: { to: [archive] },
  });
  return collector;
}
