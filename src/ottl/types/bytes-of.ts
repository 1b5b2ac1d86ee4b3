import type { Argument } from '../ast';
import { literalText } from './literals';

/** The bytes that the collector makes of a literal; `undefined` where it is none, or not known here. */
export function bytesOf(value: Argument['value'] | undefined): Uint8Array | undefined {
  switch (value?.kind) {
    case 'bytes':
      return value.value;
    case 'string': {
      const text = literalText(value);
      return text === undefined ? undefined : Buffer.from(text);
    }
    case 'int':
    case 'enum':
    case 'float':
      return new Uint8Array(8);
    case 'bool':
      return new Uint8Array(1);
    case 'nil':
      return new Uint8Array(0);
    default:
      return undefined;
  }
}
