import type { BooleanExpression, Path, StringPart, ValueExpression } from '../ottl/ast';
import { printValue } from '../ottl/print';
import type { Row } from './row';

/** An attribute that has to be one of some texts for a row to match. */
export interface Key {
  /** The attribute's path in OTTL, as a collector's configuration holds it. */
  readonly path: string;
  readonly values: readonly string[];
}

/** The attributes that a row matches only for some texts of. Such an attribute can be asked about without any error. */
export function keysOf({ tree }: Row): readonly Key[] {
  let keys = known.get(tree);
  if (!keys) {
    keys = keysIn(tree);
    known.set(tree, keys);
  }
  return keys;
}

const known = new WeakMap<BooleanExpression, readonly Key[]>();

function keysIn(tree: BooleanExpression): readonly Key[] {
  const conjuncts = tree.kind === 'and' ? tree.terms : [tree];
  return conjuncts.map(keyIn).filter((key) => key !== undefined);
}

function keyIn(tree: BooleanExpression): Key | undefined {
  switch (tree.kind) {
    case 'comparison':
      return tree.operator === '==' ? keyed(tree.left, [tree.right]) : undefined;
    case 'or': {
      const keys = tree.terms.map(keyIn);
      const [first] = keys;
      if (!first || keys.some((key) => key?.path !== first.path)) return undefined;
      return { path: first.path, values: keys.flatMap((key) => key?.values ?? []) };
    }
    case 'call': {
      const [list, item] = tree.arguments;
      if (tree.name !== 'ContainsValue' || list?.value.kind !== 'list' || !item || item.value.kind !== 'path')
        return undefined;
      return keyed(item.value, list.value.items);
    }
    default:
      return undefined;
  }
}

function keyed(left: ValueExpression, right: readonly ValueExpression[]): Key | undefined {
  if (left.kind !== 'path' || !isAttribute(left)) return undefined;
  const values = right.map(textOf);
  return values.every((value) => value !== undefined) ? { path: printValue(left, 'config'), values } : undefined;
}

// Those that a routing table can ask about by themselves; a data point that is moved loses its metric's metadata.
const attributed: ReadonlySet<string> = new Set(['resource', 'log', 'span']);

/** Whether a path is one attribute, by a literal key: reading it never fails. */
function isAttribute({ context, fields }: Path): boolean {
  const [field] = fields;
  if (fields.length !== 1 || !field || field.name !== 'attributes' || field.keys.length !== 1) return false;
  return context !== undefined && attributed.has(context) && textOf(field.keys[0]) !== undefined;
}

/** The text of a literal without variables. */
function textOf(value: ValueExpression | undefined): string | undefined {
  if (value?.kind !== 'string' || !value.parts.every((part: StringPart) => typeof part === 'string')) return undefined;
  return value.parts.join('');
}
