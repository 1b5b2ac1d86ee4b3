import fc from 'fast-check';
import type {
  BinaryOperator,
  DurationExpression,
  Grouping,
  Matcher,
  Matching,
  NumberLiteral,
  PromqlExpression,
  VectorSelector,
} from '../../src/promql/ast';
import { promqlFacts } from '../../src/promql/language';
import type { PromqlRelease } from '../../src/promql/release';
import type { ValueType } from '../../src/promql/tables';

/** Metrics that random trees read. */
export const metricNames = [
  'up',
  'http_requests_total',
  'job:x:rate5m',
  '_',
  'sum',
  'by',
  'and',
  'offset',
  'start',
  'step',
  'time',
];
const labelNames = ['job', 'instance', 'le', '__name__', 'a_b', '_', 'on', 'bool', 'sum', 'start'];
const strangeLabels = ['my.label', 'ä', 'with space', '1st', 'a:b'];
const texts = [
  '',
  'x',
  'api-1',
  'a"b',
  "it's",
  'ümlaut',
  'line\nbreak',
  '\\d+',
  '`',
  '\u0001',
  '\udcff',
  '{{ x }}',
  '💥',
];
const patterns = ['', '.*', '.+', 'a|b', '(a', '[a-z]{2,3}', '(?i)x', '\\d', '(?=x)', 'a{1001}', '^$', '*'];

/** What random trees are made of: everything, or what often has a result on any series. */
export interface TreeOptions {
  /** @default false */
  readonly plain?: boolean;
}

