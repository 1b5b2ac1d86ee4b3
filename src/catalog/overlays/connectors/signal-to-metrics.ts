import type { JsonSchema } from '../../facts';
import type { Overlay } from '../../overlay';
import type { SectionRule } from '../../section-rule';
import { conditions, each, expression, fields, needsOneOf, notBoth, rules } from '../parts';

const types = ['histogram', 'exponential_histogram', 'sum', 'gauge'];

const counts = (context: string) => ({ value: expression(context), count: expression(context) });
const maxSize: SectionRule = {
  field: 'max_size',
  holds: (histogram) => {
    const size = histogram.number('max_size');
    return size === 0 || (size >= 2 && size <= 16384);
  },
  message: 'is not between 2 and 16384',
  fix: 'Write such a number, or 0 for the default.',
};

const oneType: SectionRule = {
  holds: (metric) => types.filter((type) => metric.has(type) && metric.flag(`${type}.enabled`, true)).length === 1,
  message: `needs one of ${types.map((type) => `"${type}"`).join(', ')}`,
  fix: 'Keep one of them.',
};

const keysDiffer = (field: string): SectionRule => ({
  field,
  holds: (metric) => {
    const keys = metric
      .sections(field)
      .filter((attribute) => attribute.given('key'))
      .map((attribute) => attribute.text('key'));
    return new Set(keys).size === keys.length;
  },
  message: 'name a key twice',
  fix: 'Remove one.',
});

const attributes = (context: string): JsonSchema =>
  each({
    'x-null': 'refused',
    ...fields({ keys_expression: expression(context) }),
    ...needsOneOf('key', 'keys_expression'),
    ...rules(notBoth('keys_expression', 'key'), {
      field: 'default_value',
      holds: (attribute) => !attribute.has('default_value') || !attribute.flag('optional'),
      message: 'stands beside "optional"',
      fix: 'Keep one of the two.',
    }),
  });

/** A metric that is made of a signal; its values are OTTL. */
const metric = (context: string): JsonSchema => {
  const value = { ...fields({ value: expression(context) }), required: ['value'] };
  const counted = { required: ['value'] };
  return each({
    'x-null': 'refused',
    ...fields({
      conditions: conditions(context),
      attributes: attributes(context),
      include_resource_attributes: attributes(context),
      histogram: { ...counted, ...fields(counts(context)) },
      exponential_histogram: { ...counted, ...fields(counts(context)), ...rules(maxSize) },
      sum: value,
      gauge: value,
    }),
    required: ['name'],
    ...rules(oneType, keysDiffer('attributes'), keysDiffer('include_resource_attributes')),
  });
};

export const overlay: Overlay = {
  schema: {
    ...fields({
      spans: metric('span'),
      datapoints: metric('datapoint'),
      logs: metric('log'),
      profiles: metric('profile'),
    }),
    ...needsOneOf('spans', 'datapoints', 'logs', 'profiles'),
  },
};
