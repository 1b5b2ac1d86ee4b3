import fc from 'fast-check';
import { parsePromql } from '../../src/promql/parser';
import { printPromql } from '../../src/promql/print';
import { promqlReleases } from '../../src/promql/release';
import { mutated } from './mutations';
import { trees } from './trees';
import { withoutRanges } from './without-ranges';

function tree(text: string, release = promqlReleases[0] as (typeof promqlReleases)[number]): unknown {
  const { tree: read, errors } = parsePromql(text, { release });
  if (errors) throw new Error(errors[0].message);
  return withoutRanges(read);
}

const up = { kind: 'vector', name: 'up', matchers: [] };
const minutes = (count: number) => ({ kind: 'number', value: count * 60, duration: true });
const number = (value: number) => ({ kind: 'number', value });

test.each([
  ['up', up],
  [
    '{job="a", "my.label"!~`b\\d`}',
    {
      kind: 'vector',
      matchers: [
        { label: 'job', operator: '=', value: 'a' },
        { label: 'my.label', operator: '!~', value: 'b\\d' },
      ],
    },
  ],
  ['{"my.metric"}', { kind: 'vector', matchers: [{ label: '__name__', operator: '=', value: 'my.metric' }] }],
  ['up @ end() offset -5m', { ...up, at: 'end', offset: minutes(-5) }],
  ['up[1h] @ 5', { kind: 'matrix', selector: { ...up, at: 5 }, over: minutes(60) }],
  ['up[1h:5m] offset 300', { kind: 'subquery', of: up, over: minutes(60), step: minutes(5), offset: number(300) }],
  ['0x1F', number(31)],
  ['017', number(15)],
  ['1_000.5e1', number(10005)],
  ['-Inf', number(Number.NEGATIVE_INFINITY)],
  ["'a\\'\\x41'", { kind: 'string', value: "a'A" }],
  [
    'Sum By (job) (up)',
    { kind: 'aggregation', operator: 'sum', grouping: { kind: 'by', labels: ['job'] }, arguments: [up] },
  ],
  ['round(up, 5)', { kind: 'call', name: 'round', arguments: [up, number(5)] }],
  [
    'up * on (a) group_left (b) up',
    {
      kind: 'binary',
      operator: '*',
      left: up,
      right: up,
      matching: { kind: 'on', labels: ['a'], group: { side: 'left', labels: ['b'] } },
    },
  ],
  ['up > bool 1', { kind: 'binary', operator: '>', left: up, right: number(1), bool: true }],
  ['-(1)', { kind: 'sign', operator: '-', of: { kind: 'paren', of: number(1) } }],
])('%s is read', (text, expected) => expect(tree(text)).toEqual(withoutRanges(expected)));

// The editor's grammar, which the server does not have, reads the first of each pair as the third.
test.each([
  ['a + b offset 5m', 'a + (b offset 5m)', '(a + b) offset 5m'],
  ['-1 ^ 2', '-(1 ^ 2)', '(-1) ^ 2'],
  ['-a[5m:]', '-(a[5m:])', '(-a)[5m:]'],
  ['a + b @ 5', 'a + (b @ 5)', '(a + b) @ 5'],
  ['2 ^ 3 ^ 2', '2 ^ (3 ^ 2)', '(2 ^ 3) ^ 2'],
  ['a - b - c', '(a - b) - c', 'a - (b - c)'],
  ['a or b and c', 'a or (b and c)', '(a or b) and c'],
  ['a unless b and c', '(a unless b) and c', 'a unless (b and c)'],
  ['-a * b', '(-a) * b', '-(a * b)'],
  ['2 ^ -a ^ b', '2 ^ (-(a ^ b))', '(2 ^ -a) ^ b'],
])('%s is %s, and not %s', (text, same, other) => {
  expect(unwrapped(tree(text))).toEqual(unwrapped(tree(same)));
  const different = parsePromql(other);
  expect(different.tree === undefined || JSON.stringify(unwrapped(tree(other)))).not.toEqual(
    JSON.stringify(unwrapped(tree(text))),
  );
});

/** A tree without its parentheses. */
function unwrapped(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(unwrapped);
  if (node === null || typeof node !== 'object') return node;
  const { kind, of } = node as { kind?: string; of?: unknown };
  if (kind === 'paren' || kind === 'durationParen') return unwrapped(of);
  return Object.fromEntries(Object.entries(node).map(([name, value]) => [name, unwrapped(value)]));
}

test('nodes know their places', () => {
  const text = 'sum(rate(a{b="c"}[5m])) + on (x) d offset 1h';
  const { tree: read } = parsePromql(text);
  const places: string[] = [];
  JSON.stringify(read, (key, value) => {
    if (key === 'range') places.push(text.slice(value.start, value.end));
    return value;
  });
  expect(places).toEqual(
    expect.arrayContaining([
      text,
      'sum(rate(a{b="c"}[5m]))',
      'rate(a{b="c"}[5m])',
      'a{b="c"}[5m]',
      'b="c"',
      '5m',
      'd offset 1h',
      '1h',
    ]),
  );
});

