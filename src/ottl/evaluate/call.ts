import type { Call } from '../ast';
import { compileArguments } from './arguments';
import { converters } from './functions/converters';
import { editors } from './functions/editors';
import type { Getter } from './functions/function';
import { functionOf } from './functions-of';
import { getInResult } from './keys';
import { type CompileValue, compileKeys } from './path-target';
import type { Place } from './place';
import type { Scope } from './scope';

/** A converter, with its keys. */
export function compileConverter(call: Call, scope: Scope, compile: CompileValue): Getter {
  const converter = functionOf(converters, call.name, scope.release);
  const args = compileArguments(call.name, call.arguments, converter.parameters, scope, compile);
  const run = converter.make(args as never, scope.tools);
  // One that hands on its argument must not look like a literal, which a result never is.
  if (call.keys.length === 0) return (place) => run(place);
  const keys = compileKeys(call.keys, scope, compile);
  return (place) => getInResult(run(place), keys, place, scope.differences);
}

export function compileEditor(call: Call, scope: Scope, compile: CompileValue): (place: Place) => void {
  const editor = functionOf(editors, call.name, scope.release);
  const args = compileArguments(call.name, call.arguments, editor.parameters, scope, compile);
  return editor.make(args as never, scope.tools);
}
