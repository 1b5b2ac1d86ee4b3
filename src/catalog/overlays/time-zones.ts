import type { SectionRule } from '../section-rule';

/** A name of the time zone database, as Go finds it: in its own letters, and no offset. */
function isTimeZone(name: string): boolean {
  if (['', 'UTC', 'Local'].includes(name)) return true;
  if (!/^[A-Z][A-Za-z0-9_/+-]*$/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

export const knownTimeZone = (field: string): SectionRule => ({
  field,
  holds: (section) => isTimeZone(section.text(field)),
  message: 'is no time zone',
  fix: 'Write e.g. "Europe/Berlin".',
});
