import { log, resource, rule, ruleSet } from 'cdk8s-mdai';
import { archive, ledger, vendor } from '../destinations';

/** What the payments team wants done with its own logs. */
export const payments = ruleSet('payments', {
  within: resource.attribute('team').equals('payments'),
  rules: [
    // Auditors read the ledger, and everybody else reads on.
    rule('audit', { when: log.attribute('audit').equals(true), continue: true, to: [ledger] }),
    rule('errors', { when: log.severity.atLeast('ERROR'), to: [vendor, archive] }),
  ],
});
