import type { ActionModel } from '../../model/hub-action';
import { type Code, method, plain, string } from './code';

/** What starts an automation. */
export type Starter = { readonly alert: Code } | { readonly variable: Code };

const placeholder = /\$\{trigger:([^}:]+)(?::-([^}]+))?\}/g;

/** A text as an automation's actions have it, with handles for the parts of the event. */
export function eventText(text: string, starter: Starter): Code {
  const parts: (string | Code)[] = [];
  let end = 0;
  for (const match of text.matchAll(placeholder)) {
    const field = eventField(match[1] ?? '', starter);
    if (field === undefined) continue;
    if (match.index > end) parts.push(text.slice(end, match.index));
    parts.push(match[2] === undefined ? field : method(field, 'orElse', string(match[2])));
    end = match.index + match[0].length;
  }
  const [only] = parts;
  if (only === undefined) return string(text);
  if (end < text.length) parts.push(text.slice(end));
  return parts.length === 1 && typeof only === 'object' ? only : { kind: 'template', tag: 'text', parts };
}

const ofEvent: Readonly<Record<string, string>> = {
  id: 'id',
  name: 'name',
  timestamp: 'timestamp',
  source: 'source',
  source_id: 'sourceId',
  correlation_id: 'correlationId',
  hub_name: 'hubName',
};

const annotations = ['alert_name', 'hub_name', 'current_value', 'expression'];

function eventField(path: string, starter: Starter): Code | undefined {
  if (Object.hasOwn(ofEvent, path)) return plain(`event.${ofEvent[path]}`);
  const [payload, section, ...rest] = path.split('.');
  const key = rest.join('.');
  if (payload !== 'payload' || section === undefined) return undefined;
  if ('alert' in starter) {
    if (section === 'labels' && key !== '' && !key.includes('.')) return method(starter.alert, 'label', string(key));
    if (section === 'annotations' && annotations.includes(key)) return method(starter.alert, 'annotation', string(key));
    if (key === '' && (section === 'status' || section === 'value')) return field(starter.alert, section);
    return undefined;
  }
  return key === '' && (section === 'data' || section === 'operation')
    ? field(starter.variable, `update.${section}`)
    : undefined;
}

function field(of: Code, name: string): Code {
  return plain(`${of.kind === 'plain' ? of.text : ''}.${name}`);
}

const given = ['alertname', 'severity'];

/** The labels of the alert that an action reads, without those that every alert has. */
export function labelsIn(action: ActionModel): readonly string[] {
  const found = [...JSON.stringify(action).matchAll(placeholder)].flatMap(([, path = '']) => {
    const label = /^payload\.labels\.([^.]+)$/.exec(path)?.[1];
    return label === undefined ? [] : [label];
  });
  const shown = action.kind === 'callWebhook' ? action.values?.labels_val_ref_primary : undefined;
  return [...found, ...(typeof shown === 'string' ? [shown] : [])].filter((label) => !given.includes(label));
}
