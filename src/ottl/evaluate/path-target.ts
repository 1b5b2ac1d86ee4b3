import type { Path, ValueExpression } from '../ast';
import type { Getter, Target } from './functions/function';
import type { Key } from './keys';
import { textOfLiteral } from './literals';
import { targetOf } from './paths/paths';
import type { Scope } from './scope';

/** How a tree of a value is compiled: given, because values hold paths and paths hold values. */
export type CompileValue = (tree: ValueExpression, scope: Scope) => Getter;

export function compilePath(path: Path, scope: Scope, compile: CompileValue): Target {
  return targetOf(path, (field) => compileKeys(field.keys, scope, compile), scope);
}

export function compileKeys(keys: readonly ValueExpression[], scope: Scope, compile: CompileValue): Key[] {
  return keys.map((key) => {
    if (key.kind === 'string') return { text: textOfLiteral(key, scope) };
    return key.kind === 'int' ? { index: key.value } : { of: compile(key, scope) };
  });
}
