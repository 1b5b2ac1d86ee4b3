import type { Section, SectionRule } from '../../section-rule';
import { knownEncoding } from '../encodings';
import { address, fields, nonNegative, regexp, rules } from '../parts';
import { leastBytes } from '../sizes';
import type { StructOverlay } from '../structs';

const onePattern: SectionRule = {
  holds: (multiline) => !multiline.given('line_start_pattern') || !multiline.given('line_end_pattern'),
  message: 'has a pattern for the start of a line, and one for its end',
  fix: 'Keep one of "line_start_pattern" and "line_end_pattern".',
};

const outputIsThere: SectionRule = {
  field: 'output',
  holds: (input) => {
    // An operator without an id has its type for one, with a number if there are several.
    const ids = input.sections('operators').flatMap((operator) => [operator.text('id'), operator.text('type')]);
    return input
      .list('output')
      .every((name) => ids.includes(String(name).replace(/\d+$/, '')) || ids.includes(String(name)));
  },
  message: 'names an operator that is not there',
  fix: 'Write the "id" of one of the "operators", or remove it.',
};

const has = (input: Section, what: string) => input.given(`tls.${what}_file`) || input.given(`tls.${what}_pem`);

const keyPair: SectionRule = {
  field: 'tls',
  holds: (input) => has(input, 'cert') === has(input, 'key'),
  message: 'has a certificate without its key, or a key without its certificate',
  fix: 'Write both.',
};

const longEnough = leastBytes('max_log_size', 65536);

/** The types of operators that the receivers register. */
const operators = [
  'add',
  'assign_keys',
  'container',
  'copy',
  'csv_parser',
  'file_output',
  'filter',
  'flatten',
  'json_array_parser',
  'json_parser',
  'key_value_parser',
  'move',
  'noop',
  'recombine',
  'regex_parser',
  'regex_replace',
  'remove',
  'retain',
  'router',
  'sanitize_utf8',
  'scope_name_parser',
  'severity_parser',
  'stdout',
  'syslog_parser',
  'time_parser',
  'trace_parser',
  'unquote',
  'uri_parser',
];

export const stanzaStructs: readonly StructOverlay[] = [
  // An operator decodes itself, by its type.
  {
    structs: ['pkg/stanza/operator.Config'],
    schema: {
      'x-replaces': true,
      type: 'object',
      'x-null': 'refused',
      properties: { type: { type: 'string', enum: operators } },
      additionalProperties: true,
      required: ['type'],
    },
  },
  // tcp.BaseConfig and udp.BaseConfig
  {
    fields: ['listen_address', 'one_log_per_packet'],
    schema: { ...fields({ listen_address: address, max_connections: nonNegative }), ...rules(knownEncoding) },
  },
  // tcp.BaseConfig
  {
    fields: ['listen_address', 'max_log_size'],
    schema: rules(longEnough, keyPair),
  },
  // helper.InputConfig beside adapter.BaseConfig
  { fields: ['operators', 'output'], schema: rules(outputIsThere) },
  // split.Config
  {
    fields: ['line_start_pattern', 'line_end_pattern'],
    schema: { ...fields({ line_start_pattern: regexp, line_end_pattern: regexp }), ...rules(onePattern) },
  },
];
