import type { JsonSchema } from '../facts';

/** What Go's text types take, by package and name, wherever they stand. */
export const textOverlays: Readonly<Record<string, JsonSchema>> = {
  'configcompression.Type': {
    enum: ['', 'none', 'gzip', 'zlib', 'deflate', 'snappy', 'x-snappy-framed', 'zstd', 'lz4'],
  },
  'confignet.TransportType': {
    enum: ['tcp', 'tcp4', 'tcp6', 'udp', 'udp4', 'udp6', 'ip', 'ip4', 'ip6', 'unix', 'unixgram', 'unixpacket', 'npipe'],
    'x-enum-since': { npipe: '0.159.0' },
  },
  // A number of bytes, or a text such as `1MiB`.
  'helper.ByteSize': { type: ['string', 'integer'], pattern: '^\\d+\\.?\\d*\\s*([kKmMgGtTpP]i?[bB])?$' },
  'ottl.ErrorMode': { enum: ['ignore', 'silent', 'propagate'], 'x-ignore-case': true },
  'otlpreceiver.SanitizedURLPath': { format: 'url-path' },
  'tracking.InitialValue': { enum: ['auto', 'keep', 'drop'], 'x-null': 'zero' },
  'request.SizerType': { enum: ['requests', 'items', 'bytes'], 'x-null': 'zero' },
  // Datadog's exporter and connector.
  'config.CumulativeMonotonicSumMode': { enum: ['to_delta', 'raw_value'] },
  'config.HistogramMode': { enum: ['counters', 'distributions', 'nobuckets'] },
  'config.HostnameSource': { enum: ['first_resource', 'config_or_system'] },
  'config.InitialValueMode': { enum: ['auto', 'drop', 'keep'] },
  'config.SummaryMode': { enum: ['noquantiles', 'gauges'] },
  'pulsarexporter.BatchBuilderType': { enum: ['default', 'key_based'] },
  'pulsarexporter.CompressionLevel': { enum: ['default', 'faster', 'better'] },
  'pulsarexporter.CompressionType': { enum: ['none', 'lz4', 'zlib', 'zstd'] },
  'pulsarexporter.HashingScheme': { enum: ['java_string_hash', 'murmur3_32hash'] },
  'routingconnector.Action': { enum: ['move', 'copy'] },
};
