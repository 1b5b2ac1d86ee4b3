import { MdaiError } from '../model/issue';
import { isRef, type ListValue, type Ref } from '../model/value';
import type { BooleanExpression, Statement } from './ast';
import { Condition, type Context, isCondition, type Literal } from './condition';
import { type Field, isField } from './field';
import { filledIn } from './filled';
import { conditionRefs, lowerCondition } from './lower';
import { listOf, literalOf, referenceOf } from './make';
import { parseConditionSource, parseStatementSource } from './parser';
import { prefixed, readableFrom } from './prefix';
import type { OttlProblem, Parsed } from './problem';
import { type Hole, type Source, templateSource } from './source';
import { OttlStatement } from './statement';

const unquotedMark: unique symbol = Symbol.for('cdk8s-mdai.Unquoted') as never;

/** A reference that is OTTL itself, not a text in it. */
export class Unquoted {
  /** @internal Recognised across two installed copies of this library. */
  readonly [unquotedMark]: true = true;

  /** @internal */
  constructor(
    /** @internal */
    readonly ref: Ref,
    /** @internal */
    readonly env: string,
  ) {}
}

/**
 * A variable that holds OTTL, for a template: a number, a list, a whole condition. What it holds is in the collector's
 * configuration as it is, so checks and simulation cannot see into it, and what is no OTTL keeps the collector from starting.
 */
export function unquoted(ref: Ref): Unquoted {
  const [part, ...others] = ref.parts();
  if (part === undefined || typeof part === 'string' || part.kind === 'file' || others.length > 0) {
    throw new MdaiError('Only one variable alone can be OTTL. Give env(…), or a variable of the hub.');
  }
  return new Unquoted(ref, part.kind === 'env' ? part.name : part.env);
}

/** What stands in a template between `${` and `}`. */
export type TemplateValue =
  | Literal
  | readonly Literal[]
  | Ref
  | ListValue
  | Unquoted
  | Condition<Context>
  | Field<Context>;

/**
 * OTTL of one context.
 *
 * What is put into a template is never text: strings, numbers and booleans become literals, lists of them lists,
 * conditions stand in parentheses, fields are their paths, and a hub's set is the list of its members. Between double
 * quotes, strings and references are parts of the text.
 *
 * A reference is a text whose value the collector puts in before it reads the OTTL. A value with `"` or `\` in it therefore
 * breaks the statement, and the collector does not start; no way of writing the template prevents that. An empty reference
 * equals nothing with `==`, matches nothing with `IsMatch`, and has no members for `ContainsValue`.
 *
 * Paths without a context get that of the template. Throws where the text is no OTTL, with the place.
 */
export interface OttlTemplate<C extends Context> {
  /** A condition: `` ottl.log`log.body == "x"` ``. It goes wherever conditions go. */
  (pieces: TemplateStringsArray, ...values: readonly TemplateValue[]): Condition<C>;
  /** A whole condition that a variable holds. */
  variable(ref: Ref): Condition<C>;
  readonly statement: StatementTemplate<C>;
}

export interface StatementTemplate<C extends Context> {
  /** A statement: `` ottl.log.statement`delete_key(log.attributes, "card") where log.body != nil` ``. */
  (pieces: TemplateStringsArray, ...values: readonly TemplateValue[]): OttlStatement<C>;
  /** A whole statement that a variable holds. */
  variable(ref: Ref): OttlStatement<C>;
}

function template<C extends Context>(context: C): OttlTemplate<C> {
  const statement = (pieces: TemplateStringsArray, ...values: readonly TemplateValue[]): OttlStatement<C> => {
    const source = sourceOf(pieces, values);
    return new OttlStatement(read(source, context, parseStatementSource(source)), values.flatMap(refsOf));
  };
  const condition = (pieces: TemplateStringsArray, ...values: readonly TemplateValue[]): Condition<C> => {
    const source = sourceOf(pieces, values);
    const tree = read(source, context, conditionIn(source, context));
    return new Condition({ kind: 'written', tree, refs: values.flatMap(refsOf) });
  };
  return Object.assign(condition, {
    variable: (ref: Ref): Condition<C> => {
      const { env } = unquoted(ref);
      return new Condition({ kind: 'written', tree: { kind: 'opaque', env }, refs: [ref] });
    },
    statement: Object.assign(statement, {
      variable: (ref: Ref): OttlStatement<C> =>
        new OttlStatement({ kind: 'statement', editor: { kind: 'opaque', env: unquoted(ref).env } }, [ref]),
    }),
  });
}

