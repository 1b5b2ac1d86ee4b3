import type { JsonSchema } from '../../facts';
import type { Overlay } from '../../overlay';
import type { SectionRule } from '../../section-rule';
import { fields, positiveDuration, rules, uri, whenOn } from '../parts';

const unsupported = ['remote_write', 'remote_read', 'rule_files', 'alerting'];

/** What Prometheus itself decodes. */
const ofPrometheus: JsonSchema = { 'x-replaces': true, type: 'object', additionalProperties: true };

const config: JsonSchema = {
  'x-replaces': true,
  type: 'object',
  additionalProperties: false,
  properties: {
    ...Object.fromEntries(
      ['global', 'runtime', 'storage', 'tracing', 'otlp', ...unsupported].map((name) => [name, {}]),
    ),
    scrape_config_files: { type: 'array', items: { type: 'string' } },
    scrape_configs: {
      type: 'array',
      items: { type: 'object', 'x-null': 'refused', additionalProperties: true, required: ['job_name'] },
    },
  },
};

const scrapes: SectionRule = {
  holds: (prometheus) =>
    prometheus.given('config.scrape_configs') ||
    prometheus.given('config.scrape_config_files') ||
    (prometheus.has('target_allocator') && prometheus.flag('target_allocator.enabled', true)),
  message: 'scrapes nothing',
  fix: 'Add "scrape_configs" under "config", or "target_allocator".',
};

// Since then, a server without an address has one.
const apiServer: SectionRule = {
  field: 'api_server.server_config.endpoint',
  holds: (prometheus) =>
    prometheus.since('0.159.0') ||
    !prometheus.flag('api_server.enabled') ||
    prometheus.given('api_server.server_config.endpoint'),
  message: 'is needed',
  fix: 'Write e.g. "localhost:9090".',
};

const withoutThese: readonly SectionRule[] = unsupported.map((name) => ({
  field: `config.${name}`,
  holds: (prometheus) => !prometheus.given(`config.${name}`),
  message: 'is a part of Prometheus that the receiver does not have',
  fix: 'Remove it.',
}));

export const overlay: Overlay = {
  schema: {
    ...fields({
      config,
      target_allocator: {
        ...fields({
          endpoint: uri,
          interval: positiveDuration,
          http_scrape_config: ofPrometheus,
          http_sd_config: ofPrometheus,
        }),
        ...rules(
          whenOn({
            field: 'endpoint',
            holds: (allocator) => allocator.given('endpoint'),
            message: 'is needed',
            fix: 'Write the address of the target allocator, e.g. "http://targets:80".',
          }),
          whenOn({
            field: 'collector_id',
            holds: (allocator) => allocator.given('collector_id'),
            message: 'is needed',
            fix: 'Write "collector_id: ${env:POD_NAME}".',
          }),
        ),
      },
    }),
    ...rules(scrapes, apiServer, ...withoutThese),
  },
};
