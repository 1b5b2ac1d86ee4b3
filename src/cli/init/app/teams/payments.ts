import { log, resource, rule, ruleSet } from 'cdk8s-mdai';
import { archive, vendor } from '../destinations';

/** What the payments team wants done with its own logs. No rule in here can touch those of other teams. */
export const payments = ruleSet('payments', {
  within: resource.attribute('service.namespace').equals('payments'),
  rules: [
    // Auditors find it in the archive, and the rules below go on with it.
    rule('audit', { when: log.attribute('audit').equals(true), continue: true, to: [archive] }),
    rule('health-checks', { when: log.attribute('http.route').in(['/healthz', '/readyz']), drop: true }),
    rule('declined', { when: log.attribute('event').equals('payment.declined'), to: [vendor] }),
  ],
});
