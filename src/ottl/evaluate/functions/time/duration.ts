import { OttlError } from '../../value';

const UNITS: Readonly<Record<string, bigint>> = {
  ns: 1n,
  us: 1_000n,
  µs: 1_000n,
  μs: 1_000n,
  ms: 1_000_000n,
  s: 1_000_000_000n,
  m: 60_000_000_000n,
  h: 3_600_000_000_000n,
};

const LIMIT = 2n ** 63n;
const TERM = /^(\d*)(?:\.(\d*))?([^.\d]+)/;

/** Nanoseconds of a duration as Go writes it: `1h30m`, `-1.5s`, `300ms`, `0`. Throws `OttlError` for others. */
export function parseDuration(text: string): bigint {
  const refuse = (): never => {
    throw new OttlError(`"${text}" is no duration; write one like "1h30m" or "300ms"`);
  };
  const negative = text.startsWith('-');
  let rest = negative || text.startsWith('+') ? text.slice(1) : text;
  if (rest === '0') return 0n;
  if (rest === '') refuse();
  let total = 0n;
  while (rest !== '') {
    const [all = '', whole = '', fraction = '', unitName = ''] = TERM.exec(rest) ?? refuse();
    const unit = UNITS[unitName] ?? refuse();
    if (whole + fraction === '') refuse();
    // Go gives up where a number is beyond 64 bits, before and after its unit is applied.
    if (BigInt(whole) > LIMIT / unit) refuse();
    total += BigInt(whole) * unit + fractionOf(fraction, unit);
    if (total > LIMIT) refuse();
    rest = rest.slice(all.length);
  }
  if (negative) return -total;
  return total === LIMIT ? refuse() : total;
}

/** Go reckons with a float64 here, of as many digits as an int64 holds. */
function fractionOf(digits: string, unit: bigint): bigint {
  let value = 0n;
  let scale = 1;
  for (const digit of digits) {
    if (value > (LIMIT - 1n) / 10n) break;
    const next = value * 10n + BigInt(digit);
    if (next > LIMIT) break;
    value = next;
    scale *= 10;
  }
  return value === 0n ? 0n : BigInt(Math.trunc(Number(value) * (Number(unit) / scale)));
}

/** As Go writes a duration: `1h30m0s`, `1.5s`, `300ms`, `0s`. */
export function formatDuration(nanoseconds: bigint): string {
  if (nanoseconds === 0n) return '0s';
  const sign = nanoseconds < 0n ? '-' : '';
  const all = nanoseconds < 0n ? -nanoseconds : nanoseconds;
  for (const [unit, name] of [
    [1_000n, 'ns'],
    [1_000_000n, 'µs'],
    [1_000_000_000n, 'ms'],
  ] as const) {
    if (all < unit) return `${sign}${decimal(all, unit / 1_000n)}${name}`;
  }
  const seconds = `${decimal(all % 60_000_000_000n, 1_000_000_000n)}s`;
  const minutes = all / 60_000_000_000n;
  if (minutes === 0n) return sign + seconds;
  const hours = minutes / 60n;
  return `${sign}${hours === 0n ? '' : `${hours}h`}${minutes % 60n}m${seconds}`;
}

function decimal(value: bigint, unit: bigint): string {
  if (unit === 1n) return String(value);
  const fraction = String(value % unit)
    .padStart(String(unit).length - 1, '0')
    .replace(/0+$/, '');
  return fraction === '' ? String(value / unit) : `${value / unit}.${fraction}`;
}
