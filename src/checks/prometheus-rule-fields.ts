import type { Issue } from '../model/issue';
import type { Keys } from '../model/keys';
import type { PrometheusModel, RuleFileModel, RuleGroupModel } from '../model/prometheus';
import { readDuration } from '../model/prometheus-duration';
import { evaluatedRules } from './evaluated-rules';
import { error, placedAt, placedAtKey, type Rule } from './rule';

/** Fields of rules and of their groups that Prometheus refuses, so that it loads none of them. */
export const prometheusRuleFields: Rule = (model) => [
  ...[...model.prometheuses.map(ownRules), ...(model.ruleFiles ?? [])].flatMap((file) => [...groupsOf(file)]),
  ...evaluatedRules(model).flatMap(({ rule, path, keys }): readonly Issue[] => {
    const { kind, for: held, keepFiringFor, annotations } = rule;
    const durations = durationIssues('prometheus-rule-field', path, keys, {
      for: held,
      keep_firing_for: keepFiringFor,
    });
    if (kind === 'alert') return durations;
    const fields = { for: held, keep_firing_for: keepFiringFor, annotations: Object.keys(annotations)[0] };
    const given = Object.entries(fields).filter(([, value]) => value !== undefined && value !== '0s' && value !== '0');
    return [
      ...durations,
      ...given.map(([field]) =>
        placedAtKey(
          error(
            'prometheus-rule-field',
            path,
            `a rule that records has the field "${field}".`,
            `Only alerts have "${field}": remove it.`,
          ),
          [...keys, field],
        ),
      ),
    ];
  }),
];

/** The rules that a Prometheus has of its own, as one file; those that were read are in theirs. */
export function ownRules({ path, groups }: PrometheusModel): RuleFileModel {
  return { path: `${path}/rules`, groups: groups.filter((group) => group.path === undefined) };
}

function* groupsOf({ path, groups }: RuleFileModel): Generator<Issue> {
  const seen = new Set<string>();
  for (const group of groups) {
    const place = group.path ?? `${path}/${group.name}`;
    if (group.name === '')
      yield error('prometheus-group', group.path ?? path, 'a group of rules has no name.', 'Give it one.');
    else if (seen.has(group.name)) {
      const message = `two groups of rules have the name "${group.name}".`;
      const fix = 'Write their rules into one group, or give the second another name.';
      yield placedAt(error('prometheus-group', place, message, fix), ['name']);
    }
    seen.add(group.name);
    yield* durationIssues('prometheus-group', place, [], durationsOf(group));
  }
}

function durationsOf({ interval, queryOffset }: RuleGroupModel): Readonly<Record<string, string | undefined>> {
  return { interval, query_offset: queryOffset };
}

function durationIssues(
  code: 'prometheus-group' | 'prometheus-rule-field',
  path: string,
  keys: Keys,
  durations: Readonly<Record<string, string | undefined>>,
): readonly Issue[] {
  return Object.entries(durations).flatMap(([field, text]) => {
    if (text === undefined || typeof readDuration(text) === 'number') return [];
    const fix = 'Write whole numbers with units, the biggest first and each once: 1h30m.';
    const issue = error(code, path, `the field "${field}" holds "${text}", which is no duration.`, fix);
    return [placedAt(issue, [...keys, field])];
  });
}
