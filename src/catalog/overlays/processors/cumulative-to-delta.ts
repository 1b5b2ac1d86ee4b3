import type { JsonSchema } from '../../facts';
import type { Overlay } from '../../overlay';
import { each, fields, oneOf, rules } from '../parts';

const match: JsonSchema = {
  ...fields({
    // Another one is taken, but then nothing is matched.
    match_type: oneOf('', 'strict', 'regexp'),
    metric_types: each({ ...oneOf('sum', 'histogram', 'exponentialhistogram'), 'x-ignore-case': true }),
  }),
  ...rules(
    {
      field: 'match_type',
      holds: (match) => match.given('match_type') || !match.given('metrics'),
      message: 'is needed for matching the metrics',
      fix: 'Write "strict" or "regexp".',
    },
    {
      field: 'metrics',
      holds: (match) => match.given('metrics') || !match.given('match_type'),
      message: 'is needed, for "match_type" is set',
      fix: 'Name the metrics.',
    },
  ),
};

export const overlay: Overlay = { schema: fields({ include: match, exclude: match }) };
