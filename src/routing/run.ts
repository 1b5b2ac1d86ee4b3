import { tooMany } from './chunks';
import { type Key, keysOf } from './keyed';
import type { Row } from './row';

/** Rows that stand one behind the other and each match only for some texts of one attribute. */
export interface Run {
  /** The attribute, in OTTL. */
  readonly path: string;
  /** How many rows there are. */
  readonly length: number;
}

/** The longest run that begins at the first row, if it has so many texts that several tables are faster than one. */
export function runAt(rows: readonly Row[]): Run | undefined {
  const [first] = rows;
  if (!first) return undefined;
  const runs = keysOf(first).map(({ path }) => ({ path, length: lengthOf(rows, path) }));
  const longest = runs.reduce<Run | undefined>(
    (best, run) => (best && best.length >= run.length ? best : run),
    undefined,
  );
  if (!longest) return undefined;
  const values = new Set(rows.slice(0, longest.length).flatMap((row) => keyFor(row, longest.path)?.values ?? []));
  return tooMany(values.size) ? longest : undefined;
}

/** What a row asks of an attribute. */
export function keyFor(row: Row, path: string): Key | undefined {
  return keysOf(row).find((key) => key.path === path);
}

function lengthOf(rows: readonly Row[], path: string): number {
  const end = rows.findIndex((row) => row.rules[0]?.copies || keyFor(row, path) === undefined);
  return end === -1 ? rows.length : end;
}
