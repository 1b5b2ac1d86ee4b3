import type { Overlay } from '../../overlay';
import type { SectionRule } from '../../section-rule';
import { fields, notEmpty, rules } from '../parts';

const onePlaceholder: SectionRule = {
  field: 'logs_index',
  holds: (exporter) => exporter.text('logs_index').split('%{').length <= 2,
  message: 'has several placeholders',
  fix: 'Keep one of them.',
};

export const overlay: Overlay = {
  schema: {
    ...fields({
      bulk_action: { enum: ['create', 'index'], 'x-null': 'refused' },
      dataset: notEmpty,
      namespace: notEmpty,
      // Parts of a date, and what stands between them.
      logs_index_time_format: { pattern: '^(?:yyyy|yy|MM|dd|HH|mm|ss|[-._+])*$' },
      mapping: fields({ mode: { enum: ['ss4o', 'ecs', 'flatten_attributes'], 'x-null': 'refused' } }),
      http: { required: ['endpoint'] },
    }),
    required: ['http'],
    ...rules(onePlaceholder),
  },
};
