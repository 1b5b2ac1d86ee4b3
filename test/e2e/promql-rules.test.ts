import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { checkModel } from '../../src/checks/check';
import type { RuleModel } from '../../src/model/prometheus';
import { type PromqlRelease, promqlReleases } from '../../src/promql/release';
import { readTemplate } from '../../src/promql/template';
import { type ToolName, tool } from '../../tools/locate';
import { model } from '../checks/models';
import { alert, prometheusOf, record } from '../promql/models';
import { mistakenTemplates, templates } from '../promql/templates';
import { scratch } from './process';

const { PROMQL_TEMPLATES: count = '3000', PROMQL_SEED: seed = '1' } = process.env;

const promtools: Readonly<Record<PromqlRelease, ToolName>> = { '3.15.0': 'promtool', '2.54.1': 'promtool-2.54.1' };
const folder = scratch();

/** What promtool says of groups of rules. */
function promtool(
  release: PromqlRelease,
  groups: readonly object[],
): { readonly ok: boolean; readonly output: string } {
  const file = join(folder, 'rules.json');
  // JSON is YAML too.
  writeFileSync(file, JSON.stringify({ groups }));
  const { status, stdout, stderr } = spawnSync(tool(promtools[release]), ['check', 'rules', file], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  return { ok: status === 0, output: `${stdout}${stderr}` };
}

test('promtool takes exactly the templates that we take', () => {
  const random = fc.sample(mistakenTemplates, { seed: Number(seed), numRuns: Number(count) });
  const texts = [...new Set([...templates, ...random])];
  const rules = texts.map((text, i) => ({ alert: `a${i}_`, expr: 'up', annotations: { text } }));
  const { output } = promtool('3.15.0', [{ name: 'templates', rules }]);
  const refused = new Map([...output.matchAll(/rule \d+, "a(\d+)_": (.*)/g)].map(([, i, why]) => [Number(i), why]));
  const different = texts.flatMap((text, i) => {
    const { errors } = readTemplate(text);
    return (errors === undefined) === !refused.has(i)
      ? []
      : [{ text, real: refused.get(i), ours: errors?.[0].message }];
  });
  expect(different).toEqual([]);
  expect(templates.filter((_, i) => refused.has(i))).toEqual([]);
  expect(refused.size).toBeGreaterThan(Number(count) * 0.3);
  expect(texts.length - refused.size).toBeGreaterThan(Number(count) * 0.2);
});

/** Rules, alone in a group; most are refused by some release. */
const cases: readonly (readonly RuleModel[])[] = [
  [record('job:up:sum')],
  [record('_')],
  [record('1up')],
  [record('with space')],
  [record('up{job="a"}')],
  [record('up}')],
  [record('ä')],
  [record('my.metric')],
  [record('up', { labels: { team: 'a' } })],
  [record('up', { labels: { 'my.label': 'a' } })],
  [record('up', { labels: { '': 'a' } })],
  [record('up', { labels: { '1a': 'a' } })],
  [record('up', { labels: { __name__: 'a' } })],
  [record('up', { labels: { __a: 'a' } })],
  [record('up', { for: '5m' })],
  [record('up', { for: '0s' })],
  [record('up', { keepFiringFor: '5m' })],
  [record('up', { annotations: { a: 'b' } })],
  [record('up', { labels: { a: '{{ nofunc }}' } })],
  [record('up', { expr: '' })],
  [record('up', { expr: 'up[5m]' })],
  [record('up', { expr: '"text"' })],
  [record('up', { expr: 'mad_over_time(up[5m])' })],
  [record('up', { expr: 'holt_winters(up[5m], 0.5, 0.5)' })],
  [record('up', { expr: 'sum by ("my.label") (up)' })],
  [alert('Down')],
  [alert('with space, and ä')],
  [alert('Down', { for: '5m', keepFiringFor: '1h30m' })],
  [alert('Down', { for: '0' })],
  [alert('Down', { for: '5 m' })],
  [alert('Down', { for: '1.5h' })],
  [alert('Down', { for: '-5m' })],
  [alert('Down', { for: '30s5m' })],
  [alert('Down', { for: '300y' })],
  [alert('Down', { keepFiringFor: 'soon' })],
  [alert('Down', { labels: { 'a-b': 'c' } })],
  [alert('Down', { labels: { alertname: 'Other' } })],
  [alert('Down', { labels: { __name__: 'Other' } })],
  [alert('Down', { labels: { a: '{{ $labels.job }}' } })],
  [alert('Down', { labels: { a: '{{ $labels.job' } })],
  [alert('Down', { annotations: { 'a.b': 'c' } })],
  [alert('Down', { annotations: { '': 'c' } })],
  [alert('Down', { annotations: { __name__: 'c' } })],
  [alert('Down', { annotations: { a: '{{ $label.job }}' } })],
  [alert('Down', { annotations: { a: '{{ .labels.job }}' } })],
  [alert('Down', { expr: 'rate(up) > 0' })],
  [alert('Down'), alert('Down')],
  [alert('Down', { labels: { a: 'b' } }), alert('Down', { labels: { a: 'c' } })],
  [record('up'), record('up')],
  [record('up'), alert('up')],
];

describe.each(promqlReleases)('promtool %s', (release) => {
  test.each(cases.map((rules) => [JSON.stringify(rules.map(plain)), rules] as const))(
    'says of %s what we say',
    (_, rules) => {
      const said = promtool(release, [{ name: 'group', rules: rules.map(plain) }]);
      const prometheus = prometheusOf(rules, { version: release });
      const issues = checkModel(model({ prometheuses: [prometheus] })).filter(({ code }) => /^prom/.test(code));
      const errors = issues.filter(({ severity }) => severity === 'error').map(({ message }) => message);
      expect({ ok: errors.length === 0, errors }).toEqual({ ok: said.ok, errors: said.ok ? [] : expect.anything() });
      const isDuplicate = issues.some(({ code }) => code === 'prometheus-rule-duplicate');
      expect(isDuplicate).toBe(/duplicate rule/.test(said.output));
    },
  );
});

/** A rule as Prometheus reads it. */
function plain({ kind, name, expr, for: held, keepFiringFor, labels, annotations }: RuleModel): object {
  return { [kind]: name, expr, for: held, keep_firing_for: keepFiringFor, labels, annotations };
}
