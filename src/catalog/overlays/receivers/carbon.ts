import type { JsonSchema } from '../../facts';
import type { Overlay } from '../../overlay';
import { fields, nonNegativeDuration, notEmpty, oneOf, regexp, rules, values } from '../parts';

const rule: JsonSchema = {
  type: 'object',
  'x-null': 'refused',
  properties: {
    regexp: { type: 'string', ...regexp },
    name_prefix: { type: 'string' },
    labels: { type: 'object', ...values({ type: 'string' }) },
    type: { type: 'string', ...oneOf('', 'gauge', 'cumulative') },
  },
  additionalProperties: false,
  ...rules({
    field: 'regexp',
    holds: (rule) =>
      [...rule.text('regexp').matchAll(/\(\?P?<(\w+)>/g)].every(([, name = '']) => /^(?:key|name)_/.test(name)),
    message: 'has a group whose name does not begin with "key_" or "name_"',
    fix: 'Name each group so: (?P<key_host>…) becomes an attribute, (?P<name_0>…) a part of the name.',
  }),
};

export const overlay: Overlay = {
  schema: fields({
    endpoint: notEmpty,
    tcp_idle_timeout: nonNegativeDuration,
    parser: {
      ...fields({
        type: { ...oneOf('plaintext', 'regex'), 'x-null': 'zero' },
        config: {
          'x-replaces': true,
          type: 'object',
          properties: { rules: { type: 'array', items: rule }, name_separator: { type: 'string' } },
          additionalProperties: false,
        },
      }),
      ...rules(
        {
          field: 'config.rules',
          holds: (parser) => parser.text('type') !== 'regex' || parser.given('config.rules'),
          message: 'are needed for the type "regex"',
          fix: 'Add one with a "regexp".',
        },
        {
          field: 'config',
          holds: (parser) =>
            parser.text('type', 'plaintext') !== 'plaintext' || parser.section('config').keys().length === 0,
          message: 'is empty for the type "plaintext", which is the type unless it is set',
          fix: 'Write "type: regex", or remove it.',
        },
      ),
    },
  }),
};
