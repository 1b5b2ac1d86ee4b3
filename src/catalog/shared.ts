import type { JsonSchema } from './facts';
import { retryOnFailure, sendingQueue } from './shared-exporter';
import { attributeActions, matchConfig, regexpCache } from './shared-matching';
import { componentId, enabled, int, text } from './shared-scalars';
import { tlsClient, tlsServer } from './shared-tls';

const headerValue: JsonSchema = { type: 'string', 'x-secret': 'by-name' };

/** The structures that several components share. Their schemas lead here: `shared#/$defs/<name>`. */
export const shared: JsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'shared',
  $defs: {
    tlsClient,
    tlsServer,
    sendingQueue,
    retryOnFailure,
    attributeActions,
    matchConfig,
    regexpCache,
    /** How a client compresses what it sends (configcompression.Type). */
    compression: {
      type: 'string',
      enum: ['', 'none', 'gzip', 'zlib', 'deflate', 'snappy', 'x-snappy-framed', 'zstd', 'lz4'],
    },
    compressionParams: { type: 'object', additionalProperties: false, properties: { level: int } },
    /** Headers by name, or a list of names and values (configopaque.MapList). */
    headers: {
      type: ['object', 'array'],
      additionalProperties: headerValue,
      items: { type: 'object', additionalProperties: false, properties: { name: text, value: headerValue } },
      'x-type-since': { array: '0.159.0' },
    },
    /** An extension that authenticates (configauth.Config). */
    auth: { type: 'object', additionalProperties: false, properties: { authenticator: componentId, enabled } },
    /** Extensions that see each request (configmiddleware.Config). */
    middlewares: {
      type: 'array',
      items: { type: 'object', additionalProperties: false, properties: { id: componentId } },
    },
    /** What an OTTL processor does with an error (ottl.ErrorMode). */
    errorMode: { type: 'string', enum: ['ignore', 'silent', 'propagate'], 'x-ignore-case': true },
  },
};
