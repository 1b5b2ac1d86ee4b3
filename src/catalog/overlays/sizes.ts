import type { SectionRule } from '../section-rule';

const powers = ['', 'k', 'm', 'g', 't', 'p'];

/** A number of bytes, or a text such as `1MiB`; not a number where it is none. */
function bytesOf(size: unknown): number {
  const [, digits, unit = '', binary] = /^(\d+\.?\d*)\s*([kmgtp]?)(i?)b?$/i.exec(String(size)) ?? [];
  return Math.trunc(Number(digits ?? size) * (binary ? 1024 : 1000) ** powers.indexOf(unit.toLowerCase()));
}

/** A size, where it is there, of so many bytes or more. A text that is no size is an issue of its own. */
export const leastBytes = (field: string, bytes: number): SectionRule => ({
  field,
  holds: (section) => !section.has(field) || !(bytesOf(section.get(field)) < bytes),
  message: `is less than ${bytes}`,
  fix: `Write ${bytes} or more.`,
});
