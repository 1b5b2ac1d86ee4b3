import { isTimeZone } from '../../ottl/types/time-zone';
import type { SectionRule } from '../section-rule';

export const knownTimeZone = (field: string): SectionRule => ({
  field,
  holds: (section) => isTimeZone(section.text(field)),
  message: 'is no time zone',
  fix: 'Write e.g. "Europe/Berlin".',
});
