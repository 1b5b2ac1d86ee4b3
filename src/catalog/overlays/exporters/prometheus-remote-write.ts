import type { Overlay } from '../../overlay';
import { each, fields, nonNegative, nonNegativeDuration, notEmpty, oneOf, rules, uri, values } from '../parts';

const newerMessage = 'io.prometheus.write.v2.Request';
// Headers that the protocol itself writes, in whatever case.
const reserved = ['Content-Encoding', 'Content-Type', 'User-Agent', 'X-Prometheus-Remote-Write-Version'].map((name) =>
  name.replace(/[a-z]/gi, (letter) => `[${letter.toUpperCase()}${letter.toLowerCase()}]`),
);
const utf8 = ['NoUTF8EscapingWithSuffixes', 'NoTranslation'];

export const overlay: Overlay = {
  schema: {
    ...fields({
      // Of itself it is a placeholder, with which nothing can be sent.
      endpoint: { ...uri, 'x-null': 'refused' },
      compression: oneOf('', 'snappy'),
      http: fields({ endpoint: uri, compression: oneOf('', 'snappy') }),
      include_metadata_keys: each({ pattern: `^(?!(?:${reserved.join('|')})$)` }),
      external_labels: { ...values(notEmpty), propertyNames: { minLength: 1 } },
      timeout: nonNegativeDuration,
      max_batch_size_bytes: nonNegative,
      max_batch_request_parallelism: { minimum: 1 },
      remote_write_queue: fields({ queue_size: { ...nonNegative, 'x-null': 'refused' }, num_consumers: nonNegative }),
      protobuf_message: {
        ...oneOf('prometheus.WriteRequest', newerMessage),
        'x-gate': { when: newerMessage, gate: 'exporter.prometheusremotewritexporter.enableSendingRW2' },
      },
      translation_strategy: oneOf('', 'UnderscoreEscapingWithSuffixes', 'UnderscoreEscapingWithoutSuffixes', ...utf8),
    }),
    ...rules(
      {
        holds: (write) => write.given(write.has('http') ? 'http.endpoint' : 'endpoint'),
        message: 'needs "endpoint", or "http" with an "endpoint"',
        fix: 'Add one of them.',
      },
      {
        field: 'remote_write_queue.queue_size',
        holds: (write) =>
          !write.flag('remote_write_queue.enabled', true) || write.number('remote_write_queue.queue_size', 10000) !== 0,
        message: 'is 0, so that all data would be dropped',
        fix: 'Write a positive number, or turn the queue off.',
      },
      {
        field: 'translation_strategy',
        holds: (write) =>
          !utf8.includes(write.text('translation_strategy')) || write.text('protobuf_message') === newerMessage,
        message: 'keeps names that the first version of remote write cannot send',
        fix: `Write "protobuf_message: ${newerMessage}", or another strategy.`,
      },
    ),
  },
};
