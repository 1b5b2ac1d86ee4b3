import fc from 'fast-check';
import type {
  Argument,
  BooleanExpression,
  Call,
  Path,
  Placeholder,
  Statement,
  StringLiteral,
  ValueExpression,
} from '../../src/ottl/ast';
import { joined, signed, stringOf } from '../../src/ottl/make';

/** What random trees are made of: everything, or what both releases read and type-check alike. */
export interface TreeOptions {
  readonly placeholders: boolean;
  /** Signs in front of what is no number, lambdas: the newest grammar alone has them. */
  readonly newest: boolean;
}

const contexts = ['log', 'resource', 'scope', 'span', 'datapoint', 'otelcol'];
const words = ['attributes', 'body', 'a', 'b_1', 'trace_id', 'string', 'x'];
const strings = fc.oneof(
  fc.constantFrom(
    '',
    'a',
    'service.name',
    '"',
    '\\',
    '$',
    '$$',
    '${env:A}',
    '$${',
    '}',
    '{',
    '\n',
    '\u0000\u007f',
    'é😀',
    '(',
    ']',
    'not',
    '\uFFFC',
  ),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
);
const placeholders: fc.Arbitrary<Placeholder> = fc.constantFrom(
  { env: 'A' },
  { env: 'LIST_2' },
  { env: 'A', uri: 'env:A:-b' },
  { env: 'file:/x', uri: 'file:/x' },
);

