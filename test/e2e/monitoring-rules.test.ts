import { dashboardsOf } from '../../src/grafana/dashboards-of';
import type { QuerySpec } from '../../src/grafana/panel';
import { collectorAlerts } from '../../src/monitoring/alerts';
import { monitoringGroups } from '../../src/monitoring/groups';
import { tool } from '../../tools/locate';
import { plainGroup } from '../monitoring/rules-file';
import { collectors, hubs, observers, prometheusOf } from '../monitoring/subject';
import { ruleCases, type SeriesValues, well } from './monitoring/cases';
import { run, scratch, yamlFile } from './process';

const releases = [
  ['3.15.0', 'promtool'],
  ['2.54.1', 'promtool-2.54.1'],
] as const;

function groupsFor(version: string): object[] {
  return monitoringGroups({ collectors, observers }, prometheusOf(version)).map(plainGroup);
}

/** The series of a case: what is well, with what is different. */
function seriesOf(different: Readonly<Record<string, string | null>>): SeriesValues {
  const gone = Object.keys(different).filter((name) => different[name] === null);
  const kept = Object.entries(well).filter(([name]) => !gone.some((prefix) => name.startsWith(prefix)));
  const said = Object.entries(different).filter((entry): entry is [string, string] => entry[1] !== null);
  return Object.fromEntries([...kept, ...said]);
}

describe.each(releases)('Prometheus %s', (version, promtool) => {
  test('takes the rules', () => {
    const file = yamlFile(scratch(), 'rules.yaml', { groups: groupsFor(version) });
    expect(run(tool(promtool), ['check', 'rules', '--lint-fatal', file])).toEqual({
      ok: true,
      output: expect.any(String),
    });
  });

  test('takes the query of every panel', () => {
    const queries = dashboardsOf({ collectors, observers, hubs }, prometheusOf(version)).flatMap(({ rows }) =>
      rows.flatMap(({ panels }) =>
        panels.flatMap((panel): readonly QuerySpec[] => (panel.kind === 'text' ? [] : panel.queries)),
      ),
    );
    const rules = queries.map(({ expr }, i) => ({
      record: `query_${i}`,
      expr: expr.replaceAll('$__rate_interval', '5m'),
    }));
    const file = yamlFile(scratch(), 'queries.yaml', { groups: [{ name: 'queries', rules }] });
    expect(run(tool(promtool), ['check', 'rules', '--lint-fatal', file])).toEqual({
      ok: true,
      output: expect.any(String),
    });
  });

  test.each(ruleCases.map((one) => [one.what, one] as const))('%s', (_, { series, at, fires }) => {
    const folder = scratch();
    const rules = yamlFile(folder, 'rules.yaml', { groups: groupsFor(version) });
    const firing = 'group by (alertname, job) (ALERTS{alertstate="firing"})';
    const file = yamlFile(folder, 'test.yaml', {
      rule_files: [rules],
      evaluation_interval: '30s',
      tests: [
        {
          interval: '30s',
          input_series: Object.entries(seriesOf(series)).map(([name, values]) => ({ series: name, values })),
          promql_expr_test: [
            {
              expr: firing,
              eval_time: at,
              exp_samples: fires.map((one) => {
                const [collector, alertname] = one.split(' ');
                return { labels: `{alertname="${alertname}", job="monitoring/${collector}-collector"}`, value: 1 };
              }),
            },
          ],
        },
      ],
    });
    expect(run(tool(promtool), ['test', 'rules', file])).toEqual({ ok: true, output: expect.any(String) });
  });
});

test('the cases make every alert fire', () => {
  const fired = new Set(ruleCases.flatMap(({ fires }) => fires.map((one) => one.split(' ')[1])));
  expect(Object.values(collectorAlerts).flatMap(({ name }) => (fired.has(name) ? [] : [name]))).toEqual([]);
});
