import type { Reader } from './scalars';

/** The name of a key that was read: numbers and booleans become texts, as Go prints them. */
export function keyName(key: unknown, reader: Reader): string {
  if (typeof key !== 'number') return String(key);
  if (!Number.isFinite(key)) return notFinite[reader](key);
  return reader === 'kubernetes' && !Number.isInteger(key) ? float32(key) : String(key);
}

const notFinite: Readonly<Record<Reader, (value: number) => string>> = {
  kubernetes: (value) => (Number.isNaN(value) ? '.nan' : value > 0 ? '.inf' : '-.inf'),
  collector: (value) => (Number.isNaN(value) ? 'NaN' : value > 0 ? '+Inf' : '-Inf'),
};

/** The shortest digits that tell a number from its neighbours of 32 bits, as Go's `%g` prints them. */
function float32(value: number): string {
  const single = Math.fround(value);
  if (single === 0 || !Number.isFinite(single)) return single === 0 ? '0' : notFinite.kubernetes(single);
  let digits = 1;
  while (digits < 9 && Math.fround(Number(single.toPrecision(digits))) !== single) digits++;
  const [mantissa = '', exponent = '0'] = Number(single.toPrecision(digits)).toExponential().split('e');
  const power = Number(exponent);
  if (power >= -4 && power < 6) return String(Number(single.toPrecision(digits)));
  return `${mantissa}e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
}
