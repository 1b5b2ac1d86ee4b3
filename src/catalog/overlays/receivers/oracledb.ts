import type { Overlay } from '../../overlay';
import type { SectionRule } from '../../section-rule';
import { fields, rules, secret, url } from '../parts';

const needed = (field: string): SectionRule => ({
  field,
  holds: (oracle) => oracle.given('datasource') || oracle.given(field),
  message: 'is needed without "datasource"',
  fix: 'Add it.',
});

export const overlay: Overlay = {
  schema: {
    ...fields({
      password: secret,
      datasource: { ...secret, ...url },
      top_query_collection: fields({
        max_query_sample_count: { minimum: 1, maximum: 10000, 'x-null': 'refused' },
        top_query_count: { minimum: 1, maximum: 200, 'x-null': 'refused' },
      }),
    }),
    ...rules(
      {
        field: 'endpoint',
        holds: (oracle) => oracle.given('datasource') || isServer(oracle.text('endpoint')),
        message: 'is not "host:port", which is needed without "datasource"',
        fix: 'Write e.g. "oracle:1521".',
      },
      needed('username'),
      needed('password'),
      needed('service'),
      {
        field: 'top_query_collection.top_query_count',
        holds: (oracle) =>
          oracle.number('top_query_collection.top_query_count', 200) <=
          oracle.number('top_query_collection.max_query_sample_count', 1000),
        message: 'is more than "max_query_sample_count"; unless they are set, they are 200 and 1000',
        fix: 'Lower it, or raise "max_query_sample_count".',
      },
    ),
  },
};

/** A host, and a port of 0 to 65535. */
function isServer(endpoint: string): boolean {
  const port = /^(?:\[[^[\]]+\]|[^:[\]]+):([-+]?\d+)$/.exec(endpoint)?.[1];
  return port !== undefined && Number(port) >= 0 && Number(port) <= 65535;
}
