import { goType } from '../go-type';
import { OttlError, type OttlMap, type OttlValue, Unsupported } from '../value';

/** What makes a value one of a level. */
interface Criterion {
  readonly equals: readonly string[];
  readonly range?: { readonly min: bigint; readonly max: bigint };
}

export type Severities = ReadonlyMap<string, readonly Criterion[]>;

const HTTP_RANGE = /^([2-5])xx$/;

function rangeOf(value: OttlValue): Criterion['range'] {
  if (typeof value === 'string') {
    const [, hundreds] = HTTP_RANGE.exec(value) ?? [];
    if (hundreds === undefined) throw new OttlError(`the range "${value}" is none of 2xx, 3xx, 4xx, 5xx`);
    const min = BigInt(hundreds) * 100n;
    return { min, max: min + 99n };
  }
  const min = value instanceof Map ? value.get('min') : undefined;
  const max = value instanceof Map ? value.get('max') : undefined;
  if (typeof min !== 'bigint' || typeof max !== 'bigint')
    throw new OttlError('a range has the ints "min" and "max", or is one like "4xx"');
  return { min, max };
}

function criterionOf(value: OttlValue): Criterion {
  if (!(value instanceof Map)) throw new OttlError('a criterion of a level is a map');
  const equals: OttlValue = value.get('equals') ?? (value.has('equals') ? null : []);
  if (!Array.isArray(equals) || equals.some((text) => typeof text !== 'string'))
    throw new OttlError('"equals" is a list of texts');
  if (!value.has('range')) return { equals: equals.map(String) };
  const range = rangeOf(value.get('range') ?? null);
  return range === undefined ? { equals: equals.map(String) } : { equals: equals.map(String), range };
}

/** Reads which values are of which level. Throws `OttlError` for another shape. */
export function severitiesOf(mapping: OttlMap): Severities {
  const entries: [string, OttlValue][] = [...mapping];
  return new Map(
    entries.map(([level, criteria]) => {
      if (!Array.isArray(criteria)) throw new OttlError(`the criteria of the level ${level} are no list`);
      return [level, Array.from(criteria, criterionOf)];
    }),
  );
}

function fits(value: OttlValue, { equals, range }: Criterion): boolean {
  if (typeof value === 'string') return equals.includes(value);
  if (typeof value === 'bigint') return range !== undefined && value >= range.min && value <= range.max;
  throw new OttlError(`a value of type ${goType(value)} has no level`);
}

/** The level of a value. The collector takes any where several fit. */
export function severityOf(value: OttlValue, severities: Severities): string {
  const levels = [...severities].filter(([, criteria]) => criteria.some((criterion) => fits(value, criterion)));
  const [first, ...others] = levels;
  if (first === undefined) throw new OttlError(`the value ${String(value)} is of no level`);
  if (others.length > 0)
    throw new Unsupported(`a value of several levels: ${levels.map(([level]) => level).join(', ')}`);
  return first[0];
}
