import { log, resource, rule, ruleSet } from 'cdk8s-mdai';
import { vendor } from '../destinations';

const queries = log.attribute('event').equals('query');

/** What the search team wants done with its own logs. */
export const search = ruleSet('search', {
  within: resource.attribute('team').equals('search'),
  rules: [
    rule('slow-queries', { when: queries.and(log.attribute('took_ms').greaterThan(1000)), to: [vendor] }),
    // One in twenty tells how the rest are doing.
    rule('queries', { when: queries, sample: { ratio: 0.05 }, to: [vendor] }),
  ],
});
