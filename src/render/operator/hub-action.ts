import type { MdaiHubSpecRulesThen, MdaiHubSpecRulesThenCallWebhook } from '../../../imports/hub.mydecisive.ai';
import type { ActionModel, KeyRefModel, TextSource, WebhookActionModel } from '../../model/hub-action';
import { renderReplaySpec } from './replay';

/** An action as a rule of an `MdaiHub` says it. */
export function renderAction(model: ActionModel): MdaiHubSpecRulesThen {
  switch (model.kind) {
    case 'addToSet':
    case 'removeFromSet':
      return { [model.kind]: { set: model.variable, value: model.value } };
    case 'setVariable':
      return { setVariable: { scalar: model.variable, value: model.value } };
    case 'addToMap':
    case 'removeFromMap':
      return {
        [model.kind]: { map: model.variable, key: model.key, ...(model.value !== undefined && { value: model.value }) },
      };
    case 'callWebhook':
      return { callWebhook: webhook(model) };
    case 'deployReplay':
      return { deployReplay: { replaySpec: renderReplaySpec(model.replay) } };
    case 'cleanUpReplay':
      return { cleanUpReplay: {} };
    case 'other':
      return model.spec as MdaiHubSpecRulesThen;
  }
}

function webhook(model: WebhookActionModel): MdaiHubSpecRulesThenCallWebhook {
  const { url, method, template, payload, timeout } = model;
  const values = divided(model.values ?? {});
  const headers = divided(model.headers ?? {});
  return {
    url: textOrFrom(url),
    ...(method !== undefined && { method: method as MdaiHubSpecRulesThenCallWebhook['method'] }),
    templateRef: template,
    ...(payload !== undefined && { payloadTemplate: textOrFrom(payload) }),
    ...(values.texts && { templateValues: values.texts }),
    ...(values.entries && { templateValuesFrom: values.entries }),
    ...(headers.texts && { headers: headers.texts }),
    ...(headers.entries && { headersFrom: headers.entries }),
    ...(timeout !== undefined && { timeout }),
  };
}

function textOrFrom(source: TextSource): MdaiHubSpecRulesThenCallWebhook['url'] {
  return typeof source === 'string' ? { value: source } : { valueFrom: from(source) };
}

/** Texts, and entries of Secrets and ConfigMaps, by name; `undefined` where there are none. */
function divided(sources: Readonly<Record<string, TextSource>>) {
  const texts: Record<string, string> = {};
  const entries: Record<string, KeySelector> = {};
  for (const [name, source] of Object.entries(sources)) {
    if (typeof source === 'string') texts[name] = source;
    else entries[name] = from(source);
  }
  return { texts: unlessEmpty(texts), entries: unlessEmpty(entries) };
}

function unlessEmpty<T extends object>(map: T): T | undefined {
  return Object.keys(map).length > 0 ? map : undefined;
}

type KeySelector = NonNullable<MdaiHubSpecRulesThenCallWebhook['url']['valueFrom']>;

function from({ kind, name, key, optional }: KeyRefModel): KeySelector {
  return { [`${kind}KeyRef`]: { name, key, ...(optional !== undefined && { optional }) } };
}
