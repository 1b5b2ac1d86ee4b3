import type { Overlay } from '../../overlay';
import { fields, nonNegativeDuration, rules, secret } from '../parts';

const connection = ['server', 'username', 'password', 'port'];
const names = connection.map((field) => `"${field}"`).join(', ');

export const overlay: Overlay = {
  schema: {
    ...fields({
      datasource: secret,
      top_query_collection: fields({
        lookback_time: nonNegativeDuration,
        max_query_sample_count: { maximum: 10000, 'x-null': 'refused' },
        collection_interval: nonNegativeDuration,
      }),
    }),
    ...rules(
      {
        field: 'top_query_collection.top_query_count',
        holds: (server) =>
          server.number('top_query_collection.top_query_count', 200) <=
          server.number('top_query_collection.max_query_sample_count', 1000),
        message: 'is more than "max_query_sample_count"; unless they are set, they are 200 and 1000',
        fix: 'Lower it, or raise "max_query_sample_count".',
      },
      {
        field: 'datasource',
        holds: (server) => !server.given('datasource') || !connection.some((field) => server.given(field)),
        message: `stands beside one of ${names}`,
        fix: 'Keep "datasource", or the others.',
      },
      {
        holds: (server) => {
          const given = connection.filter((field) => server.given(field)).length;
          return server.given('datasource') || given === 0 || given === connection.length;
        },
        message: `needs all of ${names}, or none of them`,
        fix: 'Add what is missing.',
      },
    ),
  },
};
