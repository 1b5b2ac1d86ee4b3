import type { JsonSchema } from '../../facts';
import type { Overlay } from '../../overlay';
import type { SectionRule } from '../../section-rule';
import { dataSource, each, fields, needsOneOf, notBoth, oneOf, rules } from '../parts';

const metric: JsonSchema = {
  'x-null': 'refused',
  ...fields({
    value_type: oneOf('', 'int', 'double'),
    data_type: oneOf('', 'gauge', 'sum'),
    aggregation: oneOf('', 'cumulative', 'delta'),
    row_condition: { required: ['column'] },
  }),
  required: ['metric_name', 'value_column'],
  ...rules({
    field: 'aggregation',
    holds: (metric) => !metric.given('aggregation') || metric.text('data_type') !== 'gauge',
    message: 'is not for a gauge',
    fix: 'Remove it, or write "data_type: sum".',
  }),
};

const query: JsonSchema = {
  'x-null': 'refused',
  ...fields({ metrics: each(metric), logs: each({ 'x-null': 'refused', ...fields({}), required: ['body_column'] }) }),
  required: ['sql'],
  ...needsOneOf('logs', 'metrics'),
};

const needed = (field: string): SectionRule => ({
  field,
  holds: (sql) => sql.given('datasource') || sql.given(field),
  message: 'is needed without "datasource"',
  fix: 'Add it.',
});

export const overlay: Overlay = {
  schema: {
    ...fields({
      driver: oneOf('clickhouse', 'hdb', 'mysql', 'oracle', 'postgres', 'snowflake', 'sqlserver', 'tds'),
      datasource: dataSource,
      queries: each(query),
    }),
    required: ['driver', 'queries'],
    ...rules(
      ...['host', 'port', 'database', 'username', 'password'].map((field) => notBoth(field, 'datasource')),
      {
        field: 'additional_params',
        holds: (sql) => !sql.given('datasource') || sql.section('additional_params').keys().length === 0,
        message: 'stand beside "datasource"',
        fix: 'Write them there.',
      },
      needed('host'),
      needed('database'),
      {
        field: 'port',
        holds: (sql) => sql.given('datasource') || sql.given('port') || sql.text('driver') === 'sqlserver',
        message: 'is needed without "datasource"',
        fix: 'Add it.',
      },
    ),
  },
};
