import type { BooleanExpression, Statement } from '../../ottl/ast';
import type { Context } from '../../ottl/condition';
import { filledIn } from '../../ottl/filled';
import { and } from '../../ottl/make';
import { parseCondition, parseStatement } from '../../ottl/parser';
import { prefixed } from '../../ottl/prefix';
import { printCondition, printStatement } from '../../ottl/print';
import type { Code } from './code';

/** A variable of a hub in a program. */
export interface HubVariable {
  /** Whether it holds several values. */
  readonly isList: boolean;
  /** Its handle, for somebody who reads it. */
  read(): Code;
}

/** Which OTTL a field takes. */
export interface OttlKind {
  readonly kind: 'condition' | 'statement';
  /** What it is evaluated on. */
  readonly context: Context;
}

/**
 * OTTL that reads variables of a hub, as a template with their handles; `undefined` for other OTTL, and for what the template
 * would write in another way.
 *
 * @param variable the variable that is exported under a name
 */
export function ottlCode(
  text: string,
  { kind, context }: OttlKind,
  variable: (name: string) => HubVariable | undefined,
): Code | undefined {
  if (!text.includes('${env:')) return undefined;
  const { tree } = kind === 'condition' ? parseCondition(text) : parseStatement(text);
  if (tree === undefined) return undefined;
  // The template asks by itself whether a variable is empty.
  const said = [withoutGuards(tree), tree].find((one) => printed(completed(one, context), 'config') === text);
  const parts = said && partsOf(printed(said, 'plain'), variable);
  return parts && ottlTemplate(kind === 'condition' ? `ottl.${context}` : `ottl.${context}.statement`, parts);
}

/** A template of OTTL, whose pieces are read as they are written; `undefined` for what they cannot hold. */
export function ottlTemplate(tag: string, parts: readonly (string | Code)[]): Code | undefined {
  const texts = parts.filter((part) => typeof part === 'string');
  const isRaw = texts.every((text) => !/`|\$\{|\\$|(?![\n\t])\p{Cc}|[\u2028\u2029\ufeff]/u.test(text));
  return isRaw ? { kind: 'template', tag, parts } : undefined;
}

type Tree = BooleanExpression | Statement;

function printed(tree: Tree, form: 'config' | 'plain'): string {
  return tree.kind === 'statement' ? printStatement(tree, form) : printCondition(tree, form);
}

/** As a template makes it. */
function completed(tree: Tree, context: Context): Tree {
  return prefixed(filledIn(tree, new Set()), context);
}

function withoutGuards(tree: Tree): Tree {
  if (tree.kind === 'statement') return tree.where ? { ...tree, where: unguarded(tree.where) } : tree;
  return unguarded(tree);
}

function unguarded(tree: BooleanExpression): BooleanExpression {
  if (tree.kind !== 'and') return tree;
  const terms = tree.terms.filter((term) => !isGuard(term));
  return terms.length > 0 ? and(...terms) : tree;
}

/** Whether a condition asks no more than that something is not the empty text. */
function isGuard(tree: BooleanExpression): boolean {
  return (
    tree.kind === 'comparison' &&
    tree.operator === '!=' &&
    tree.right.kind === 'string' &&
    tree.right.parts.length === 0
  );
}

const reading = /Split\("\$\{env:([^}]+)\}", "\|"\)|\$\{env:([^}]+)\}/g;

/** OTTL with the handles of variables in it. */
function partsOf(
  text: string,
  variable: (name: string) => HubVariable | undefined,
): readonly (string | Code)[] | undefined {
  const found = [...text.matchAll(reading)].map((match) => {
    const [whole, split, name = split ?? ''] = match;
    return { start: match.index, end: match.index + whole.length, isSplit: split !== undefined, of: variable(name) };
  });
  if (found.some(({ of, isSplit }) => of?.isList !== isSplit)) return undefined;
  const ends = [0, ...found.map(({ end }) => end)];
  const parts = found.flatMap(({ start, of }, i) => [text.slice(ends[i], start), of?.read() ?? '']);
  return [...parts, text.slice(ends.at(-1))].filter((part) => part !== '');
}
