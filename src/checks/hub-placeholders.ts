import type { AutomationModel, HubModel, TriggerModel } from '../model/hub';
import type { Issue } from '../model/issue';
import { didYouMean } from '../model/nearest';
import { type ActionText, actionTexts } from './action-texts';
import { placedAt, type Rule, warning } from './rule';

/** Placeholders in the texts of actions that the event hub never fills in. Labels of alerts are another check's. */
export const hubPlaceholders: Rule = (model) =>
  model.hubs.flatMap((hub) => hub.automations.flatMap((automation, i) => [...unfilled(hub, automation, i)]));

function* unfilled({ path }: HubModel, { name, when, do: actions }: AutomationModel, i: number): Generator<Issue> {
  const seen = new Set<string>();
  for (const text of actions.flatMap((action, j) => actionTexts(i, j, action))) {
    for (const [message, fix] of reasonsIn(text, when)) {
      if (seen.has(message)) continue;
      seen.add(message);
      yield placedAt(warning('hub-placeholder', `${path}/automations/${name}`, message, fix), text.keys);
    }
  }
}

type Reason = readonly [message: string, fix: string];

function reasonsIn({ text, what, scopes, values }: ActionText, when: TriggerModel): readonly Reason[] {
  const known = [...text.matchAll(/\$\{([^:}]+):([^}:]+)(?::-([^}]*))?\}/g)];
  const others = [...text.matchAll(/\$\{(?:trigger|template)\b[^}]*\}?/g)].filter(
    ({ index }) => !known.some((one) => one.index === index),
  );
  return [
    ...others.map(([whole]): Reason => [`${what} holds ${whole}, which is no placeholder.`, 'Write ${trigger:field}.']),
    ...known.flatMap(([whole, scope = '', field = '', otherwise = '']): readonly Reason[] => {
      const named = scope.trim();
      if (scopes.length === 0) {
        return isScope(named) ? [[`${what} holds ${whole}, and nothing is filled in there.`, 'Write it out.']] : [];
      }
      const reason =
        named === 'trigger'
          ? triggerReason(field.trim(), when)
          : named === 'template' && scopes.includes('template')
            ? templateReason(field.trim(), values)
            : didYouMean(named, scopes, `Write \${${scopes[0]}:…}.`);
      return reason === undefined || (otherwise !== '' && scopes.some((one) => one === named))
        ? []
        : [[`${what} holds ${whole}, which is never filled in.`, reason]];
    }),
  ];
}

function isScope(name: string): boolean {
  return name === 'trigger' || name === 'template';
}

const always = ['id', 'name', 'timestamp', 'source', 'correlation_id', 'hub_name', 'payload', 'recursion_depth'];
const annotations = ['alert_name', 'hub_name', 'current_value', 'expression'].map(
  (one) => `payload.annotations.${one}`,
);
const ofAlert = [
  'source_id',
  'payload.labels',
  'payload.annotations',
  ...annotations,
  'payload.status',
  'payload.value',
];
const ofVariable = ['payload.variableRef', 'payload.dataType', 'payload.operation', 'payload.data'];

/** What to write instead of a field that the event does not have. */
function triggerReason(field: string, when: TriggerModel): string | undefined {
  const own = 'alert' in when ? ofAlert : ofVariable;
  const known = [...always, ...own];
  const isLabel = 'alert' in when && /^payload\.labels\../.test(field);
  // A variable may hold JSON.
  const isWithin = 'variable' in when && field.startsWith('payload.data.');
  if (known.includes(field) || isLabel || isWithin) return undefined;
  const what = 'alert' in when ? 'An alert' : 'A variable';
  return didYouMean(field, known, `${what} has ${own.join(', ')}.`);
}

function templateReason(field: string, values: readonly string[]): string | undefined {
  if (values.includes(field)) return undefined;
  return didYouMean(field, values, `Add templateValues: { ${field}: … }.`);
}
