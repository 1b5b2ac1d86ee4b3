import { converters } from './functions/converters';
import type { FunctionArgument, Getter } from './functions/function';
import { functionOf } from './functions-of';
import type { Scope } from './scope';
import { OttlError, Unsupported } from './value';

/** A converter that is passed to another function, which calls it with one text. */
export function compileFunction(name: string, scope: Scope): FunctionArgument {
  const converter = functionOf(converters, name, scope.release);
  const [parameter, ...others] = Object.entries(converter.parameters);
  if (parameter === undefined || others.length > 0) {
    return () => {
      throw new OttlError(`${name} does not take exactly one argument`);
    };
  }
  if (parameter[1] !== 'string') throw new Unsupported(`passing ${name}, which takes no text, to a function`);
  let current = '';
  const input: Getter<string> = () => current;
  const run = converter.make({ [parameter[0]]: input } as never, scope.tools);
  return (place, text) => {
    current = text;
    return run(place);
  };
}