/** Arbitrary trees of each kind, in their one form: as the parser gives them. */
export function trees(options: TreeOptions) {
  const parts = options.placeholders
    ? fc.array(fc.oneof({ weight: 3, arbitrary: strings }, placeholders), { maxLength: 3 })
    : strings.map((s) => [s]);
  const string: fc.Arbitrary<StringLiteral> = parts.map(stringOf);
  const opaque = placeholders.map((p) => ({ kind: 'opaque' as const, ...p }));
  const int = fc
    .bigInt({ min: -(2n ** 63n) + 1n, max: 2n ** 63n - 1n })
    .map((value) => ({ kind: 'int' as const, value }));
  const float = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => ({ kind: 'float' as const, value }));
  const bytes = fc.uint8Array({ minLength: 1, maxLength: 4 }).map((value) => ({ kind: 'bytes' as const, value }));
  const { condition, value, call, editor } = fc.letrec<{
    condition: BooleanExpression;
    truth: BooleanExpression;
    value: ValueExpression;
    operand: ValueExpression;
    key: ValueExpression;
    path: Path;
    call: Call;
    editor: Call;
    argument: Argument;
    comparison: BooleanExpression;
  }>((tie) => ({
    key: fc.oneof({ weight: 4, arbitrary: string }, tie('operand')) as fc.Arbitrary<ValueExpression>,
    path: fc
      .record({
        context: fc.option(fc.constantFrom(...contexts), { nil: undefined }),
        fields: fc.array(
          fc.record({
            name: fc.constantFrom(...words),
            keys: fc.array(tie('key'), { maxLength: 2, depthIdentifier: 'k' }),
          }),
          { minLength: 1, maxLength: 3 },
        ),
      })
      .map(({ context, fields }) => ({ kind: 'path' as const, ...(context !== undefined && { context }), fields })),
    operand: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.oneof(int, float, ...(options.placeholders ? [opaque] : [])) as fc.Arbitrary<ValueExpression>,
      tie('path'),
      tie('call'),
      fc
        .record({ operator: fc.constantFrom('+', '-', '*', '/'), left: tie('operand'), right: tie('operand') })
        .map((m) => ({ kind: 'math' as const, ...m })) as fc.Arbitrary<ValueExpression>,
      ...(options.newest
        ? [fc.tuple(fc.constantFrom('+' as const, '-' as const), tie('operand')).map(([sign, of]) => signed(sign, of))]
        : []),
    ),
    value: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.oneof(
        fc.constant({ kind: 'nil' as const }),
        string,
        bytes,
        fc.boolean().map((b) => ({ kind: 'bool' as const, value: b })),
        fc.constantFrom('SEVERITY_NUMBER_INFO', 'A1').map((name) => ({ kind: 'enum' as const, name })),
      ) as fc.Arbitrary<ValueExpression>,
      tie('operand'),
      fc
        .array(tie('value'), { maxLength: 3 })
        .map((items) => ({ kind: 'list' as const, items })) as fc.Arbitrary<ValueExpression>,
      fc
        .array(fc.record({ key: string, value: tie('value') }), { maxLength: 2 })
        .map((entries) => ({ kind: 'map' as const, entries })) as fc.Arbitrary<ValueExpression>,
    ),
    argument: fc
      .record({
        name: fc.option(fc.constantFrom('target', 'fooBar'), { nil: undefined, freq: 4 }),
        value: fc.oneof(
          { weight: 8, arbitrary: tie('value') as fc.Arbitrary<Argument['value']> },
          { weight: 1, arbitrary: fc.constant({ kind: 'function' as const, name: 'Sha256' }) },
          ...(options.newest
            ? [
                {
                  weight: 1,
                  arbitrary: fc.record({
                    kind: fc.constant('lambda' as const),
                    parameters: fc.constantFrom([], ['p'], ['_', 'q']),
                    body: fc.oneof(tie('comparison'), tie('value')),
                  }),
                },
              ]
            : []),
        ),
      })
      .map(({ name, value: of }) => ({ ...(name !== undefined && { name }), value: of })),
    call: fc.record({
      kind: fc.constant('call' as const),
      name: fc.constantFrom('IsMatch', 'SHA256', 'F'),
      arguments: fc.array(tie('argument'), { maxLength: 3, depthIdentifier: 'k' }),
      keys: fc.array(tie('key'), { maxLength: 1, depthIdentifier: 'k' }),
    }),
    editor: fc.record({
      kind: fc.constant('call' as const),
      name: fc.constantFrom('set', 'replace_patternX'),
      arguments: fc.array(tie('argument'), { maxLength: 3 }),
      keys: fc.constant([]),
    }),
    comparison: fc.record({
      kind: fc.constant('comparison' as const),
      operator: fc.constantFrom('==', '!=', '<', '<=', '>', '>='),
      left: tie('value'),
      right: tie('value'),
    }),
    truth: fc.oneof(
      tie('comparison'),
      tie('call'),
      fc.boolean().map((b) => ({ kind: 'constant' as const, value: b })) as fc.Arbitrary<BooleanExpression>,
      ...(options.placeholders ? [opaque as fc.Arbitrary<BooleanExpression>] : []),
    ),
    condition: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      tie('truth'),
      tie('condition').map((of) => ({ kind: 'not' as const, of })) as fc.Arbitrary<BooleanExpression>,
      fc
        .tuple(
          fc.constantFrom('and' as const, 'or' as const),
          fc.array(tie('condition'), { minLength: 2, maxLength: 3 }),
        )
        .map(([kind, terms]) => joined(kind, terms)),
    ),
  }));
  const statement: fc.Arbitrary<Statement> = fc
    .record({
      editor: options.placeholders ? fc.oneof({ weight: 9, arbitrary: editor }, opaque) : editor,
      where: fc.option(condition, { nil: undefined }),
    })
    .map(({ editor: of, where }) => ({ kind: 'statement' as const, editor: of as Call, ...(where && { where }) }));
  return { condition, statement, value, call };
}

/** The same without the places that it was read from. */
export function withoutRanges<T>(node: T): T {
  if (Array.isArray(node)) return node.map(withoutRanges) as T;
  if (typeof node !== 'object' || node === null || node instanceof Uint8Array) return node;
  return Object.fromEntries(
    Object.entries(node).flatMap(([key, inner]) => (key === 'range' ? [] : [[key, withoutRanges(inner)]])),
  ) as T;
}
