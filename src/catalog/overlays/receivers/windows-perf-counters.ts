import type { Overlay } from '../../overlay';
import { each, fields, oneOf, rules, values } from '../parts';

export const overlay: Overlay = {
  schema: {
    ...fields({
      metrics: values(
        fields({
          sum: {
            ...fields({ aggregation: oneOf('', 'cumulative', 'delta') }),
            ...rules({
              field: 'aggregation',
              holds: (sum) => !sum.flag('monotonic') || sum.given('aggregation'),
              message: 'is needed for what only rises',
              fix: 'Write "cumulative" or "delta".',
            }),
          },
        }),
      ),
      perfcounters: each({
        'x-null': 'refused',
        ...fields({ instances: each({ minLength: 1, 'x-null': 'refused' }) }),
        required: ['object', 'counters'],
      }),
    }),
    required: ['perfcounters'],
    ...rules({
      field: 'perfcounters',
      holds: (receiver) => {
        const known = receiver.section('metrics').keys();
        return receiver
          .sections('perfcounters')
          .flatMap((object) => object.sections('counters'))
          .every((counter) => !counter.given('metric') || known.includes(counter.text('metric')));
      },
      message: 'name a metric that is not there',
      fix: 'Add it under "metrics".',
    }),
  },
};
