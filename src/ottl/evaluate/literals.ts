import type { StringLiteral } from '../ast';
import type { Scope } from './scope';
import { Unsupported } from './value';

/**
 * The text of a literal, with the values of its variables: nothing for one that is not given. The collector puts them in
 * before it reads the text, so a value that would end the literal or be unescaped is not seen through here.
 */
export function textOfLiteral(string: StringLiteral, scope: Scope): string {
  return string.parts
    .map((part) => {
      if (typeof part === 'string') return part;
      const value = scope.environment(part.env) ?? '';
      if (/["\\\n]/.test(value)) {
        throw new Unsupported(`the value of ${part.env}, which holds a quote, a backslash or a line break`);
      }
      return value;
    })
    .join('');
}
