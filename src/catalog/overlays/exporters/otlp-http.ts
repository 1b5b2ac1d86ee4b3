import type { Overlay } from '../../overlay';
import { fields, needsOneOf, oneOf, rules } from '../parts';
import { levelRule } from '../structs/http';

export const overlay: Overlay = {
  schema: {
    ...fields({ encoding: oneOf('proto', 'json') }),
    ...needsOneOf('endpoint', 'traces_endpoint', 'metrics_endpoint', 'logs_endpoint', 'profiles_endpoint'),
    'x-replaces': ['x-rules'],
    ...rules(levelRule('gzip')),
  },
};
