import { at, type ConfigMap, type ConfigValue, isConfigMap } from '../../../model/config';
import { list, map } from '../../values';
import { blankLine, type Code, method, object, plain, type Statement, string, unlessEmpty } from '../code';
import type { Place } from '../form';
import { Unfit } from '../unfit';
import type { Entries } from './entries';
import { numberOf, textOf } from './scalars';
import { texts } from './texts';

/**
 * The statements that give a construct its groups of rules.
 *
 * @param own the name of the group that the construct's own `alert` and `record` write into
 * @throws Unfit for what is no group, or no rule
 */
export function groupStatements(owner: Code, groups: ConfigValue | undefined, place: Place, own?: string): Statement[] {
  const statements = list(groups).map((group) => groupOf(owner, map(group), place, own));
  return statements.flatMap((lines) => [...lines, blankLine]);
}

function groupOf(owner: Code, group: ConfigMap, place: Place, own: string | undefined): Statement[] {
  const { name, interval, query_offset: queryOffset, limit } = group;
  if (typeof name !== 'string') throw new Unfit('a group of rules has no name');
  const rules = list(group.rules).map(map);
  if (rules.length === 0) throw new Unfit(`the group "${name}" has no rules`);
  const props = object([
    ['interval', textOf(interval)],
    ['queryOffset', textOf(queryOffset)],
    ['limit', numberOf(limit)],
  ]);
  const given = unlessEmpty(props);
  const rulesOf = (of: Code) => rules.map((rule): Statement => ({ kind: 'run', value: ruleOf(of, rule, name) }));
  if (name === own && given.length === 0) return rulesOf(owner);
  const variable = place.names.claim(name, `${name}_group`);
  return [
    { kind: 'const', name: variable, value: method(owner, 'group', string(name), ...given) },
    ...rulesOf(plain(variable)),
  ];
}

/** The annotations that alerts have a prop for, each with its prop. */
const named = { summary: 'summary', description: 'description', runbook_url: 'runbook' } as const;

function ruleOf(group: Code, rule: ConfigMap, groupName: string): Code {
  const { alert, record, expr, labels } = rule;
  const name = alert ?? record;
  if (typeof name !== 'string' || (alert !== undefined && record !== undefined)) {
    throw new Unfit(`a rule of the group "${groupName}" is neither an alert nor a record`);
  }
  if (typeof expr !== 'string') throw new Unfit(`the expression of ${name} is no text`);
  if (alert === undefined) return method(group, 'record', string(name), withLabels([['expr', string(expr)]], labels));
  const severity = at(labels, 'severity');
  const others = Object.entries(map(rule.annotations)).filter(([key]) => !Object.hasOwn(named, key));
  return method(
    group,
    'alert',
    string(name),
    withLabels(
      [
        ['expr', string(expr)],
        ['for', textOf(rule.for)],
        ['keepFiringFor', textOf(rule.keep_firing_for)],
        ['severity', typeof severity === 'string' ? string(severity) : plain('false')],
      ],
      labels,
      [
        ...Object.entries(named).map(([key, prop]) => [prop, textOf(at(rule.annotations, key))] as const),
        ['annotations', texts(Object.fromEntries(others))],
      ],
      ['severity'],
    ),
  );
}

/** The props of a rule, with those of its labels that no other prop says. */
function withLabels(first: Entries, labels: ConfigValue | undefined, last: Entries = [], said: readonly string[] = []) {
  const own = isConfigMap(labels) ? Object.entries(labels).filter(([key]) => !said.includes(key)) : [];
  return object([...first, ['labels', texts(Object.fromEntries(own))], ...last]);
}
