const greatest = 2n ** 63n - 1n;
const least = -(2n ** 63n);

/** Whether OTTL can hold an integer: 64 bits with a sign. */
export function isInt64(value: bigint): boolean {
  return value >= least && value <= greatest;
}

/** Why a literal stands for nothing. */
export type Refused = 'too large' | 'octal' | 'half a byte';

/** What the literals of OTTL stand for. */
export const literals = {
  /** A leading zero makes it octal, as in Go. */
  int(text: string): bigint | Refused {
    const [, sign = '', digits = ''] = /^([+-]?)(.*)$/.exec(text) ?? [];
    const octal = digits.length > 1 && digits.startsWith('0');
    if (octal && /[89]/.test(digits)) return 'octal';
    const size = BigInt(octal ? `0o${digits.slice(1)}` : digits);
    const value = sign === '-' ? -size : size;
    return isInt64(value) ? value : 'too large';
  },
  float(text: string): number | Refused {
    const value = Number(text);
    return Number.isFinite(value) ? value : 'too large';
  },
  bytes(text: string): Uint8Array | Refused {
    const digits = text.slice('0x'.length);
    if (digits.length % 2 === 1) return 'half a byte';
    return Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  },
};

/** What to say of a literal that stands for nothing. */
export function outOfRange(text: string, why: Refused): { readonly message: string; readonly fix: string } {
  if (why === 'octal') {
    const message = `${text} begins with a zero, which makes it octal, and has a digit above 7.`;
    return { message, fix: `Write ${text.replace(/^([+-]?)0+/, '$1')}.` };
  }
  if (why === 'half a byte') {
    return { message: `${text} ends with half a byte.`, fix: `Write an even number of digits: 0x0${text.slice(2)}.` };
  }
  const message = `${text} is too large for a number of OTTL.`;
  return { message, fix: 'Integers have 64 bits with a sign, and fractions are below 1.8e308.' };
}
