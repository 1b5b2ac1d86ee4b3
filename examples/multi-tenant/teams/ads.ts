import { log, resource, rule, ruleSet } from 'cdk8s-mdai';

/** What the ads team wants done with its own logs. */
export const ads = ruleSet('ads', {
  within: resource.attribute('team').equals('ads'),
  rules: [rule('bids', { when: log.body.matches('^bid (won|lost) '), drop: true })],
});
