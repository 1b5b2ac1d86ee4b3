import type { PromqlExpression } from '../ast';
import { entryOf, promqlFacts } from '../language';
import type { PromqlRelease } from '../release';
import { nameOf } from '../suffix';
import type { ValueType } from '../tables';

/** What an expression has; `undefined` where it calls a function that the release does not know. */
export function typeOf(tree: PromqlExpression, release: PromqlRelease): ValueType | undefined {
  switch (tree.kind) {
    case 'number':
      return 'scalar';
    case 'string':
      return 'string';
    case 'vector':
    case 'aggregation':
      return 'vector';
    case 'matrix':
    case 'subquery':
      return 'matrix';
    case 'call':
      return entryOf(promqlFacts(release).functions, tree.name)?.returns;
    case 'sign':
    case 'paren':
      return typeOf(tree.of, release);
    case 'binary': {
      const sides = [typeOf(tree.left, release), typeOf(tree.right, release)];
      if (sides.includes(undefined)) return undefined;
      return sides.every((type) => type === 'scalar') ? 'scalar' : 'vector';
    }
  }
}

const names: Readonly<Record<ValueType, string>> = {
  vector: 'an instant vector',
  matrix: 'a range vector',
  scalar: 'a number',
  string: 'a text',
};

/** A type in words. */
export function typeName(type: ValueType): string {
  return names[type];
}

/** What an expression is, or gives, to stand in a sentence. */
export function typeSaid(tree: PromqlExpression, type: ValueType): string {
  const gives = tree.kind === 'call' || tree.kind === 'aggregation' || tree.kind === 'binary';
  return gives ? `${nameOf(tree)} gives ${typeName(type)}` : `this is ${typeName(type)}`;
}
