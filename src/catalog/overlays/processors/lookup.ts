import type { JsonSchema } from '../../facts';
import type { Overlay } from '../../overlay';
import { expression, fields, rules } from '../parts';

const context: JsonSchema = { enum: ['record', 'resource'], 'x-ignore-case': true, 'x-null': 'zero' };

export const overlay: Overlay = {
  schema: {
    ...fields({
      source: {
        ...fields({ type: { enum: ['', 'csv', 'dns', 'noop', 'yaml'] } }),
        ...rules({
          field: 'path',
          holds: (source) => !['csv', 'yaml'].includes(source.text('type')) || source.given('path'),
          message: 'is not given',
          fix: 'Name the file.',
        }),
      },
      lookups: {
        items: {
          required: ['key', 'attributes'],
          ...fields({
            key: expression('resource', 'log', 'span', 'metric', 'datapoint'),
            context,
            attributes: { items: { required: ['destination'], ...fields({ context }) } },
          }),
        },
      },
    }),
    required: ['lookups'],
  },
};
