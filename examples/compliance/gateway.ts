import { Chart } from 'cdk8s';
import { Collector, client, exporters, log, processors, receivers, resource, rule, ruleSet } from 'cdk8s-mdai';
import type { Construct } from 'constructs';

/** What is written here can be changed by nobody, for seven years. */
export const records = exporters.otlp_http('records', { endpoint: 'https://records.internal.example' });
export const europe = exporters.otlp_http('europe', { endpoint: 'https://eu.vendor.example' });
export const america = exporters.otlp_http('america', { endpoint: 'https://us.vendor.example' });

const inEurope = resource.attribute('cloud.region').startsWith('eu-');
const inAmerica = resource.attribute('cloud.region').startsWith('us-');
const audit = log.attribute('log.type').equals('audit');

/** Says in each record which rule let it out of the region, so that an auditor need not believe us. */
const stamped = (rule: string) =>
  processors.attributes(`stamp.${rule}`, { actions: [{ key: 'compliance.rule', value: rule, action: 'insert' }] });

/** What the European privacy officer signs. */
export const european = ruleSet('europe', {
  within: inEurope,
  rules: [
    rule('health', { when: log.attribute('data.class').equals('health'), drop: true }),
    rule('stays', { when: 'always', to: [europe.through(stamped('europe.stays'))] }),
  ],
});

/** What the American one signs. */
export const american = ruleSet('america', {
  within: inAmerica,
  rules: [rule('stays', { when: 'always', to: [america.through(stamped('america.stays'))] })],
});

/** A gateway that keeps telemetry in the region that it comes from, and audit logs for as long as the law wants. */
export function gateway(scope: Construct): Collector {
  const chart = new Chart(scope, 'compliance', { namespace: 'telemetry' });
  const collector = new Collector(chart, 'gateway', { replicas: 2 });
  collector.route('logs', {
    from: [receivers.otlp({ protocols: { http: { include_metadata: true } } })],
    rules: [
      // Audit logs are kept before anybody may drop them; what they are about goes on.
      rule('audit', { when: audit, continue: true, to: [records] }),
      // Who tries something out says so in a header, and pays for nothing.
      rule('dry-run', { when: client.metadata('x-dry-run').equals('true'), drop: true }),
      european.allowing({ drop: true, targets: [europe] }),
      american.allowing({ targets: [america] }),
    ],
    // Nobody knows where it may go, so it goes where nobody else can read it.
    otherwise: { to: [records] },
  });
  return collector;
}
