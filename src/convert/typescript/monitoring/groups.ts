import { at, type ConfigMap, type ConfigValue, isConfigMap } from '../../../model/config';
import { list, map } from '../../values';
import { blankLine, type Code, method, object, plain, type Statement, standingFor, string, unlessEmpty } from '../code';
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
  const rulesOf = (of: Code) =>
    rules.map((rule): Statement => ({ kind: 'run', value: standingFor(ruleOf(of, rule, name), rule) }));
  if (name === own && given.length === 0) return rulesOf(owner);
  const variable = place.names.claim(name, `${name}_group`);
  return [
    { kind: 'const', name: variable, value: standingFor(method(owner, 'group', string(name), ...given), group) },
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
  if (alert === undefined)
    return method(
      group,
      'record',
      string(name),
      propsOf(rule, [
        ['expr', string(expr)],
        ['labels', others(labels, [])],
      ]),
    );
  const severity = at(labels, 'severity');
  const annotations = Object.entries(named).map(([key, prop]) => {
    return [prop, entry(rule.annotations, key)] as const;
  });
  return method(
    group,
    'alert',
    string(name),
    propsOf(rule, [
      ['expr', string(expr)],
      ['for', textOf(rule.for)],
      ['keepFiringFor', standing(textOf(rule.keep_firing_for), rule, 'keep_firing_for')],
      ['severity', typeof severity === 'string' ? entry(labels, 'severity') : plain('false')],
      ['labels', others(labels, ['severity'])],
      ...annotations,
      ['annotations', others(rule.annotations, Object.keys(named))],
    ]),
  );
}

/** The props of a rule, whose fields have the same names but where something else is said. */
function propsOf(rule: ConfigMap, entries: Entries): Code {
  return standingFor(object(entries), rule);
}

/** A text of a map. */
function entry(value: ConfigValue | undefined, key: string): Code | undefined {
  return standing(textOf(at(value, key)), value, key);
}

function standing(code: Code | undefined, value: ConfigValue | undefined, key: string): Code | undefined {
  return code && standingFor(code, value, key);
}

/** The entries of labels or annotations that no other prop says. */
function others(value: ConfigValue | undefined, said: readonly string[]): Code | undefined {
  if (!isConfigMap(value)) return texts(value);
  const code = texts(Object.fromEntries(Object.entries(value).filter(([key]) => !said.includes(key))));
  return code && standingFor(code, value);
}