/** Trees of a release: mostly of right types, and so mostly valid. */
export function trees(release: PromqlRelease, { plain = false }: TreeOptions = {}): fc.Arbitrary<PromqlExpression> {
  const newest = release !== '2.54.1' && !plain;
  const { functions, aggregators } = promqlFacts(release);
  const rarely = <T>(usual: fc.Arbitrary<T>, rare: fc.Arbitrary<T>, weight = 12): fc.Arbitrary<T> =>
    fc.oneof({ weight, arbitrary: usual }, { weight: 1, arbitrary: rare });
  const label = newest
    ? rarely(fc.constantFrom(...labelNames), fc.constantFrom(...strangeLabels), 6)
    : fc.constantFrom(...labelNames);
  const labels = fc.uniqueArray(label, { maxLength: 3 });

  const literal = fc.oneof(
    fc.record({
      kind: fc.constant('number' as const),
      value: fc.oneof(
        fc.integer({ min: -5, max: 5000 }),
        fc.double(),
        fc.constantFrom(-0, Number.POSITIVE_INFINITY, 1e21, 1e-9),
      ),
    }),
    fc.record({
      kind: fc.constant('number' as const),
      value: fc.oneof(fc.constantFrom(60, 300, 3600, 0.001, 5400, 604800, 31536000, 90061.001), fc.nat(10 ** 7)),
      duration: fc.constant(true as const),
    }),
  ) as fc.Arbitrary<NumberLiteral>;

  const length: fc.Arbitrary<NumberLiteral> = rarely(
    fc.constantFrom(60, 300, 86400).map((value): NumberLiteral => ({ kind: 'number', value, duration: true })),
    literal,
  );
  const computed = fc.letrec<{ any: DurationExpression }>((tie) => {
    const two = fc.record({ left: tie('any'), right: tie('any') });
    return {
      any: fc.oneof(
        { depthSize: 'small' },
        length,
        fc.constantFrom('step' as const, 'range' as const).map((kind): DurationExpression => ({ kind })),
        fc
          .tuple(fc.constantFrom('min_of' as const, 'max_of' as const), two)
          .map(([kind, sides]): DurationExpression => ({ kind, ...sides })),
        fc
          .tuple(
            fc.constantFrom('+' as const, '-' as const, '*' as const, '/' as const, '%' as const, '^' as const),
            two,
          )
          .map(([operator, sides]): DurationExpression => ({ kind: 'math', operator, ...sides })),
        tie('any').map((of): DurationExpression => ({ kind: 'durationParen', of })),
      ),
    };
  }).any;
  const over = newest ? rarely(length as fc.Arbitrary<DurationExpression>, computed) : length;
  const offset = rarely<DurationExpression>(
    length.map((one): DurationExpression => ({ ...one, value: -one.value })),
    newest ? computed : length,
    4,
  );
  const modifiers = fc.record(
    {
      offset,
      at: fc.oneof(fc.constantFrom('start' as const, 'end' as const), fc.integer({ min: -10, max: 2_000_000_000 })),
    },
    { requiredKeys: [] },
  );

  const matcher: fc.Arbitrary<Matcher> = fc.oneof(
    fc.record({ label, operator: fc.constantFrom('=', '!='), value: fc.constantFrom(...texts) }),
    fc.record({ label, operator: fc.constantFrom('=~', '!~'), value: fc.constantFrom(...patterns) }),
  ) as fc.Arbitrary<Matcher>;
  const selector: fc.Arbitrary<VectorSelector> = fc
    .tuple(
      rarely(fc.constantFrom<string | undefined>(...metricNames), fc.constant(undefined)),
      fc.array(matcher, { maxLength: 3 }),
    )
    .map(([name, matchers]) => ({
      kind: 'vector',
      ...(name !== undefined && { name }),
      // Two names of one metric are refused, which is not to happen all the time.
      matchers: plain
        ? []
        : name === undefined
          ? matchers
          : matchers.filter((one, i) => one.label !== '__name__' || i > 1),
    }));
  const extended = fc.constantFrom('anchored' as const, 'smoothed' as const);
  const timed = fc
    .tuple(selector, rarely(fc.constant({}), plain ? fc.constant({}) : modifiers, 3))
    .map(([one, time]) => ({ ...one, ...time }));
  const series = newest
    ? rarely(
        timed,
        fc.tuple(timed, extended).map(([one, e]) => ({ ...one, extended: e })),
      )
    : timed;

  const operators: readonly BinaryOperator[] = [
    ...(['or', 'and', 'unless', '==', '!=', '<', '<=', '>', '>=', '+', '-', '*', '/', '%', 'atan2', '^'] as const),
    ...(newest ? (['</', '>/'] as const) : []),
  ];
  const matching: fc.Arbitrary<Matching> = fc.record(
    {
      kind: fc.constantFrom('on' as const, 'ignoring' as const),
      labels,
      group: fc.record({ side: fc.constantFrom('left' as const, 'right' as const), labels }),
    },
    { requiredKeys: ['kind', 'labels'] },
  ) as fc.Arbitrary<Matching>;
  const fill = fc.record(
    { left: fc.integer({ min: -2, max: 2 }), right: fc.integer({ min: -2, max: 2 }) },
    { requiredKeys: ['left'] },
  );
  const grouping: fc.Arbitrary<Grouping> = fc.record({
    kind: fc.constantFrom('by', 'without'),
    labels: labels.map((all) => all.filter((one) => one !== 'without')),
  });

  const all = fc.letrec<Record<ValueType | 'any', PromqlExpression>>((tie) => {
    const of = (type: ValueType) => rarely(tie(type), tie('any'), 60);
    const call = (type: ValueType) => {
      const names = Object.keys(functions).filter((name) => functions[name]?.returns === type && name !== 'info');
      return fc.constantFrom(...names).chain((name) => {
        const { arguments: types, variadic } = functions[name] as NonNullable<(typeof functions)[string]>;
        const least = variadic === 0 ? types.length : types.length - 1;
        const most = variadic < 0 ? types.length + 2 : least + Math.min(variadic, 3);
        return rarely(fc.integer({ min: least, max: most }), fc.nat(5), 30)
          .chain((count) =>
            fc.tuple(...Array.from({ length: count }, (_, i) => of(types[Math.min(i, types.length - 1)] ?? 'scalar'))),
          )
          .map((args): PromqlExpression => ({ kind: 'call', name, arguments: args }));
      });
    };
    const binary = (left: ValueType, right: ValueType, usual: readonly BinaryOperator[]) =>
      fc
        .record(
          {
            operator: rarely(fc.constantFrom(...usual), fc.constantFrom(...operators), 20),
            left: of(left),
            right: of(right),
            bool: fc.constant(true as const),
            matching,
            ...(newest && { fill }),
          },
          { requiredKeys: ['operator', 'left', 'right'] },
        )
        .map(({ bool, matching: match, fill: filling, ...tree }): PromqlExpression => {
          const comparison = /^(==|[!<>]=?)$/.test(tree.operator);
          const vectors = left === 'vector' && right === 'vector';
          const keep = (usually: boolean): boolean => usually || (tree.operator === '%' && comparison);
          return {
            kind: 'binary',
            ...tree,
            ...(bool && keep(comparison) && { bool }),
            ...(match && keep(vectors) && { matching: match }),
            ...(filling && keep(vectors) && { fill: filling }),
          };
        });
    const aggregation = fc.constantFrom(...Object.keys(aggregators)).chain((operator) => {
      const { parameter } = aggregators[operator] as NonNullable<(typeof aggregators)[string]>;
      const args = parameter === '' ? fc.tuple(of('vector')) : fc.tuple(of(parameter), of('vector'));
      return fc.record({ args, grouping }, { requiredKeys: ['args'] }).map(
        ({ args: given, ...rest }): PromqlExpression => ({
          kind: 'aggregation',
          operator,
          ...rest,
          arguments: given,
        }),
      );
    });
    const paren = (type: ValueType) => tie(type).map((inner): PromqlExpression => ({ kind: 'paren', of: inner }));
    const sign = (type: ValueType) =>
      fc
        .tuple(fc.constantFrom('+' as const, '-' as const), tie(type))
        .filter(([, inner]) => inner.kind !== 'number')
        .map(([operator, inner]): PromqlExpression => ({ kind: 'sign', operator, of: inner }));
    const subquery = fc
      .record(
        { of: of('vector'), over, step: over, time: plain ? fc.constant({}) : modifiers },
        { requiredKeys: ['of', 'over'] },
      )
      .map(({ time, ...tree }): PromqlExpression => ({ kind: 'subquery', ...tree, ...time }));
    const matrix = fc
      .tuple(series, over)
      .map(([one, range]): PromqlExpression => ({ kind: 'matrix', selector: one, over: range }));
    const arithmetic = operators.filter((one) => !/^(or|and|unless|<\/|>\/)$/.test(one));
    return {
      vector: fc.oneof(
        { depthSize: 'small' },
        series,
        call('vector'),
        aggregation,
        binary('vector', 'vector', operators),
        binary('vector', 'scalar', arithmetic),
        binary('scalar', 'vector', arithmetic),
        paren('vector'),
        sign('vector'),
      ),
      scalar: fc.oneof(
        { depthSize: 'small' },
        literal,
        literal,
        call('scalar'),
        binary('scalar', 'scalar', ['+', '-', '*', '/', '%', '^', 'atan2']),
        paren('scalar'),
        sign('scalar'),
      ),
      matrix: fc.oneof({ depthSize: 'small' }, matrix, matrix, subquery, paren('matrix')),
      string: fc.oneof(
        { depthSize: 'small' },
        fc.constantFrom(...texts, ...labelNames).map((value): PromqlExpression => ({ kind: 'string', value })),
        paren('string'),
      ),
      any: fc.oneof({ depthSize: 'small' }, tie('vector'), tie('scalar'), tie('matrix'), tie('string')),
    };
  });
  return fc.oneof({ weight: 8, arbitrary: all.vector }, { weight: 1, arbitrary: all.any });
}
