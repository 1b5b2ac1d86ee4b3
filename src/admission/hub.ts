import { at, type ConfigMap, type ConfigValue, isConfigMap } from '../model/config';
import type { Keys } from '../model/keys';
import { didYouMean } from '../model/nearest';
import { trimmed } from './go-text';
import { listAt, mapAt, textAt } from './read';
import type { Refusal } from './refusal';
import { replayRefusals } from './replay';
import { variableRefusals } from './variables';
import { webhookCallRefusals } from './webhook-call';

/** What the webhook of the MDAI operator refuses in an `MdaiHub` (release 0.2.12). Expressions in PromQL are another check's. */
export function hubRefusals(content: ConfigMap): readonly Refusal[] {
  const variables = listAt(content, 'spec', 'variables');
  const alerts = listAt(content, 'spec', 'prometheusAlerts');
  const names: Names = {
    variables: variables.map((variable) => textAt(variable, 'key')).filter((key) => key !== ''),
    alerts: alerts.map((alert) => textAt(alert, 'name')).filter((name) => name !== ''),
  };
  return [
    ...variableRefusals(variables),
    ...alerts.flatMap((alert, i) => numberRefusals(alert, ['spec', 'prometheusAlerts', i])),
    ...listAt(content, 'spec', 'rules').flatMap((rule, i) => [...ruleRefusals(rule, ['spec', 'rules', i], names)]),
  ];
}

interface Names {
  readonly variables: readonly string[];
  readonly alerts: readonly string[];
}

/** The definition takes a number for an expression, but the webhook reads texts alone. */
function numberRefusals(alert: ConfigValue, keys: Keys): readonly Refusal[] {
  const expr = at(alert, 'expr');
  if (typeof expr !== 'number') return [];
  const message = `the expression is the number ${expr}, of which the operator reads nothing.`;
  return [{ code: 'hub-value', keys: [...keys, 'expr'], message, fix: `Put it in quotes: "${expr}".` }];
}

function* ruleRefusals(rule: ConfigValue, keys: Keys, names: Names): Generator<Refusal> {
  yield* whenRefusals(mapAt(rule, 'when'), [...keys, 'when'], names);
  const actions = at(rule, 'then');
  if (!Array.isArray(actions)) return;
  if (actions.length === 0) {
    yield { code: 'hub-value', keys: [...keys, 'then'], message: 'the rule does nothing.', fix: 'Add an action.' };
  }
  for (const [i, action] of actions.entries()) {
    if (isConfigMap(action)) yield* actionRefusals(action, [...keys, 'then', i], names);
  }
}

function* whenRefusals(when: ConfigMap, keys: Keys, names: Names): Generator<Refusal> {
  const { alertName, status, variableUpdated, updateType } = when;
  if (isGiven(status) && !isGiven(alertName)) {
    yield {
      code: 'hub-value',
      keys: [...keys, 'status'],
      message: 'a status is of an alert, and "alertName" is missing.',
      fix: 'Add "alertName", or leave the status out.',
    };
  }
  if (isGiven(updateType) && !isGiven(variableUpdated)) {
    yield {
      code: 'hub-value',
      keys: [...keys, 'updateType'],
      message: 'an "updateType" is of a variable, and "variableUpdated" is missing.',
      fix: 'Add "variableUpdated", or leave the type out.',
    };
  }
  if (isGiven(variableUpdated))
    yield* undefinedName('variable', [...keys, 'variableUpdated'], variableUpdated, names.variables);
  if (isGiven(alertName)) yield* undefinedName('alert', [...keys, 'alertName'], alertName, names.alerts);
}

function isGiven(value: ConfigValue | undefined): value is string {
  return typeof value === 'string' && trimmed(value) !== '';
}

function undefinedName(
  what: 'variable' | 'alert',
  keys: Keys,
  name: string,
  known: readonly string[],
): readonly Refusal[] {
  if (known.includes(name)) return [];
  const all = known.length === 0 ? `The hub has no ${what}s.` : `It has ${known.join(', ')}.`;
  return [
    { code: 'hub-undefined', keys, message: `the hub has no ${what} "${name}".`, fix: didYouMean(name, known, all) },
  ];
}

/** The actions, and the field of each that names a variable. */
const variableFields: Readonly<Record<string, string>> = {
  addToSet: 'set',
  removeFromSet: 'set',
  setVariable: 'scalar',
  addToMap: 'map',
  removeFromMap: 'map',
};

const otherActions = ['callWebhook', 'deployReplay', 'cleanUpReplay'];

function* actionRefusals(action: ConfigMap, keys: Keys, { variables }: Names): Generator<Refusal> {
  const known = [...Object.keys(variableFields), ...otherActions];
  const [kind, second] = known.filter((name) => action[name] !== undefined);
  if (kind === undefined || second !== undefined) {
    const message = kind === undefined ? 'the action does nothing.' : `the action is both "${kind}" and "${second}".`;
    const fix = kind === undefined ? `Write one of ${known.join(', ')}.` : 'Write an entry for each.';
    yield { code: 'hub-value', keys, message, fix };
    return;
  }
  const place = [...keys, kind];
  const body = mapAt(action, kind);
  const field = variableFields[kind];
  if (field !== undefined) yield* undefinedName('variable', [...place, field], textAt(body, field), variables);
  if (kind === 'addToMap' && !isGiven(body.value)) {
    const message = '"addToMap" has no value, or one of white space.';
    yield { code: 'hub-value', keys: [...place, 'value'], message, fix: 'Write what the key stands for.' };
  }
  if (kind === 'callWebhook') yield* webhookCallRefusals(body, place);
  if (kind === 'deployReplay') {
    const spec = mapAt(body, 'replaySpec');
    const status = textAt(spec, 'statusVariableRef');
    const statusKeys = [...place, 'replaySpec', 'statusVariableRef'];
    if (status !== '') yield* undefinedName('variable', statusKeys, status, variables);
    yield* replayRefusals(spec, [...place, 'replaySpec'], 'deployed');
  }
}
