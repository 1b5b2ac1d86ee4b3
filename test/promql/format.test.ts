import fc from 'fast-check';
import { formatPromql } from '../../src/promql/format';
import { parsePromql } from '../../src/promql/parser';
import { printPromql } from '../../src/promql/print';
import { trees } from './trees';

test('what fits stays on its line, in its one form', () => {
  expect(formatPromql('sum(rate(up [5m]))by(job)>0.5').tree).toBe('sum by (job) (rate(up[5m])) > 0.5');
});

test('what does not fit is broken before operators and inside of parentheses', () => {
  const text =
    'sum by (namespace, pod) (rate(container_cpu_usage_seconds_total{image!="", job="kubelet"}[5m])) * on (namespace, pod) group_left (node) topk by (namespace, pod) (1, max by (namespace, pod, node) (kube_pod_info{node!=""})) > 0.5 and on (job) up == 1';
  expect(formatPromql(text, { width: 60 }).tree).toMatchInlineSnapshot(`
"sum by (namespace, pod) (
  rate(
    container_cpu_usage_seconds_total{image!="", job="kubelet"}[5m]
  )
)
* on (namespace, pod) group_left (node)
  topk by (namespace, pod) (
    1,
    max by (namespace, pod, node) (kube_pod_info{node!=""})
  )
> 0.5
and on (job) up == 1"
`);
});

test('the brackets of a subquery stay behind what they evaluate', () => {
  const text =
    'max_over_time((sum(rate(first_metric_total[5m])) - sum(rate(second_metric_total[5m])))[1h:5m] offset 1d)';
  expect(formatPromql(text, { width: 40 }).tree).toMatchInlineSnapshot(`
"max_over_time(
  (
    sum(rate(first_metric_total[5m]))
    - sum(rate(second_metric_total[5m]))
  )[1h:5m] offset 1d
)"
`);
});

test('a bad text gives its problems', () => {
  expect(formatPromql('sum(').errors?.[0].message).toBe('"(" is not closed.');
});

test('what is formatted means the same', () => {
  fc.assert(
    fc.property(trees('3.15.0'), fc.integer({ min: 1, max: 80 }), (tree, width) => {
      const text = printPromql(tree);
      const { tree: read } = parsePromql(text);
      if (read === undefined) return;
      const again = parsePromql(formatPromql(text, { width }).tree ?? '').tree;
      expect(again && printPromql(again)).toBe(printPromql(read));
    }),
    { numRuns: 300, seed: 4 },
  );
});
