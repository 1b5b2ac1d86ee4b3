import type { ConfigMap } from '../../../../src/model/config';
import type { DrawnSection } from '../rule';

const sasl = (sasl: ConfigMap) => ({ auth: { sasl } });

/** What the receiver and the exporter have in common. */
export const kafkaClientRules: Readonly<Record<string, DrawnSection>> = {
  'brokers are named': {
    fields: {
      brokers: [undefined, ['a:1'], ['a:1', 'b:2'], 'a:1', [], [], []],
      client_id: [undefined, 'a', 'b'],
    },
  },
  'the version parses': {
    fields: {
      protocol_version: [undefined, '', '2.1.0', '3.0.0', '0.10.2.0', 'new', '2', '2.x', '3.0.0-beta', 'latest'],
      client_id: [undefined, 'a', 'b'],
    },
  },
  'the mechanism is known': {
    base: { username: 'a', password: 'b' },
    fields: {
      mechanism: ['PLAIN', 'SCRAM-SHA-256', 'SCRAM-SHA-512', 'PLAIN', 'plain', 'SCRAM', '', undefined],
      version: [undefined, 0, 1],
    },
    within: sasl,
  },
  'a mechanism has its name and password': {
    fields: {
      mechanism: ['PLAIN', 'SCRAM-SHA-256', 'SCRAM-SHA-512', 'AWS_MSK_IAM_OAUTHBEARER'],
      username: [undefined, '', 'a', 'a', 'c'],
      password: [undefined, '', 'b', 'b', 'd'],
    },
    within: sasl,
  },
};
