import type { Overlay } from '../../overlay';
import { each, fields, oneOf, rules } from '../parts';

export const overlay: Overlay = {
  schema: fields({
    rules: each({
      'x-null': 'refused',
      ...fields({
        type: oneOf('calculate', 'scale'),
        operation: oneOf('', 'add', 'subtract', 'multiply', 'divide', 'percent'),
      }),
      required: ['name', 'type', 'metric1'],
      ...rules(
        {
          field: 'metric2',
          holds: (rule) => rule.text('type') !== 'calculate' || rule.given('metric2'),
          message: 'is needed for calculating',
          fix: 'Add it.',
        },
        {
          field: 'scale_by',
          holds: (rule) => rule.text('type') !== 'scale' || rule.number('scale_by') > 0,
          message: 'has to be more than 0',
          fix: 'Write a positive number.',
        },
        {
          field: 'name',
          holds: (rule) =>
            !rule.given('name') || ![rule.text('metric1'), rule.text('metric2')].includes(rule.text('name')),
          message: 'is that of a metric which is read',
          fix: 'Write another name.',
        },
      ),
    }),
  }),
};
