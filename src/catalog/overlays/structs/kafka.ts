import type { SectionRule } from '../../section-rule';
import { fields, nonNegative, oneOf, positiveDuration, rules, since } from '../parts';
import type { StructOverlay } from '../structs';
import { levelRule } from './http';

const needsPassword: SectionRule = {
  holds: (sasl) =>
    !['PLAIN', 'SCRAM-SHA-256', 'SCRAM-SHA-512'].includes(sasl.text('mechanism')) ||
    (sasl.given('username') && sasl.given('password')),
  message: 'needs "username" and "password" for its mechanism',
  fix: 'Add both.',
};

const needsToken: SectionRule = {
  field: 'oauthbearer_token_source',
  holds: (sasl) => sasl.text('mechanism') !== 'OAUTHBEARER' || sasl.given('oauthbearer_token_source'),
  message: 'is needed for its mechanism',
  fix: 'Write the id of an extension oauth2client.',
};

const fetchInOrder: SectionRule = {
  field: 'max_fetch_size',
  holds: (consumer) => consumer.number('max_fetch_size', 1048576) >= consumer.number('min_fetch_size', 1),
  message: 'is less than "min_fetch_size"; unless they are set, they are 1048576 and 1',
  fix: 'Raise it, or lower "min_fetch_size".',
};

const oneStrategyField: SectionRule = {
  field: 'group_rebalance_strategies',
  holds: (consumer) => !consumer.given('group_rebalance_strategy') || !consumer.given('group_rebalance_strategies'),
  message: 'stands beside "group_rebalance_strategy"',
  fix: 'Keep "group_rebalance_strategies".',
};

// Before 0.159.0, sizes were not looked at.
const size = { 'x-from': { '0.159.0': nonNegative } };

export const kafkaStructs: readonly StructOverlay[] = [
  // configkafka.ClientConfig
  {
    fields: ['brokers', 'protocol_version'],
    schema: fields({
      brokers: { minItems: 1 },
      conn_idle_timeout: positiveDuration,
      protocol_version: { pattern: '^$|^v?\\d+(\\.\\d+){1,3}$' },
    }),
  },
  // configkafka.SASLConfig
  {
    fields: ['mechanism', 'aws_msk'],
    schema: {
      ...fields({
        mechanism: {
          ...oneOf('PLAIN', 'SCRAM-SHA-256', 'SCRAM-SHA-512', 'AWS_MSK_IAM_OAUTHBEARER', 'OAUTHBEARER'),
          'x-enum-since': { OAUTHBEARER: '0.159.0' },
        },
        version: { minimum: 0, maximum: 1 },
        password: { 'x-secret': true },
      }),
      required: ['mechanism'],
      ...rules(needsPassword, needsToken),
    },
  },
  { structs: ['configkafka.PlainTextConfig'], schema: fields({ password: { 'x-secret': true } }) },
  // configkafka.KerberosConfig
  { fields: ['username', 'password', 'realm'], schema: fields({ password: { 'x-secret': true } }) },
  // configkafka.ConsumerConfig
  {
    fields: ['initial_offset', 'group_id', 'session_timeout'],
    schema: {
      ...fields({
        initial_offset: oneOf('latest', 'earliest'),
        // Since then it may be the id of an extension.
        group_rebalance_strategy: { 'x-before': { '0.159.0': { enum: ['', 'range', 'roundrobin', 'sticky'] } } },
        min_fetch_size: size,
        max_fetch_size: size,
        max_partition_fetch_size: size,
      }),
      ...rules(since('0.159.0', fetchInOrder), oneStrategyField),
    },
  },
  // configkafka.ProducerConfig
  {
    fields: ['required_acks', 'flush_max_messages'],
    schema: {
      ...fields({
        required_acks: { type: ['integer', 'string'], minimum: -1, maximum: 1, enum: ['all'], 'x-null': 'zero' },
        compression: oneOf('none', 'gzip', 'snappy', 'lz4', 'zstd'),
        max_message_bytes: size,
        flush_max_messages: { 'x-from': { '0.159.0': { minimum: 1 } } },
      }),
      ...rules(levelRule('none')),
    },
  },
];
