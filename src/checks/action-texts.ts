import type { ActionModel, TextSource, WebhookActionModel } from '../model/hub-action';
import type { Keys } from '../model/keys';
import { actionKeys } from './action-keys';

/** A text of an action, and whose fields may be named in it. */
export interface ActionText {
  readonly text: string;
  readonly what: string;
  readonly scopes: readonly ('trigger' | 'template')[];
  /** The names of the values of a template. */
  readonly values: readonly string[];
  /** Where it stands in the hub. */
  readonly keys: Keys;
}

/** The texts of an action of a hub's rule, by the indices of both. */
export function actionTexts(rule: number, index: number, action: ActionModel): readonly ActionText[] {
  const own = ['spec', 'rules', rule, 'then', index, action.kind];
  if (action.kind === 'callWebhook') return webhookTexts(action, actionKeys(rule, index, action));
  if (!('variable' in action)) return [];
  const plain = (text: string, field: 'key' | 'value'): ActionText => ({
    text,
    what: `the ${field}`,
    scopes: ['trigger'],
    values: [],
    keys: [...own, field],
  });
  const value = action.value === undefined ? [] : [plain(action.value, 'value')];
  return 'key' in action ? [plain(action.key, 'key'), ...value] : value;
}

/** Event hub 0.1.8 fills in the payload of a template, and nothing else of a call. */
function webhookTexts({ url, payload, values = {}, headers = {} }: WebhookActionModel, keys: Keys): ActionText[] {
  const still = (what: string, field: Keys, source: TextSource): ActionText[] =>
    typeof source === 'string' ? [{ text: source, what, scopes: [], values: [], keys: [...keys, ...field] }] : [];
  const each = (what: string, field: string, sources: Readonly<Record<string, TextSource>>) =>
    Object.entries(sources).flatMap(([name, source]) => still(what, [field, name], source));
  const template: ActionText[] =
    typeof payload === 'string'
      ? [
          {
            text: payload,
            what: 'the payload',
            scopes: ['trigger', 'template'],
            values: Object.keys(values),
            keys: [...keys, 'payloadTemplate', 'value'],
          },
        ]
      : [];
  return [
    ...still('the URL', ['url', 'value'], url),
    ...each('a header', 'headers', headers),
    ...each('a value of the template', 'templateValues', values),
    ...template,
  ];
}
