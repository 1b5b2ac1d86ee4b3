import type { SectionRule } from '../../section-rule';
import { metricAttributes } from '../metric-attributes';
import { each, type Fields, fields, oneOf, regexp, rules } from '../parts';
import type { StructOverlay } from '../structs';

const oneWay: SectionRule = {
  holds: (filter) => filter.given('strict') !== filter.given('regexp'),
  message: 'needs one of "strict" and "regexp"',
  fix: 'Keep one of the two.',
};

/** The metrics of a component, of which the first is its own. */
const withAttributes = (attributes: Readonly<Record<string, string>>): StructOverlay => {
  const metrics: Fields = Object.fromEntries(
    Object.entries(attributes).map(([metric, names]) => [
      metric,
      // Beside what is shared by metrics, which is not copied to each.
      { allOf: [fields({ attributes: each(oneOf(...names.split(' '))) })] },
    ]),
  );
  return { fields: Object.keys(attributes).slice(0, 1), schema: fields(metrics) };
};

export const metricsBuilderStructs: readonly StructOverlay[] = [
  // A metric that a scraper makes.
  {
    fields: ['aggregation_strategy', 'enabled'],
    // The decoder does not split one text into keys of attributes, which have a Go type of their own.
    schema: fields({ aggregation_strategy: oneOf('sum', 'avg', 'min', 'max'), attributes: { type: 'array' } }),
  },
  ...Object.values(metricAttributes).map(withAttributes),
  // filter.Config, for values of resource attributes
  {
    structs: ['go.opentelemetry.io/collector/filter.Config'],
    schema: { 'x-null': 'refused', ...fields({ regexp }), ...rules(oneWay) },
  },
];
