import { Id, OttlError, Unsupported } from '../value';
import { type Converter, converter } from './function';
import { logarithm } from './logarithm';
import { parseInt64 } from './strconv';

const ID_BYTES = { trace: 16, span: 8, profile: 16 } as const;

/** Smaller floats have fewer digits. */
const SMALLEST_NORMAL = 2 ** -1022;

/** An id of its bytes, or of its hexadecimal digits. */
function idOf(of: keyof typeof ID_BYTES, bytes: Uint8Array): Id {
  const size = ID_BYTES[of];
  const buffer = Buffer.from(bytes);
  if (buffer.length === size) return new Id(of, buffer.toString('hex'));
  const digits = buffer.toString('latin1');
  if (digits.length !== 2 * size)
    throw new OttlError(`the id of a ${of} has ${size} bytes or ${2 * size} digits, and not ${digits.length} bytes`);
  if (!/^[0-9a-f]+$/i.test(digits)) throw new OttlError(`"${digits}" has other characters than hexadecimal digits`);
  return new Id(of, digits.toLowerCase());
}

function idConverter(of: keyof typeof ID_BYTES): Converter {
  return converter({
    parameters: { target: 'bytesLike' },
    make: ({ target }) => {
      if (target.literal === undefined) return (place) => idOf(of, target(place) ?? new Uint8Array());
      const id = idOf(of, target.literal.value ?? new Uint8Array());
      return () => id;
    },
  });
}

/** What is made into another type. */
export const conversions = {
  Bool: converter({ parameters: { target: 'boolLike' }, make: ({ target }) => target }),
  Double: converter({ parameters: { target: 'floatLike' }, make: ({ target }) => target }),
  Int: converter({ parameters: { target: 'intLike' }, make: ({ target }) => target }),
  String: converter({ parameters: { target: 'stringLike' }, make: ({ target }) => target }),
  Log: converter({
    parameters: { target: 'floatLike' },
    make:
      ({ target }) =>
      (place) => {
        const value = target(place);
        if (value === null || value <= 0) throw new OttlError(`${value} has no logarithm`);
        // Go's logarithm of these depends on the machine.
        if (value < SMALLEST_NORMAL) throw new Unsupported(`the logarithm of ${value}`);
        return logarithm(value);
      },
  }),
  ParseInt: converter({
    parameters: { target: 'string', base: 'int' },
    make:
      ({ target, base }) =>
      (place) => {
        const text = target(place);
        if (text === '') throw new OttlError('an empty text is no int');
        const radix = base(place);
        const value = radix < 0n ? undefined : parseInt64(text, radix);
        if (value === undefined) throw new OttlError(`"${text}" is no int in base ${radix}`);
        return value;
      },
  }),
  ProfileID: idConverter('profile'),
  SpanID: idConverter('span'),
  TraceID: idConverter('trace'),
} satisfies Record<string, Converter>;
