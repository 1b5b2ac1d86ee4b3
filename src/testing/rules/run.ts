import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MdaiHub } from '../../hub/hub';
import { hubRuleGroup } from '../../model/hub-rules';
import { MdaiError } from '../../model/issue';
import type { RuleGroupModel } from '../../model/prometheus';
import { Prometheus } from '../../prometheus/prometheus';
import { Registry } from '../../registry';
import { yamlText } from '../../render/yaml-text';
import { ruleTestFiles } from './files';
import type { RuleTest } from './rule-test';

/** Whose rules a test is about. */
export type RuleSource = Prometheus | MdaiHub;

/**
 * Runs a test of rules with Prometheus' own `promtool`: the one that the environment variable `PROMTOOL` names, or the
 * one on the path.
 *
 * @param rules a Prometheus or a hub, or several whose rules depend on each other
 * @throws Error with what promtool says where the rules do something else
 * @throws MdaiError where there is no promtool, or no alert of that name
 */
export function testRules(rules: RuleSource | readonly RuleSource[], test: RuleTest): void {
  const folder = mkdtempSync(join(tmpdir(), 'mdai-rules-'));
  try {
    writeRuleTest(rules, test, folder);
    const promtool = process.env.PROMTOOL || 'promtool';
    const { error, status, stdout, stderr } = spawnSync(promtool, ['test', 'rules', join(folder, 'test.yaml')], {
      encoding: 'utf8',
    });
    if (error) throw new MdaiError(missing(promtool, error));
    if (status !== 0) throw new Error(failure(test, `${stdout}${stderr}`, folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Writes a test of rules into a folder, for `promtool test rules <folder>/test.yaml`.
 *
 * @throws MdaiError where there is no alert of that name
 */
export function writeRuleTest(rules: RuleSource | readonly RuleSource[], test: RuleTest, folder: string): void {
  const sources = Array.isArray(rules) ? (rules as readonly RuleSource[]) : [rules as RuleSource];
  const files = ruleTestFiles(sources.flatMap(groupsOf), scrapeIntervalOf(sources), test);
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), yamlText(content));
}

/** How often the metrics come that the rules read. */
function scrapeIntervalOf(sources: readonly RuleSource[]): string {
  const prometheuses = sources.flatMap((source) => {
    const { model } = Registry.of(source);
    const beside = model.prometheuses.filter(({ namespace }) => namespace === source.namespace);
    return source instanceof Prometheus ? [Registry.of(source).modelOf('prometheuses', source)] : beside;
  });
  return prometheuses[0]?.scrapeInterval ?? '1m';
}

function groupsOf(source: RuleSource): readonly RuleGroupModel[] {
  const registry = Registry.of(source);
  if (source instanceof MdaiHub) return [hubRuleGroup(registry.modelOf('hubs', source))];
  return registry.modelOf('prometheuses', source).groups;
}

function missing(promtool: string, error: Error & { readonly code?: string }): string {
  if (error.code !== 'ENOENT') return `${promtool} could not be run: ${error.message}.`;
  return (
    `There is no ${promtool}. It comes with Prometheus (https://prometheus.io/download; brew install prometheus, apt ` +
    `install prometheus): put it on the path, or its file's name into the environment variable PROMTOOL.`
  );
}

/** What promtool says, without the folder that is gone when it is read. */
function failure({ name }: RuleTest, output: string, folder: string): string {
  const said = output.replaceAll(`${folder}/`, '').trim();
  return `${name === undefined ? 'The rules do something else' : `Not so: ${name}`}.\n${said}`;
}