test.each([
  ['', '0-0 The text is empty.'],
  ['up up', '3-5 "up" stands behind "up", where an operator or the end is expected.'],
  ['up = 1', '3-4 "=" is no operator of expressions.'],
  ['a +', '3-3 The text ends where an expression is expected.'],
  ['sum(rate(up[5m])', '3-4 "(" is not closed.'],
  ['sum(up))', '7-8 Nothing is open that ")" would close.'],
  ['sum by job (up)', '7-10 "by" stands without labels.'],
  ['up by (job)', '3-5 "by" stands behind no operator that aggregates.'],
  ['up{job=api}', '7-10 "api" is no text.'],
  ['up{job}', '3-6 The label "job" stands without a value.'],
  ['up{a="b" c="d"}', '9-10 Nothing parts "c" from the label before it.'],
  ['up{my.label="a"}', '5-6 The name of a label holds no dot here.'],
  ['rate(up[5m],)', '11-12 Nothing stands between "," and ")".'],
  ['sum(up)[5m]', '0-11 A range stands behind "sum", which is no selector.'],
  ['up offset 5m[5m]', '0-16 "offset" stands before the range.'],
  ['sum(up) offset 5m', '0-17 "offset" stands behind "sum".'],
  ['up offset 1m offset 2m', '0-22 "offset" stands twice.'],
  ['up @ 1 @ 2', '0-10 "@" stands twice.'],
  ['up offset', '9-9 Nothing stands behind "offset".'],
  ['up @ now()', '5-8 "now" is no time.'],
  ['up[]', '3-4 The brackets are empty.'],
  ['up[1m1h]', '3-7 "1m1h" is no duration.'],
  ['up[-5m]', '3-6 The duration is not longer than nothing.'],
  ['up[300y]', '3-7 300y is longer than Prometheus can count.'],
  ['up && down', '3-5 "&&" is no operator.'],
  ['up =~ "a"', '3-5 "=~" stands outside of braces.'],
  ['“up”', '0-1 "“" means nothing in an expression.'],
  ['"open', '0-5 The text is not closed.'],
  ['"\\q"', '1-3 "\\q" is no escape.'],
  ['1foo', '0-4 "1foo" is neither a number nor a duration.'],
  ['on', '0-2 "on" is a keyword, and no name of a metric.'],
  ['a * group_left b', '4-14 "group_left" stands without "on" or "ignoring".'],
])('%s is refused: %s', (text, expected) => {
  const [problem] = parsePromql(text).errors ?? [];
  expect(problem && `${problem.range.start}-${problem.range.end} ${problem.message}`).toBe(expected);
  expect(problem?.fix).toMatch(/^[A-Z].*[.?]$/);
});

test.each(['up anchored', 'sum by ("a") (b)', 'a </ b', 'up[step()]', 'up[0s]', 'up[1m + 1m]', 'up offset -(5m)'])(
  'Prometheus 2 does not know %s',
  (text) => {
    expect(parsePromql(text, { release: '2.54.1' }).errors?.[0].message).toMatch(/Prometheus 2|Prometheus 3|nothing/);
  },
);

test.each(promqlReleases)('what is printed is read as the same tree in %s', (release) => {
  fc.assert(
    fc.property(trees(release), (made) => {
      const text = printPromql(made);
      const { tree: first } = parsePromql(text, { release });
      // Some are refused; parentheses may be needed, and are then nodes of their own.
      if (first === undefined) return;
      expect(printPromql(first)).toBe(text);
      expect(unwrapped(withoutRanges(first))).toEqual(unwrapped(withoutRanges(made)));
    }),
    { numRuns: 300, seed: 1 },
  );
});

test.each(promqlReleases)('every text is read or refused in %s, and problems lie in the text', (release) => {
  const texts = fc.sample(trees(release), { numRuns: 50, seed: 2 }).map(printPromql);
  fc.assert(
    fc.property(fc.oneof(fc.constantFrom(...texts).chain(mutated), fc.string({ unit: 'binary' })), (text) => {
      const { tree: read, errors } = parsePromql(text, { release });
      expect(read === undefined).toBe(errors !== undefined);
      for (const { range } of errors ?? []) {
        expect(range.start).toBeGreaterThanOrEqual(0);
        expect(range.end).toBeLessThanOrEqual(text.length);
        expect(range.end).toBeGreaterThanOrEqual(range.start);
      }
    }),
    { numRuns: 500, seed: 3 },
  );
});

test('hundreds of operators are read, and what is too long is not called wrong', () => {
  const chain = (count: number) => parsePromql(Array.from({ length: count }, () => 'up').join(' + '));
  expect(chain(300).tree).toBeDefined();
  expect(chain(5000).errors?.[0].uncertain).toBe(true);
  expect(parsePromql(`${'('.repeat(20_000)}up${')'.repeat(20_000)}`).errors?.[0].uncertain).toBe(true);
});
