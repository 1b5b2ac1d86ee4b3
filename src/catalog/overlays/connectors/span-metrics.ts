import type { JsonSchema } from '../../facts';
import type { Overlay } from '../../overlay';
import type { SectionRule } from '../../section-rule';
import {
  each,
  fields,
  nonNegative,
  nonNegativeDuration,
  oneOf,
  positive,
  positiveDuration,
  rules,
  since,
} from '../parts';

// Each metric has these dimensions anyway.
const own = ['service.name', 'span.name', 'span.kind', 'status.code'];

const dimension: JsonSchema = {
  'x-null': 'refused',
  // Its brackets are closed.
  ...fields({ glob: { pattern: '^(?:\\\\[^]|\\[[^\\]]+\\]|\\{[^{}]*\\}|[^[\\\\{])*$' } }),
  ...rules(
    since('0.159.0', {
      holds: (dimension) => dimension.given('name') !== dimension.given('glob'),
      message: 'needs one of "name" and "glob"',
      fix: 'Keep one of them.',
    }),
    {
      field: 'default',
      holds: (dimension) => !dimension.given('glob') || !dimension.has('default'),
      message: 'is only for a dimension with "name"',
      fix: 'Remove it.',
    },
  ),
};

/** What matches a pattern of names, between whose dots "*" stays; nothing for patterns with more than stars. */
function matcher(glob: string): RegExp | undefined {
  if (/[[\]{}\\]/.test(glob)) return undefined;
  const pattern = glob
    .replace(/[.+^$()|]/g, '\\$&')
    .replace(/\*\*|\*|\?/g, (wild) => (wild === '**' ? '.*' : wild === '*' ? '[^.]*' : '[^.]'));
  return new RegExp(`^${pattern}$`);
}

const globsApart = (field: string): SectionRule => ({
  field,
  holds: (metrics) => {
    if (field === 'events.dimensions' && !metrics.flag('events.enabled')) return true;
    const dimensions = metrics.sections(field);
    const names = [...own, ...dimensions.map((dimension) => dimension.text('name'))].filter((name) => name !== '');
    const globs = dimensions.map((dimension) => matcher(dimension.text('glob')));
    return !globs.some((glob) => glob && names.some((name) => glob.test(name)));
  },
  message: `has a "glob" that matches another dimension, or one that every metric has: ${own.map((name) => `"${name}"`).join(', ')}`,
  fix: 'Narrow it.',
});

const differ = (field: string): SectionRule => ({
  field,
  holds: (metrics) => {
    if (field === 'events.dimensions' && !metrics.flag('events.enabled')) return true;
    const names = metrics
      .sections(field)
      .filter((dimension) => dimension.given('name'))
      .map((dimension) => dimension.text('name'));
    return new Set([...own, ...names]).size === own.length + names.length;
  },
  message: `names a dimension twice, or one that every metric has: ${own.map((name) => `"${name}"`).join(', ')}`,
  fix: 'Remove it.',
});

export const overlay: Overlay = {
  schema: {
    ...fields({
      dimensions: each(dimension),
      calls_dimensions: each(dimension),
      events: fields({ dimensions: each(dimension) }),
      histogram: {
        ...fields({ dimensions: each(dimension), unit: { ...oneOf('ms', 's'), 'x-ignore-case': true } }),
        ...rules({
          field: 'exponential',
          holds: (histogram) =>
            !(histogram.has('explicit') && histogram.flag('explicit.enabled', true)) ||
            !(histogram.has('exponential') && histogram.flag('exponential.enabled', true)),
          message: 'stands beside "explicit"',
          fix: 'Keep one of the two.',
        }),
      },
      // The connector divides time by it.
      metrics_flush_interval: positiveDuration,
      metrics_expiration: nonNegativeDuration,
      series_expiration: nonNegativeDuration,
      aggregation_cardinality_limit: nonNegative,
      resource_metrics_cache_size: positive,
      dimensions_cache_size: { 'x-before': { '0.159.0': positive } },
    }),
    ...rules(
      differ('dimensions'),
      differ('calls_dimensions'),
      differ('histogram.dimensions'),
      differ('events.dimensions'),
      ...['dimensions', 'calls_dimensions', 'histogram.dimensions', 'events.dimensions'].map(globsApart),
      {
        field: 'events.dimensions',
        holds: (metrics) => !metrics.flag('events.enabled') || metrics.given('events.dimensions'),
        message: 'is needed for events',
        fix: 'Name the dimensions.',
      },
      {
        field: 'exemplars.max_per_data_point',
        holds: (metrics) => !metrics.flag('exemplars.enabled') || metrics.number('exemplars.max_per_data_point') >= 0,
        message: 'is less than 0',
        fix: 'Write 0 or more.',
      },
      {
        field: 'metric_timestamp_cache_size',
        holds: (metrics) =>
          metrics.text('aggregation_temporality') !== 'AGGREGATION_TEMPORALITY_DELTA' ||
          metrics.number('metric_timestamp_cache_size', 1000) > 0,
        message: 'has to be positive for delta metrics',
        fix: 'Write a positive number.',
      },
    ),
  },
};
