import type {
  Argument,
  BooleanExpression,
  FunctionName,
  Lambda,
  MapEntry,
  Path,
  Statement,
  ValueExpression,
} from './ast';

/** What a tree consists of. */
export type OttlNode = Statement | BooleanExpression | ValueExpression | FunctionName | Lambda;

/** What stands directly inside a node, from left to right. */
export function childrenOf(node: OttlNode): readonly OttlNode[] {
  switch (node.kind) {
    case 'statement':
      return node.where === undefined ? [node.editor] : [node.editor, node.where];
    case 'and':
    case 'or':
      return node.terms;
    case 'not':
    case 'sign':
      return [node.of];
    case 'comparison':
    case 'math':
      return [node.left, node.right];
    case 'call':
      return [...node.arguments.map((argument: Argument) => argument.value), ...node.keys];
    case 'path':
      return node.fields.flatMap((field: Path['fields'][number]) => field.keys);
    case 'list':
      return node.items;
    case 'map':
      return node.entries.flatMap((entry: MapEntry) => [entry.key, entry.value]);
    case 'lambda':
      return [node.body];
    default:
      return [];
  }
}

/** Visits a node and all inside it, the outer before the inner, from left to right. */
export function walk(node: OttlNode, visit: (node: OttlNode) => void): void {
  visit(node);
  for (const child of childrenOf(node)) walk(child, visit);
}
