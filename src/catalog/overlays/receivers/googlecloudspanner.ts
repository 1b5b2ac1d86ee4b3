import type { JsonSchema } from '../../facts';
import type { Overlay } from '../../overlay';
import { atLeast, each, fields, nonNegative, positive, rules } from '../parts';

const instance: JsonSchema = {
  'x-null': 'refused',
  ...fields({ databases: each({ minLength: 1, 'x-null': 'refused' }) }),
  required: ['instance_id', 'databases'],
};

export const overlay: Overlay = {
  schema: {
    ...fields({
      top_metrics_query_max_rows: { ...positive, maximum: 100 },
      cardinality_total_limit: nonNegative,
      projects: each({
        'x-null': 'refused',
        ...fields({ instances: each(instance) }),
        required: ['project_id', 'instances'],
      }),
    }),
    required: ['projects'],
    ...rules(atLeast('collection_interval', '60s')),
  },
};