/** OTTL as text, by the context that it is evaluated on. */
export const ottl = {
  resource: template('resource'),
  scope: template('scope'),
  span: template('span'),
  spanevent: template('spanevent'),
  metric: template('metric'),
  datapoint: template('datapoint'),
  log: template('log'),
};

function sourceOf(pieces: TemplateStringsArray, values: readonly TemplateValue[]): Source {
  let before = '';
  const holes = values.map((value, i) => {
    before += pieces.raw[i] ?? '';
    return holeOf(value, isInText(before));
  });
  return templateSource(pieces.raw, holes);
}

// Inside of a text there is an odd number of quotes before, not counting the escaped.
function isInText(before: string): boolean {
  return before.replace(/\\[\s\S]/g, '').split('"').length % 2 === 0;
}

function holeOf(value: TemplateValue, inText: boolean): Hole | string {
  if (inText && ['string', 'number', 'bigint', 'boolean'].includes(typeof value)) {
    return { kind: 'value', value: literalOf(String(value)) };
  }
  if (isCondition(value)) return { kind: 'condition', tree: lowerCondition(value) };
  if (isField(value)) return { kind: 'value', value: value.place.path };
  if (isUnquoted(value)) return { kind: 'value', value: { kind: 'opaque', env: value.env } };
  if (isListValue(value) && !(inText && isRef(value))) return { kind: 'value', value: listOf(value) };
  if (isRef(value)) return { kind: 'value', value: referenceOf(value) };
  if (isLiterals(value)) return { kind: 'value', value: { kind: 'list', items: value.map((one) => literalOf(one)) } };
  if (typeof value === 'object' || value === undefined) {
    throw new MdaiError(
      `${String(value)} stands in a template of OTTL. Give a string, a number, a boolean, a list, a reference, a condition or a field.`,
    );
  }
  return { kind: 'value', value: literalOf(value) };
}

function isUnquoted(value: TemplateValue): value is Unquoted {
  return typeof value === 'object' && value !== null && unquotedMark in value;
}

function isListValue(value: TemplateValue): value is ListValue {
  return typeof value === 'object' && value !== null && 'asList' in value;
}

function isLiterals(value: TemplateValue): value is readonly Literal[] {
  return Array.isArray(value);
}

function refsOf(value: TemplateValue): readonly Ref[] {
  if (isCondition(value)) return conditionRefs(value);
  if (isUnquoted(value)) return [value.ref];
  if (isListValue(value)) return [value.asList().ref];
  return isRef(value) ? [value] : [];
}

function conditionIn(source: Source, context: Context): Parsed<BooleanExpression> {
  const parsed = parseConditionSource(source);
  if (parsed.errors === undefined || parseStatementSource(source).errors !== undefined) return parsed;
  const [{ range }] = parsed.errors;
  const message = 'A statement stands where a condition is needed.';
  return { errors: [{ range, message, fix: `Write ottl.${context}.statement\`…\` for a statement.` }] };
}

function read<T extends BooleanExpression | Statement>(source: Source, context: Context, parsed: Parsed<T>): T {
  if (parsed.errors !== undefined) throw refused(source, context, parsed.errors[0]);
  const given = [...source.holes.values()].flatMap((hole) => (hole.kind === 'condition' ? [hole.tree] : []));
  const kept = given.flatMap((tree) => (tree.kind === 'and' || tree.kind === 'or' ? [tree, ...tree.terms] : [tree]));
  const tree = prefixed(filledIn(parsed.tree, new Set(kept)), context);
  const [foreign] = readableFrom(tree, context);
  if (foreign !== undefined) throw refused(source, context, foreign);
  return tree;
}

function refused(source: Source, context: Context, { range, message, fix }: OttlProblem): MdaiError {
  const before = source.text.slice(0, range.start);
  const lineStart = before.lastIndexOf('\n') + 1;
  const [line = ''] = source.text.slice(lineStart).split('\n', 1);
  const shown = line.replaceAll('\t', ' ');
  const caret = '^'.repeat(Math.max(1, Math.min(range.end, lineStart + line.length) - range.start));
  const place = `  ${shown}\n  ${' '.repeat(range.start - lineStart)}${caret}`;
  return new MdaiError(`ottl.${context}: ${message} ${fix}\n${place}`);
}
