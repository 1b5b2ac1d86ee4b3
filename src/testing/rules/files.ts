import { MdaiError } from '../../model/issue';
import { didYouMean } from '../../model/nearest';
import type { RuleGroupModel, RuleModel } from '../../model/prometheus';
import { prometheusDuration } from '../../model/value';
import { expression } from '../../prometheus/promql';
import { ruleGroups } from '../../render/prometheus/rule-groups';
import type { AlertExpectation, FiringAlert, RuleTest } from './rule-test';
import { type Labels, seriesText } from './series';

/** The files of a test, by name, as data. */
export interface RuleTestFiles {
  readonly 'rules.yaml': object;
  readonly 'test.yaml': object;
}

/**
 * What promtool is given for a test.
 *
 * @param scrapeInterval a Prometheus duration
 */
export function ruleTestFiles(
  groups: readonly RuleGroupModel[],
  scrapeInterval: string,
  test: RuleTest,
): RuleTestFiles {
  const { name, interval = scrapeInterval, series, alerts = [], queries = [] } = test;
  const time = prometheusDuration(interval);
  return {
    'rules.yaml': { groups: ruleGroups(withoutUnseen(groups, alerts)) },
    'test.yaml': {
      rule_files: ['rules.yaml'],
      evaluation_interval: time,
      tests: [
        {
          ...(name !== undefined && { name }),
          interval: time,
          input_series: series,
          alert_rule_test: alerts.map(({ at, alert, firing }) => {
            const rules = alertsNamed(groups, alert);
            return {
              eval_time: prometheusDuration(at),
              alertname: alert,
              exp_alerts: firing.map((one) => expectedAlert(rules, one)),
            };
          }),
          promql_expr_test: queries.map(({ at, expr, samples }) => ({
            eval_time: prometheusDuration(at),
            expr: expression(expr),
            exp_samples: samples.map(({ name: metric = '', labels = {}, value }) => ({
              labels: seriesText(metric, labels),
              value,
            })),
          })),
        },
      ],
    },
  };
}

/** promtool compares all annotations: a rule keeps its own only where a test says what they are. */
function withoutUnseen(groups: readonly RuleGroupModel[], alerts: readonly AlertExpectation[]): RuleGroupModel[] {
  const seen = new Set(
    alerts.flatMap(({ alert, firing }) => (firing.some(({ annotations }) => annotations) ? [alert] : [])),
  );
  return groups.map((group) => ({
    ...group,
    rules: group.rules.map((rule) => (seen.has(rule.name) ? rule : { ...rule, annotations: {} })),
  }));
}

function alertsNamed(groups: readonly RuleGroupModel[], name: string): readonly [RuleModel, ...RuleModel[]] {
  const alerts = groups.flatMap(({ rules }) => rules).filter(({ kind }) => kind === 'alert');
  const [first, ...others] = alerts.filter((rule) => rule.name === name);
  if (first) return [first, ...others];
  const known = alerts.map((rule) => rule.name);
  const all = known.map((one) => `"${one}"`).join(', ') || 'none';
  // An alert that does not exist never fires, which a test may well expect.
  throw new MdaiError(`There is no alert "${name}". ${didYouMean(name, known, `There are: ${all}.`)}`);
}

function expectedAlert([first, ...others]: readonly [RuleModel, ...RuleModel[]], firing: FiringAlert): object {
  // Of several alerts with one name, it has to be said which is meant.
  const written = others.length === 0 ? plain(first.labels) : {};
  return {
    exp_labels: { ...written, ...firing.labels },
    ...(firing.annotations && { exp_annotations: firing.annotations }),
  };
}

/** The labels that are no templates. */
function plain(labels: Labels): Labels {
  return Object.fromEntries(Object.entries(labels).filter(([, value]) => !value.includes('{{')));
}
