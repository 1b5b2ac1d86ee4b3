const units: readonly (readonly [name: string, milliseconds: bigint])[] = [
  ['y', 31_536_000_000n],
  ['w', 604_800_000n],
  ['d', 86_400_000n],
  ['h', 3_600_000n],
  ['m', 60_000n],
  ['s', 1000n],
  ['ms', 1n],
];

// Prometheus and Alertmanager count nanoseconds in 64 bits: some 292 years.
const mostMilliseconds = (2n ** 63n - 1n) / 1_000_000n;

/** Why a text is no duration: its units are in no order, it has other units or none, or it is too long. */
export type BadDuration = 'order' | 'unit' | 'range';

/**
 * The milliseconds of a duration of Prometheus or Alertmanager such as `1h30m`, the biggest unit first and each once, or of
 * `0`; or why it is none (model.ParseDuration of github.com/prometheus/common).
 */
export function readDuration(text: string): number | BadDuration {
  if (text === '0') return 0;
  if (!/^\d/.test(text)) return 'unit';
  let total = 0n;
  let last = -1;
  for (const [, digits = '', unit = ''] of text.matchAll(/(\d+)(\D*)/g)) {
    const at = units.findIndex(([name]) => name === unit);
    if (at === -1) return 'unit';
    if (at <= last) return 'order';
    last = at;
    total += BigInt(digits) * (units[at]?.[1] ?? 0n);
    if (total > mostMilliseconds) return 'range';
  }
  return Number(total);
}

/** Milliseconds as Prometheus writes a duration: `1h30m`, and years or weeks only where nothing is left over. */
export function writeDuration(milliseconds: number): string {
  let rest = BigInt(Math.round(Math.abs(milliseconds)));
  if (rest === 0n) return '0s';
  let text = milliseconds < 0 ? '-' : '';
  for (const [name, length] of units) {
    if ((name === 'y' || name === 'w') && rest % length !== 0n) continue;
    if (rest >= length) text += `${rest / length}${name}`;
    rest %= length;
  }
  return text;
}
