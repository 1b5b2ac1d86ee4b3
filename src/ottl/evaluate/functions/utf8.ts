import { Unsupported } from '../value';

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

export function utf8(text: string): Uint8Array {
  return Buffer.from(text, 'utf8');
}

/** How many bytes a text has. */
export function byteLength(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}

/** Whether every character is one byte, so that bytes are counted like characters. */
export function isAscii(text: string): boolean {
  for (let index = 0; index < text.length; index++) if (text.charCodeAt(index) > 0x7f) return false;
  return true;
}

/**
 * The text that bytes are. Throws `Unsupported` where they are no UTF-8: the collector goes on with them, but a string
 * here cannot hold them.
 */
export function text(bytes: Uint8Array, what: string): string {
  try {
    return decoder.decode(bytes);
  } catch {
    throw new Unsupported(`${what} gives bytes that are no UTF-8`);
  }
}

/** Whether a character begins at a byte. */
export function isRuneStart(byte: number): boolean {
  return (byte & 0xc0) !== 0x80;
}
