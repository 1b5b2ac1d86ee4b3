import type { JsonSchema } from '../../facts';
import type { Overlay } from '../../overlay';
import { metricAttributes } from '../metric-attributes';
import { each, type Fields, fields, nonNegative, nonNegativeDuration, notEmpty, oneOf, rules, secret } from '../parts';
import { retryRules } from '../structs/queue';
import { textOverlays } from '../texts';
import { headers, webhookRules } from '../webhooks';

/** Headers that GitHub sets. */
const own = ['X-GitHub-Event', 'X-GitHub-Delivery', 'X-GitHub-Hook-ID', 'X-Hub-Signature-256'];

const text: JsonSchema = { type: 'string' };
const section: JsonSchema = { type: 'object' };
const number: JsonSchema = { type: 'integer' };
const flag: JsonSchema = { type: 'boolean' };
const duration: JsonSchema = { type: 'string', format: 'go-duration' };

const metrics: Fields = Object.fromEntries(
  Object.entries(metricAttributes.github ?? {}).map(([metric, names]) => [
    metric,
    {
      type: 'object',
      properties: {
        enabled: flag,
        aggregation_strategy: { type: 'string', ...oneOf('sum', 'avg', 'min', 'max') },
        attributes: { type: ['array', 'string'], ...each(oneOf(...names.split(' '))) },
      },
      additionalProperties: false,
    },
  ]),
);

/** What asks GitHub's API: a client of HTTP, and what to ask for. */
const scraper: JsonSchema = {
  type: 'object',
  properties: {
    github_org: text,
    search_query: text,
    concurrency_limit: { type: 'integer', ...nonNegative },
    merged_pr_lookback_days: { type: 'integer', ...nonNegative },
    metrics: { type: 'object', properties: metrics, additionalProperties: false },
    resource_attributes: section,
    retry_on_failure: {
      type: 'object',
      properties: {
        enabled: flag,
        initial_interval: { ...duration, ...nonNegativeDuration },
        randomization_factor: { type: 'number', minimum: 0, maximum: 1 },
        multiplier: { type: 'number', ...nonNegative },
        max_interval: { ...duration, ...nonNegativeDuration },
        max_elapsed_time: { ...duration, ...nonNegativeDuration },
        max_retries: { type: 'integer', ...nonNegative },
      },
      additionalProperties: false,
      ...retryRules({ initial: '1s', max: '30s', elapsed: '0s' }),
    },
    endpoint: text,
    proxy_url: text,
    tls: section,
    read_buffer_size: number,
    write_buffer_size: number,
    timeout: duration,
    headers: {},
    auth: section,
    compression: { ...text, ...textOverlays['configcompression.Type'] },
    compression_params: section,
    max_idle_conns: number,
    max_idle_conns_per_host: number,
    max_conns_per_host: number,
    idle_conn_timeout: duration,
    disable_keep_alives: flag,
    http2_read_idle_timeout: duration,
    http2_ping_timeout: duration,
    cookies: section,
    force_attempt_http2: flag,
    middlewares: { type: 'array' },
  },
  additionalProperties: false,
};

const ignored: JsonSchema = { 'x-unknown': 'ignored', ...fields({}) };

/** It passes over fields that it does not know, but not in what decodes itself. */
export const overlay: Overlay = {
  schema: {
    'x-unknown': 'ignored',
    ...fields({
      scrapers: {
        'x-replaces': true,
        type: 'object',
        properties: { scraper },
        additionalProperties: false,
        minProperties: 1,
      },
      metrics: ignored,
      resource_attributes: ignored,
      webhook: {
        ...ignored,
        ...fields({ endpoint: notEmpty, secret, required_headers: headers, dialer: ignored }),
        ...rules(...webhookRules('GitHub', own)),
      },
    }),
    required: ['scrapers'],
  },
};
