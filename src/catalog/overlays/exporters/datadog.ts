import type { JsonSchema } from '../../facts';
import type { Overlay } from '../../overlay';
import type { Section } from '../../section-rule';
import { each, fields, nonNegative, notEmpty, regexp, rules } from '../parts';

const minute = 60e9;

const hostname: JsonSchema = {
  pattern:
    '^$|^(?!(?:localhost|localhost\\.localdomain|localhost6\\.localdomain6|ip6-localhost)$)(?:[A-Za-z0-9](?:[A-Za-z0-9\\-]*[A-Za-z0-9])?\\.)*[A-Za-z0-9](?:[A-Za-z0-9\\-]*[A-Za-z0-9])?$',
  maxLength: 255,
};

// Settings of an HTTP client that the exporter would pass over.
const unused = ['auth', 'endpoint', 'compression', 'headers', 'http2_read_idle_timeout', 'http2_ping_timeout'];

/** What an API key has to be, for the exporter as for the extension. */
export const apiKey: JsonSchema = rules({
  field: 'api.key',
  holds: (datadog) => datadog.given('api.key') && datadog.text('api.key').trim() !== '',
  message: 'is needed',
  fix: "Write ${env:NAME} in YAML, secret('name', 'key') in TypeScript.",
});

export const overlay: Overlay = {
  schema: {
    ...fields({
      hostname,
      metrics: fields({
        endpoint: notEmpty,
        histograms: rules({
          field: 'send_aggregation_metrics',
          holds: (histograms) =>
            histograms.text('mode') !== 'nobuckets' ||
            histograms.flag('send_aggregation_metrics') ||
            histograms.flag('send_count_sum_metrics'),
          message: 'is off, and the mode "nobuckets" sends nothing else',
          fix: 'Write "send_aggregation_metrics: true", or another mode.',
        }),
        sums: rules({
          field: 'initial_cumulative_monotonic_value',
          holds: (sums) =>
            !sums.keys().includes('initial_cumulative_monotonic_value') ||
            sums.text('cumulative_monotonic_mode', 'to_delta') === 'to_delta',
          message: 'is only for the mode "to_delta"',
          fix: 'Remove it, or write "cumulative_monotonic_mode: to_delta".',
        }),
      }),
      traces: fields({
        endpoint: notEmpty,
        ignore_resources: each(regexp),
        span_name_remappings: {
          propertyNames: { minLength: 1 },
          additionalProperties: notEmpty,
        },
        trace_buffer: nonNegative,
      }),
      logs: fields({ endpoint: notEmpty }),
    }),
    ...rules(
      ...(apiKey['x-rules'] as []),
      ...unused.map((field) => ({
        field,
        holds: (datadog: Section) =>
          !datadog.given(field) || (field.endsWith('timeout') && datadog.duration(field) === 0),
        message: 'is not used by this exporter, which refuses it',
        fix: 'Remove it.',
      })),
      {
        field: 'only_metadata',
        holds: (datadog) =>
          !datadog.flag('only_metadata') ||
          (datadog.flag('host_metadata.enabled', true) &&
            datadog.text('host_metadata.hostname_source', 'config_or_system') === 'first_resource'),
        message: 'needs host metadata from the first resource',
        fix: 'Write "hostname_source: first_resource" under "host_metadata".',
      },
      {
        field: 'host_metadata.reporter_period',
        holds: (datadog) => datadog.duration('host_metadata.reporter_period', '30m') >= 5 * minute,
        message: 'is less than 5 minutes',
        fix: 'Raise it.',
      },
    ),
  },
};
