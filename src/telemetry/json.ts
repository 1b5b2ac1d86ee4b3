import { MdaiError } from '../model/issue';

/** A text that is no OTLP JSON. */
export class TelemetryError extends MdaiError {}

/** A value in a JSON document, and where it stands. */
export class Json {
  constructor(
    readonly value: unknown,
    private readonly key: string | number,
    private readonly parent?: Json,
  ) {}

  /** A field by its name in camelCase; snake_case is the same. `undefined` where it, or the object, is absent or null. */
  field(name: string): Json | undefined {
    if (this.value === null) return undefined;
    if (typeof this.value !== 'object' || Array.isArray(this.value)) this.fail('an object');
    const fields = this.value as Record<string, unknown>;
    const key = fields[name] === undefined ? snakeCase(name) : name;
    const value = Object.hasOwn(fields, key) ? fields[key] : undefined;
    return value === undefined || value === null ? undefined : new Json(value, key, this);
  }

  /** The items of a list field; none where it is absent. */
  items(name: string): Json[] {
    const list = this.field(name);
    if (list === undefined) return [];
    if (!Array.isArray(list.value)) list.fail('a list');
    return (list.value as unknown[]).map((item, i) => new Json(item, i, list));
  }

  text(): string {
    return typeof this.value === 'string' ? this.value : this.fail('a string');
  }

  flag(): boolean {
    return typeof this.value === 'boolean' ? this.value : this.fail('true or false');
  }

  /** A number, or a string that holds one: `"NaN"`, `"Infinity"`, `"-Infinity"` are numbers, too. */
  double(): number {
    if (typeof this.value === 'number') return this.value;
    const text = typeof this.value === 'string' ? this.value : this.fail('a number');
    if (/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text)) return Number(text);
    const special = specialNumbers[text.toLowerCase().replace(/^\+/, '')];
    return special ?? this.fail('a number');
  }

  /** An integer of 64 bits, as a number or as a string. */
  integer(lowest: bigint, highest: bigint): bigint {
    const { value } = this;
    const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value : '';
    const whole = /^[+-]?\d+$/.test(text) ? BigInt(text.replace(/^\+/, '')) : undefined;
    if (whole === undefined || whole < lowest || whole > highest)
      return this.fail(`a whole number from ${lowest} to ${highest}`);
    return whole;
  }

  /** The number of an enumeration, or its name. */
  enumeration(names: Readonly<Record<string, number>>): number {
    if (typeof this.value === 'string') {
      return Object.hasOwn(names, this.value)
        ? (names[this.value] as number)
        : this.fail('a number, or a name of OTLP');
    }
    return Number(this.integer(-(2n ** 31n), 2n ** 31n - 1n));
  }

  /** Hexadecimal digits, as many as an id has, or none. */
  id(digits: 16 | 32): string {
    const text = this.text();
    if (text === '') return '0'.repeat(digits);
    return text.length === digits && /^[0-9a-f]*$/i.test(text)
      ? text.toLowerCase()
      : this.fail(`${digits} hexadecimal digits`);
  }

  bytes(): Uint8Array {
    const text = this.text();
    if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text) || text.length % 4 !== 0) this.fail('bytes in Base64');
    return new Uint8Array(Buffer.from(text, 'base64'));
  }

  fail(expected: string): never {
    const found = this.value === undefined ? 'nothing' : clip(JSON.stringify(this.value));
    throw new TelemetryError(`${this.path()}: expected ${expected}, found ${found}.`);
  }

  private path(): string {
    const own = typeof this.key === 'number' ? `[${this.key}]` : `.${this.key}`;
    return this.parent === undefined ? String(this.key) : `${this.parent.path()}${own}`;
  }
}

const specialNumbers: Readonly<Record<string, number | undefined>> = {
  nan: Number.NaN,
  inf: Number.POSITIVE_INFINITY,
  infinity: Number.POSITIVE_INFINITY,
  '-inf': Number.NEGATIVE_INFINITY,
  '-infinity': Number.NEGATIVE_INFINITY,
};

const longest = 60;

function clip(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

const snakeNames = new Map<string, string>();

function snakeCase(name: string): string {
  let snake = snakeNames.get(name);
  if (snake === undefined) {
    snake = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    snakeNames.set(name, snake);
  }
  return snake;
}

// Strings are skipped as a whole, so that digits in them stay what they are.
const stringsAndNumbers = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
// The whole numbers that JavaScript holds exactly have at most 16 digits.
const longNumber = /^-?\d{16,}$/;

/** A JSON text as JavaScript has it, but for whole numbers too long for it, which become strings. */
export function parseJson(text: string): unknown {
  return JSON.parse(text.replace(stringsAndNumbers, (token) => (longNumber.test(token) ? `"${token}"` : token)));
}
