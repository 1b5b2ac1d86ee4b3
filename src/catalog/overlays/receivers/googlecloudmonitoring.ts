import type { Overlay } from '../../overlay';
import { atLeast, each, fields, needsOneOf, notBoth, rules } from '../parts';

export const overlay: Overlay = {
  schema: {
    ...fields({
      metrics_list: each({
        'x-null': 'refused',
        ...fields({}),
        ...needsOneOf('metric_name', 'metric_descriptor_filter'),
        ...rules(notBoth('metric_name', 'metric_descriptor_filter')),
      }),
    }),
    required: ['metrics_list'],
    ...rules(atLeast('collection_interval', '60s')),
  },
};
