import { goType } from '../go-type';
import type { Place } from '../place';
import { OttlError, type OttlValue, Unsupported } from '../value';
import { type Converter, converter, type Getter } from './function';
import { text, utf8 } from './utf8';

/** The kinds of Base64, by their names in OTTL. */
const VARIANTS: Readonly<Record<string, { readonly url: boolean; readonly padded: boolean }>> = {
  base64: { url: false, padded: true },
  'base64-raw': { url: false, padded: false },
  'base64-url': { url: true, padded: true },
  'base64-raw-url': { url: true, padded: false },
};

function variantOf(name: string): { readonly url: boolean; readonly padded: boolean } | undefined {
  return Object.hasOwn(VARIANTS, name) ? VARIANTS[name] : undefined;
}

function encodeBase64(target: string, name: string): string {
  const variant = variantOf(name);
  if (variant === undefined)
    throw new OttlError(`the variant "${name}" is none of ${Object.keys(VARIANTS).join(', ')}`);
  const encoded = Buffer.from(target, 'utf8').toString(variant.url ? 'base64url' : 'base64');
  if (variant.padded) return encoded.padEnd(Math.ceil(encoded.length / 4) * 4, '=');
  return encoded.replace(/=+$/, '');
}

/** Line breaks are skipped; bits that are too many may be anything. */
function decodeBase64(bytes: Uint8Array, name: string): Uint8Array {
  const { url, padded } = variantOf(name) ?? { url: false, padded: true };
  const encoded = Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\r\n]/g, '');
  const letter = url ? '[\\w-]' : '[A-Za-z0-9+/]';
  const end = padded ? `${letter}{2}==|${letter}{3}=` : `${letter}{2,3}`;
  if (!new RegExp(`^(?:${letter}{4})*(?:${end})?$`).test(encoded)) throw new OttlError(`no ${name}`);
  return Buffer.from(encoded, 'base64');
}

const asUtf8 = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
const asLatin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const asIs = (bytes: Uint8Array): string => text(bytes, 'Decode');

/** What Windows has in the place of control characters, from 0x80 on. */
const WINDOWS = '€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffdŽ\ufffd\ufffd‘’“”•–—˜™š›œ\ufffdžŸ';
const fromWindows = (character: string): string => WINDOWS.charAt(character.charCodeAt(0) - 0x80);

/** By names in lower case, as the collector knows them beside the registry of IANA. */
const ENCODINGS: Readonly<Record<string, (bytes: Uint8Array) => string>> = {
  '': asUtf8,
  ascii: asUtf8,
  'us-ascii': asUtf8,
  'utf-8': asUtf8,
  utf8: asUtf8,
  nop: asIs,
  'utf-8-raw': asIs,
  'utf8-raw': asIs,
  'utf-16': (bytes) => new TextDecoder('utf-16le', { ignoreBOM: true }).decode(bytes),
  utf16: (bytes) => new TextDecoder('utf-16le', { ignoreBOM: true }).decode(bytes),
  'iso-8859-1': asLatin1,
  latin1: asLatin1,
  'windows-1252': (bytes) => asLatin1(bytes).replace(/[\u0080-\u009f]/g, fromWindows),
};

function decoderOf(name: string): (bytes: Uint8Array) => string {
  if (variantOf(name) !== undefined) return (bytes) => text(decodeBase64(bytes, name), 'Decode');
  const decode = Object.hasOwn(ENCODINGS, name.toLowerCase()) ? ENCODINGS[name.toLowerCase()] : undefined;
  if (decode === undefined) throw new Unsupported(`the encoding "${name}"`);
  return decode;
}

function decoderGetter(encoding: Getter<string>): (place: Place) => (bytes: Uint8Array) => string {
  if (encoding.literal === undefined) return (place) => decoderOf(encoding(place));
  const decoder = decoderOf(encoding.literal.value);
  return () => decoder;
}

function bytesOf(value: OttlValue): Uint8Array {
  if (typeof value === 'string') return utf8(value);
  if (value instanceof Uint8Array) return value;
  throw new OttlError(`a value of type ${goType(value)} cannot be decoded`);
}

/** What is written in another alphabet. */
export const encodings = {
  Base64Decode: converter({
    parameters: { target: 'string' },
    make:
      ({ target }) =>
      (place) =>
        text(decodeBase64(utf8(target(place)), 'base64'), 'Base64Decode'),
  }),
  Base64Encode: converter({
    parameters: { target: 'string', variant: 'string?' },
    make:
      ({ target, variant }) =>
      (place) => {
        const value = target(place);
        return encodeBase64(value, variant?.(place) ?? 'base64');
      },
  }),
  Decode: converter({
    parameters: { target: 'any', encoding: 'string' },
    make: ({ target, encoding }) => {
      const decoder = decoderGetter(encoding);
      return (place) => {
        const value = target(place);
        return decoder(place)(bytesOf(value));
      };
    },
  }),
  Hex: converter({
    parameters: { target: 'bytesLike' },
    make:
      ({ target }) =>
      (place) =>
        Buffer.from(target(place) ?? []).toString('hex'),
  }),
} satisfies Record<string, Converter>;
