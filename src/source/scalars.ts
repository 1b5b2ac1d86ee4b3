/**
 * Who reads a text. `kubernetes`: kubectl and all that reads manifests (sigs.k8s.io/yaml, Go's yaml.v2). `collector`: a
 * collector reading its own configuration file (Go's yaml.v3).
 */
export type Reader = 'kubernetes' | 'collector';

/** What a scalar is. Dates are a kind of their own for the collector alone. */
export type PlainKind = 'null' | 'bool' | 'int' | 'float' | 'merge' | 'timestamp' | 'str';

export interface Plain {
  readonly kind: PlainKind;
  readonly value: string | number | boolean | null;
}

const words = new Map<string, Plain>([
  ...['', '~', 'null', 'Null', 'NULL'].map((word) => [word, { kind: 'null', value: null }] as const),
  ...['true', 'True', 'TRUE'].map((word) => [word, { kind: 'bool', value: true }] as const),
  ...['false', 'False', 'FALSE'].map((word) => [word, { kind: 'bool', value: false }] as const),
  ...['.nan', '.NaN', '.NAN'].map((word) => [word, { kind: 'float', value: Number.NaN }] as const),
  ...['.inf', '.Inf', '.INF', '+.inf', '+.Inf', '+.INF'].map(
    (word) => [word, { kind: 'float', value: Number.POSITIVE_INFINITY }] as const,
  ),
  ...['-.inf', '-.Inf', '-.INF'].map((word) => [word, { kind: 'float', value: Number.NEGATIVE_INFINITY }] as const),
  ['<<', { kind: 'merge', value: '<<' }],
]);

/** The words of YAML 1.1 that are booleans for kubectl, and texts for the collector. */
export const oldBooleans: ReadonlyMap<string, boolean> = new Map([
  ...['y', 'Y', 'yes', 'Yes', 'YES', 'on', 'On', 'ON'].map((word) => [word, true] as const),
  ...['n', 'N', 'no', 'No', 'NO', 'off', 'Off', 'OFF'].map((word) => [word, false] as const),
]);

/** What an unquoted scalar without a tag is to a reader. */
export function plainValue(text: string, reader: Reader): Plain {
  const word = words.get(text);
  if (word !== undefined) return word;
  const boolean = reader === 'kubernetes' ? oldBooleans.get(text) : undefined;
  if (boolean !== undefined) return { kind: 'bool', value: boolean };
  return (
    numberOf(text, reader) ?? { kind: reader === 'collector' && isTimestamp(text) ? 'timestamp' : 'str', value: text }
  );
}

const decimal = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const pointFirst = /^\.[0-9]+(?:_[0-9]+)*(?:[eE][-+]?[0-9]+(?:_[0-9]+)*)?$/;
const bases: readonly (readonly [RegExp, number])[] = [
  [/^0[xX][0-9a-fA-F]+$/, 16],
  [/^0[bB][01]+$/, 2],
  [/^0[oO]?[0-7]+$/, 8],
];

/** As Go's strconv reads numbers: any base, underscores anywhere, and no infinity from digits. */
function numberOf(text: string, reader: Reader): Plain | undefined {
  const first = text.charAt(0);
  if (first === '.') return pointFirst.test(text) ? finite(text.replaceAll('_', ''), 'float') : undefined;
  if (!((first >= '0' && first <= '9') || first === '-' || first === '+')) return undefined;
  const plain = text.replaceAll('_', '');
  const digits = /^[-+]/.test(plain) ? plain.slice(1) : plain;
  const base = digits === '0' ? undefined : bases.find(([form]) => form.test(digits))?.[1];
  if (base !== undefined) {
    const value = inBase(digits, base, plain);
    if (value !== undefined) return { kind: 'int', value };
  }
  if (signInside[reader].test(plain))
    return { kind: 'int', value: Number.parseInt(plain.slice(2), plain.startsWith('0b') ? 2 : 8) };
  if (!decimal.test(plain)) return undefined;
  return finite(plain, /^(?:0|[1-9]\d*)$/.test(digits) ? 'int' : 'float');
}

/** Go's yaml cuts a prefix off, and lets what follows have a sign. */
const signInside: Readonly<Record<Reader, RegExp>> = {
  kubernetes: /^0b[-+][01]+$/,
  collector: /^0(?:b[-+][01]+|o[-+][0-7]+)$/,
};

function finite(text: string, kind: PlainKind): Plain | undefined {
  const value = Number(text);
  return Number.isFinite(value) ? { kind, value } : undefined;
}

function inBase(digits: string, base: number, signed: string): number | undefined {
  const significant = digits.replace(/^0[xXbBoO]?/, '');
  const value = significant === '' ? 0 : Number.parseInt(significant, base);
  const sign = signed.charAt(0);
  // Signed numbers have 63 bits; others, without a sign, 64. What does not fit is read otherwise.
  const limit = sign === '+' || sign === '-' ? 2 ** 63 : 2 ** 64;
  if (value >= limit) return undefined;
  return sign === '-' ? -value : value;
}

const timestamp =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[Tt](\d{1,2}):(\d{1,2}):(\d{1,2})(?:[.,]\d+)?(?:Z|[-+](\d{2}):(\d{2}))| (\d{1,2}):(\d{1,2}):(\d{1,2})(?:[.,]\d+)?)?$/;

/** Whether a scalar is a date to Go's yaml, with or without a time. */
function isTimestamp(text: string): boolean {
  const parts = timestamp
    .exec(text)
    ?.slice(1)
    .map((part) => Number(part ?? 0));
  if (parts === undefined) return false;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, zoneHour = 0, zoneMinute = 0, ...apart] =
    parts;
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const times = [hour, minute, second, zoneHour, zoneMinute, ...apart];
  const limits = [23, 59, 59, 24, 60, 23, 59, 59];
  return month >= 1 && month <= 12 && day >= 1 && day <= days && times.every((part, i) => part <= (limits[i] ?? 0));
}
