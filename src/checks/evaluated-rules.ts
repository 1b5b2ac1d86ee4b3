import { type PlacedRule, rulesAt, rulesOfHub } from '../metrics/rules';
import type { Model } from '../model/model';
import type { PromqlExpression } from '../promql/ast';
import { parsePromql } from '../promql/parser';
import type { ParsedPromql } from '../promql/problem';
import { defaultPromqlRelease, hubPromqlRelease, promqlReleaseOf } from '../promql/release';
import { type PromqlTarget, promqlFeatures } from '../promql/types/finding';

/** A rule, and the Prometheus that evaluates it. */
export interface EvaluatedRule extends PlacedRule {
  /** The MDAI operator makes it of an alert of a hub. */
  readonly ofHub: boolean;
  readonly target: PromqlTarget;
  /** Its expression, read. */
  readonly parsed: ParsedPromql<PromqlExpression>;
}

const known = new WeakMap<Model, readonly EvaluatedRule[]>();

/**
 * All rules of a model with each release that evaluates them. What evaluates the alerts of a hub may be no part of the
 * model: then it is what MDAI hub ships. The MDAI operator refuses alerts that need a feature flag, whatever the
 * Prometheus has switched on.
 */
export function evaluatedRules(model: Model): readonly EvaluatedRule[] {
  let rules = known.get(model);
  if (rules === undefined) {
    rules = search(model).map((one) => ({
      ...one,
      parsed: parsePromql(one.rule.expr, { release: one.target.release }),
    }));
    known.set(model, rules);
  }
  return rules;
}

type UnreadRule = Omit<EvaluatedRule, 'parsed'>;

function search(model: Model): readonly UnreadRule[] {
  const found = new Map<string, UnreadRule>();
  const hubPaths = new Set(model.hubs.map(({ path }) => path));
  for (const prometheus of model.prometheuses) {
    const release = promqlReleaseOf(prometheus.version);
    for (const placed of rulesAt(model, prometheus)) {
      const { rule, path } = placed;
      const ofHub = [...hubPaths].some((hub) => path === `${hub}/alerts/${rule.name}`);
      const features = ofHub ? [] : prometheus.enableFeatures;
      // Two rules of one name are both asked about; what was read has a path of its own, whoever takes it.
      const key = JSON.stringify([path, rule.expr, release, ofHub || rule.path !== undefined ? '' : found.size]);
      if (!found.has(key)) found.set(key, { ...placed, ofHub, target: { release, features } });
    }
  }
  const evaluated = [...found.values()];
  const paths = new Set(evaluated.map(({ path }) => path));
  const others = model.hubs.flatMap(rulesOfHub);
  return [
    ...evaluated,
    ...untaken(model, paths),
    ...others
      .filter(({ path }) => !paths.has(path))
      .map((rule) => ({ ...rule, ofHub: true, target: { release: hubPromqlRelease, features: [] } })),
  ];
}

/** Rules that were read, and that no Prometheus of the model takes: what does is not known, nor what it has switched on. */
function untaken({ ruleFiles = [] }: Model, taken: ReadonlySet<string>): readonly UnreadRule[] {
  const rules = ruleFiles.flatMap(({ groups }) => groups.flatMap((group) => group.rules));
  return rules.flatMap((rule) => {
    const { path } = rule;
    if (path === undefined || taken.has(path)) return [];
    return [
      { rule, path, keys: [], ofHub: false, target: { release: defaultPromqlRelease, features: promqlFeatures } },
    ];
  });
}
