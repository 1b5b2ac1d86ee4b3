import type { Row } from './row';

/** The rules in front that drop what they match: a filter before the table does the same, and the table sees less. */
export function dropsAhead(rows: readonly Row[]): readonly Row[] {
  const end = rows.findIndex(
    ({ rules, context, when }) =>
      !rules.every(({ outcome }) => outcome.drop) || context === 'otelcol' || when === 'always',
  );
  return end === -1 ? rows : rows.slice(0, end);
}
