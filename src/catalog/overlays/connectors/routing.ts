import type { JsonSchema } from '../../facts';
import type { Overlay } from '../../overlay';
import { condition, each, fields, needsOneOf, oneOf, rules, statement } from '../parts';

const pipelines: JsonSchema = each({ 'x-null': 'refused' });

export const overlay: Overlay = {
  schema: {
    ...fields({
      default_pipelines: pipelines,
      table: each({
        'x-null': 'refused',
        ...fields({
          pipelines,
          context: {
            ...oneOf('', 'resource', 'span', 'metric', 'datapoint', 'log', 'request', 'otelcol'),
            'x-enum-since': { otelcol: '0.159.0' },
          },
          condition: condition(),
          statement: statement(),
        }),
        required: ['pipelines'],
        ...needsOneOf('condition', 'statement'),
        ...rules(
          {
            field: 'statement',
            holds: (route) => !route.given('condition') || !route.given('statement'),
            message: 'stands beside "condition"',
            fix: 'Keep one of the two.',
          },
          {
            field: 'condition',
            holds: (route) =>
              route.text('context') !== 'request' ||
              /^request\["[^"]+"\]\s*(?:==|!=)\s*"/.test(route.text('condition')),
            message: 'has to compare a value of the request, which is all that its context has',
            fix: 'Write e.g. request["X-Tenant"] == "acme".',
          },
        ),
      }),
    }),
    required: ['table'],
  },
};
