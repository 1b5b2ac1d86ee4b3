import { type ConfigMap, isConfigMap } from '../model/config';
import { type Labels, labelValue, type Matcher, meetsAll } from './matcher';
import { matchersOf } from './route-tree';

/** While an alert that is its source fires, those that are its target are not notified. */
export interface Inhibition {
  /** Where it stands in the configuration, e.g. `inhibit_rules/0`. */
  readonly path: string;
  readonly name?: string;
  readonly source: readonly Matcher[];
  readonly target: readonly Matcher[];
  /** Labels whose values have to be the same; one that neither alert has is. */
  readonly equal: readonly string[];
}

/** The inhibitions of a configuration. What cannot be read, which the checks tell of, is as if it were not there. */
export function inhibitionsOf(config: ConfigMap): readonly Inhibition[] {
  const rules = Array.isArray(config.inhibit_rules) ? config.inhibit_rules : [];
  return rules.map((given, i) => {
    const rule = isConfigMap(given) ? given : {};
    const name = typeof rule.name === 'string' && rule.name !== '' ? rule.name : undefined;
    const sides = (side: string) =>
      matchersOf(rule, { equal: `${side}_match`, expression: `${side}_match_re`, texts: `${side}_matchers` });
    return {
      path: `inhibit_rules/${i}`,
      ...(name !== undefined && { name }),
      source: sides('source'),
      target: sides('target'),
      equal: Array.isArray(rule.equal) ? rule.equal.map(String) : [],
    };
  });
}

/** The first alert among those that fire for which an alert is not notified, and the inhibition that says so. */
export function inhibitedBy(
  inhibitions: readonly Inhibition[],
  labels: Labels,
  firing: readonly Labels[],
): { readonly inhibition: Inhibition; readonly by: Labels } | undefined {
  for (const inhibition of inhibitions) {
    if (!meetsAll(inhibition.target, labels)) continue;
    // An alert that is both does not silence itself, nor another that is both.
    const isSource = meetsAll(inhibition.source, labels);
    const by = firing.find(
      (other) =>
        meetsAll(inhibition.source, other) &&
        !(isSource && meetsAll(inhibition.target, other)) &&
        inhibition.equal.every((name) => labelValue(labels, name) === labelValue(other, name)),
    );
    if (by) return { inhibition, by };
  }
  return undefined;
}
