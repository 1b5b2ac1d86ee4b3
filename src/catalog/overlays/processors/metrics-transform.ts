import type { JsonSchema } from '../../facts';
import type { Overlay } from '../../overlay';
import type { Section, SectionRule } from '../../section-rule';
import { formats } from '../../shared-formats';
import { each, fields, oneOf, rules } from '../parts';

const aggregation = oneOf('', 'sum', 'mean', 'min', 'max', 'median', 'count');
/** What an action needs. */
const needs = (field: string, ...actions: readonly string[]): SectionRule => ({
  field,
  holds: (step: Section) => !actions.includes(step.text('action')) || step.given(field),
  message: `is needed for ${actions.map((action) => `"${action}"`).join(' and ')}`,
  fix: 'Add it.',
});

const operation: JsonSchema = {
  'x-null': 'refused',
  ...fields({
    action: oneOf(
      'add_label',
      'update_label',
      'delete_label_value',
      'toggle_scalar_data_type',
      'experimental_scale_value',
      'aggregate_labels',
      'aggregate_label_values',
    ),
    aggregation_type: aggregation,
  }),
  required: ['action'],
  ...rules(
    needs('label', 'update_label'),
    needs('new_label', 'add_label'),
    needs('new_value', 'add_label'),
    needs('experimental_scale', 'experimental_scale_value'),
  ),
};

export const overlay: Overlay = {
  schema: fields({
    transforms: each({
      'x-null': 'refused',
      ...fields({
        action: oneOf('insert', 'update', 'combine', 'group'),
        match_type: oneOf('', 'strict', 'regexp'),
        aggregation_type: aggregation,
        submatch_case: oneOf('', 'lower', 'upper'),
        operations: each(operation),
      }),
      required: ['include', 'action'],
      ...rules(
        needs('new_name', 'insert', 'combine'),
        needs('aggregation_type', 'combine'),
        {
          field: 'group_resource_labels',
          holds: (transform) => transform.text('action') !== 'group' || transform.has('group_resource_labels'),
          message: 'is needed for "group"',
          fix: 'Add it.',
        },
        {
          field: 'include',
          holds: (transform) =>
            transform.text('match_type') !== 'regexp' || formats['go-regexp'](transform.text('include')),
          message: 'is no regular expression',
          fix: 'Correct it.',
        },
      ),
    }),
  }),
};
