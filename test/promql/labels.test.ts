import { labelsOf } from '../../src/promql/labels';
import { parsePromql } from '../../src/promql/parser';
import { selectorsOf } from '../../src/promql/selectors';

function tree(text: string) {
  const { tree: read, errors } = parsePromql(text);
  if (errors) throw new Error(errors[0].message);
  return read;
}

/** `a b` for only these labels, `-a -b` for all but them. */
function labels(text: string): string {
  const { kind, labels: names } = labelsOf(tree(text));
  return (
    [...names]
      .sort()
      .map((name) => (kind === 'only' ? name : `-${name}`))
      .join(' ') || (kind === 'only' ? 'none' : 'any')
  );
}

test.each([
  ['up', 'any'],
  ['up{job=""}', '-job'],
  ['up[5m]', 'any'],
  ['5', 'none'],
  ['rate(up[5m])', '-__name__'],
  ['last_over_time(up[5m])', 'any'],
  ['sort(up)', 'any'],
  ['-up', '-__name__'],
  ['(up)', 'any'],
  ['sum(up)', 'none'],
  ['sum by (job, pod) (up)', 'job pod'],
  ['sum by (job, pod) (sum by (job) (up))', 'job'],
  ['sum without (pod) (up)', '-__name__ -pod'],
  ['topk by (job) (5, up)', 'any'],
  ['count_values("version", up)', 'version'],
  ['count_values by (job) ("version", up)', 'job version'],
  ['up > 1', 'any'],
  ['up > bool 1', '-__name__'],
  ['up + 1', '-__name__'],
  ['1 - sum by (a) (up)', 'a'],
  ['a / b', '-__name__'],
  ['a > b', 'any'],
  ['a + on (x) b', 'x'],
  ['a + on (__name__, x) b', 'x'],
  ['a > on (__name__, x) b', '__name__ x'],
  ['a + ignoring (x) b', '-__name__ -x'],
  ['a * on (x) group_left (y) b', '-__name__'],
  ['a * on (x) group_left (y) sum by (x, y) (b)', '-__name__'],
  ['sum by (x) (a) * on (x) group_left (y, z) sum by (x, y) (b)', 'x y'],
  ['a * on (x) group_left (y) sum by (x) (b)', '-__name__ -y'],
  ['sum by (x, y) (a) * on (x) group_right sum by (x, z) (b)', 'x z'],
  ['sum by (x) (a) and on (x) b', 'x'],
  ['sum by (x) (a) or sum by (y) (b)', 'x y'],
  ['sum by (x) (a) or b', 'any'],
  ['sum without (x) (a) or sum without (x, y) (b)', '-__name__ -x'],
  ['a unless b', 'any'],
  ['sum by (x) (a) + on (x) fill_left (0) sum by (x, y) (b)', 'x'],
  ['label_replace(sum(a), "x", "$1", "y", "(.*)")', 'x'],
  ['label_replace(a, "x", "", "", "")', '-x'],
  ['label_replace(sum by (x) (a), "x", "", "x", "v")', 'x'],
  ['label_join(sum(a), "x", "-", "y", "z")', 'x'],
  ['absent(up{job="a", pod=~"b.*", x="y", x!="z"})', 'job'],
  ['absent_over_time(up{job="a"}[5m])', 'job'],
  ['absent(sum(up))', 'none'],
  ['histogram_quantile(0.9, sum by (le, job) (rate(a[5m])))', 'job'],
  ['histogram_quantile(0.9, rate(a[5m]))', '-__name__ -le'],
  ['vector(1)', 'none'],
  ['scalar(up)', 'none'],
  ['hour()', 'none'],
  ['hour(up)', '-__name__'],
  ['info(sum by (x) (up))', 'any'],
  ['max_over_time(sum by (x) (a)[1h:5m])', 'x'],
])('%s gives the labels %s', (text, expected) => expect(labels(text)).toBe(expected));

/** Each selector as `name{matchers} needs labels`. */
function reads(text: string): readonly string[] {
  return selectorsOf(tree(text)).map(({ name = '?', matchers, labels: needed, absent }) => {
    const asked = matchers.map(({ label }) => label).join(',');
    return `${name}{${asked}}${needed.length > 0 ? ` needs ${[...needed].sort().join(' ')}` : ''}${absent ? ' or not' : ''}`;
  });
}

test.each([
  ['up{job="a"}', ['up{job}']],
  ['{__name__="up", job="a"}', ['up{job}']],
  ['{"my.metric"}', ['my.metric{}']],
  ['{__name__=~"a|b"}', ['?{}']],
  ['sum by (a) (rate(b[5m]))', ['b{} needs a']],
  ['sum by (a) (sum by (a, c) (b))', ['b{} needs a c']],
  ['sum without (a) (b)', ['b{}']],
  ['sum by (a) (sum without (a) (b))', ['b{}']],
  ['a * on (x) group_left (y) b', ['a{} needs x', 'b{} needs x y']],
  ['sum by (y, z) (a * on (x) group_left (y) b)', ['a{} needs x z', 'b{} needs x y']],
  ['sum by (z) (a and on (x) b)', ['a{} needs x z', 'b{} needs x']],
  ['sum by (z) (a or b)', ['a{} needs z', 'b{} needs z']],
  ['sum by (x) (label_replace(a, "x", "$1", "y", "(.*)"))', ['a{} needs y']],
  ['sum by (x) (label_join(a, "x", "-", "y", "z"))', ['a{} needs y z']],
  ['histogram_quantile(0.9, sum by (le, job) (rate(a[5m])))', ['a{} needs job le']],
  ['histogram_quantile(0.9, a)', ['a{} needs le']],
  ['topk by (x) (scalar(n), a)', ['n{}', 'a{} needs x']],
  ['absent(up{job="a"}) or absent_over_time(down[5m])', ['up{job} or not', 'down{} or not']],
  ['max_over_time(a[1h:5m]) > 1', ['a{}']],
])('%s reads %j', (text, expected) => expect(reads(text)).toEqual(expected));
