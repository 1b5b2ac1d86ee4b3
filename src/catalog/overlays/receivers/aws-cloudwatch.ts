import type { JsonSchema } from '../../facts';
import type { Overlay } from '../../overlay';
import type { Section, SectionRule } from '../../section-rule';
import { atLeast, each, fields, nonNegativeDuration, notBoth, positive, rules, uri } from '../parts';

const oneOfGroups: SectionRule = {
  field: 'autodiscover',
  holds: (groups) => !groups.keys().includes('autodiscover') || groups.section('named').keys().length === 0,
  message: 'stands beside "named"',
  fix: 'Keep one of the two.',
};

/** What is checked only where metrics are collected. */
const collects = (metrics: Section) => metrics.given('queries') || metrics.has('discovery');
const whereCollected = (rule: SectionRule): SectionRule => ({
  ...rule,
  holds: (metrics) => !collects(metrics) || rule.holds(metrics),
});
/** At least a second, or zero. */
const aSecond = (field: string): SectionRule =>
  whereCollected({
    field,
    holds: (metrics) => !metrics.given(field) || metrics.duration(field) === 0 || metrics.duration(field) >= 1e9,
    message: 'is less than a second',
    fix: 'Write "1s" or more.',
  });

const stats = each({ minLength: 1, 'x-null': 'refused' });

const logs: JsonSchema = {
  ...fields({
    initial_lookback: nonNegativeDuration,
    start_from: { pattern: '^$|^\\d{4}-\\d\\d-\\d\\d[Tt]\\d\\d:\\d\\d:\\d\\d(?:[.,]\\d+)?(?:[Zz]|[+-]\\d\\d:\\d\\d)$' },
    max_events_per_request: positive,
    groups: {
      ...fields({ autodiscover: { ...fields({ limit: positive }), ...rules(notBoth('prefix', 'pattern')) } }),
      ...rules(oneOfGroups),
    },
  }),
  ...rules(notBoth('initial_lookback', 'start_from'), atLeast('poll_interval', '1s')),
};

const metrics: JsonSchema = {
  ...fields({
    queries: each({ 'x-null': 'refused', ...fields({ stats }), required: ['namespace', 'metric_name'] }),
    discovery: { ...fields({ limit: positive, stats }), required: ['limit'] },
  }),
  ...rules(
    notBoth('discovery', 'queries'),
    aSecond('collection_interval'),
    aSecond('period'),
    aSecond('delay'),
    whereCollected({
      field: 'collection_interval',
      holds: (metrics) => {
        const [interval, period] = [metrics.duration('collection_interval', '5m'), metrics.duration('period', '5m')];
        return interval <= 0 || period <= 0 || interval >= period;
      },
      message: 'is less than "period"; unless they are set, both are 5m',
      fix: 'Raise it, or lower "period".',
    }),
  ),
};

export const overlay: Overlay = {
  schema: { ...fields({ imds_endpoint: { anyOf: [{ maxLength: 0 }, uri] }, logs, metrics }), required: ['region'] },
};
