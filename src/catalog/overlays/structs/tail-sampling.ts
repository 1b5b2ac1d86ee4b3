import type { JsonSchema } from '../../facts';
import { conditions, fields, oneOf } from '../parts';
import type { StructOverlay } from '../structs';

const processor = 'processor/tailsamplingprocessor';

/** The types that a policy inside another can have. */
const leafTypes = [
  'always_sample',
  'boolean_attribute',
  'bytes_limiting',
  'latency',
  'numeric_attribute',
  'ottl_condition',
  'probabilistic',
  'rate_limiting',
  'span_count',
  'status_code',
  'string_attribute',
  'trace_flags',
  'trace_state',
];

/**
 * A policy. Since 0.159.0 an extension may bring a type of its own: its id is the type and the name of its settings.
 * That release looks at types, names and status codes only when it starts, and then stops.
 */
const policy = (types: readonly string[], required: readonly string[]): JsonSchema => ({
  ...fields({
    type: {
      ...oneOf(...types),
      'x-enum-since': { bytes_limiting: '0.159.0', trace_flags: '0.159.0', not: '0.159.0' },
      'x-or-extension': '0.159.0',
    },
  }),
  required,
  additionalProperties: false,
  'x-null': 'refused',
  'x-or-extension': '0.159.0',
});

export const tailSamplingStructs: readonly StructOverlay[] = [
  {
    structs: [`${processor}.PolicyCfg`],
    schema: policy([...leafTypes, 'and', 'composite', 'drop', 'not'], ['name', 'type']),
  },
  { structs: [`${processor}.AndSubPolicyCfg`], schema: policy([...leafTypes, 'not'], ['type']) },
  { structs: [`${processor}.CompositeSubPolicyCfg`], schema: policy([...leafTypes, 'and'], ['type']) },
  { structs: [`${processor}.NotSubPolicyCfg`], schema: policy(leafTypes, ['type']) },
  {
    structs: [`${processor}.StatusCodeCfg`],
    schema: fields({ status_codes: { items: oneOf('OK', 'ERROR', 'UNSET') } }),
  },
  {
    structs: [`${processor}.OTTLConditionCfg`],
    schema: fields({ span: conditions('span'), spanevent: conditions('spanevent') }),
  },
];
