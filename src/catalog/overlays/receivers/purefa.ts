import type { Overlay } from '../../overlay';
import type { SectionRule } from '../../section-rule';
import { fields, notEmpty, rules } from '../parts';

const intervals = ['array', 'hosts', 'directories', 'pods', 'volumes'];

const notZero = (field: string): SectionRule => ({
  field,
  holds: (intervals) => intervals.duration(field, '1m') !== 0,
  message: 'is zero',
  fix: 'Write e.g. "1m".',
});

export const overlay: Overlay = {
  schema: fields({
    fa_array_name: notEmpty,
    namespace: notEmpty,
    settings: fields({
      reload_intervals: {
        ...fields(Object.fromEntries(intervals.map((name) => [name, { 'x-null': 'refused' }]))),
        ...rules(...intervals.map(notZero)),
      },
    }),
  }),
};
