import { at, type ConfigMap, type ConfigValue } from '../model/config';
import type { ActionModel, KeyRefModel, TextSource, WebhookActionModel } from '../model/hub-action';
import { replaySpec } from './replay';
import { map, text } from './values';

/** An action of a hub's rule; what the model cannot hold stays as it is. */
export function action(spec: ConfigValue): ActionModel {
  const kinds = Object.keys(map(spec));
  const [kind = ''] = kinds;
  const read = kinds.length === 1 && Object.hasOwn(readers, kind) ? readers[kind] : undefined;
  return read?.(map(at(spec, kind))) ?? { kind: 'other', spec };
}

const readers: Readonly<Record<string, (body: ConfigMap) => ActionModel>> = {
  addToSet: ({ set, value }) => ({ kind: 'addToSet', variable: text(set), value: text(value) }),
  removeFromSet: ({ set, value }) => ({ kind: 'removeFromSet', variable: text(set), value: text(value) }),
  setVariable: ({ scalar, value }) => ({ kind: 'setVariable', variable: text(scalar), value: text(value) }),
  addToMap: (body) => ({ kind: 'addToMap', ...entry(body) }),
  removeFromMap: (body) => ({ kind: 'removeFromMap', ...entry(body) }),
  callWebhook: call,
  deployReplay: ({ replaySpec: spec }) => ({ kind: 'deployReplay', replay: replaySpec(map(spec)) }),
  cleanUpReplay: () => ({ kind: 'cleanUpReplay' }),
};

function entry({ map: variable, key, value }: ConfigMap): { variable: string; key: string; value?: string } {
  return { variable: text(variable), key: text(key), ...(value !== undefined && { value: text(value) }) };
}

function call(body: ConfigMap): WebhookActionModel {
  const { url, method, templateRef, payloadTemplate, timeout } = body;
  const values = { ...sources(body.templateValuesFrom), ...sources(body.templateValues) };
  const headers = { ...sources(body.headersFrom), ...sources(body.headers) };
  return {
    kind: 'callWebhook',
    url: textOrFrom(url),
    ...(method !== undefined && { method: text(method) }),
    template: text(templateRef) === 'slackAlertTemplate' ? 'slackAlertTemplate' : 'jsonTemplate',
    ...(payloadTemplate !== undefined && { payload: textOrFrom(payloadTemplate) }),
    ...(Object.keys(values).length > 0 && { values }),
    ...(Object.keys(headers).length > 0 && { headers }),
    ...(timeout !== undefined && { timeout: text(timeout) }),
  };
}

function textOrFrom(value: ConfigValue | undefined): TextSource {
  const from = at(value, 'valueFrom');
  return from === undefined ? text(at(value, 'value')) : keyRef(from);
}

function sources(value: ConfigValue | undefined): Readonly<Record<string, TextSource>> {
  const read = (one: ConfigValue) => (typeof one === 'object' ? keyRef(one) : text(one));
  return Object.fromEntries(Object.entries(map(value)).map(([name, one]) => [name, read(one)]));
}

function keyRef(source: ConfigValue): KeyRefModel {
  const secret = at(source, 'secretKeyRef');
  const ref = secret ?? at(source, 'configMapKeyRef');
  const optional = at(ref, 'optional');
  return {
    kind: secret === undefined ? 'configMap' : 'secret',
    name: text(at(ref, 'name')),
    key: text(at(ref, 'key')),
    ...(typeof optional === 'boolean' && { optional }),
  };
}
