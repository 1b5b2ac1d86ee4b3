import type { ConfigValue } from '../../model/config';
import { isConfigMap } from '../../model/config';
import type { VariableDataType } from '../../model/hub';
import type { ActionModel, KeyRefModel, TextSource, WebhookActionModel } from '../../model/hub-action';
import type { ReplaySpecModel } from '../../model/replay';
import { array, type Code, call, method, object, plain, scalar as scalarCode, string } from './code';
import { eventText, type Starter } from './event-text';
import { Unfit } from './unfit';
import { literal } from './value';

/** The variables of a hub in the program. */
export interface HubHandles {
  variable(key: string): Code;
  typeOf(key: string): VariableDataType | undefined;
}

/** An action of an automation. @throws Unfit for one that the constructs cannot say */
export function actionCode(action: ActionModel, hub: HubHandles, starter: Starter): Code {
  const value = (text: string | undefined) => eventText(text ?? '', starter);
  switch (action.kind) {
    case 'addToSet':
      return method(hub.variable(action.variable), 'add', value(action.value));
    case 'removeFromSet':
      return method(hub.variable(action.variable), 'remove', value(action.value));
    case 'setVariable':
      return method(
        hub.variable(action.variable),
        'assign',
        scalar(action.value, hub.typeOf(action.variable), starter),
      );
    case 'addToMap':
      return method(hub.variable(action.variable), 'put', value(action.key), value(action.value));
    case 'removeFromMap':
      return method(hub.variable(action.variable), 'remove', value(action.key));
    case 'callWebhook':
      return webhookCode(action, starter);
    case 'deployReplay':
      return call('replay.deploy', object(replayEntries(action.replay, hub.variable(action.replay.statusVariable))));
    case 'cleanUpReplay':
      return call('replay.cleanUp');
    case 'other':
      throw new Unfit('an automation has an action that the constructs do not know');
  }
}

/** What a scalar is set to: a number and a boolean as such. */
function scalar(text: string, type: VariableDataType | undefined, starter: Starter): Code {
  const isPlain =
    (type === 'int' && String(Number(text)) === text) || (type === 'boolean' && /^(true|false)$/.test(text));
  return isPlain ? plain(text) : eventText(text, starter);
}

/** The options of a replay. @throws Unfit where some are missing */
export function replayEntries(replay: ReplaySpecModel, status: Code): (readonly [string, Code | undefined])[] {
  const { source, endpoint, opampEndpoint, ignoreSendingQueue, image } = replay;
  const { awsAccessKeySecret, s3 } = source ?? {};
  if (awsAccessKeySecret === undefined || s3 === undefined || endpoint === undefined)
    throw new Unfit('a replay does not say where from and where to');
  const bucket = {
    s3Region: s3.region,
    s3Bucket: s3.bucket,
    s3Path: s3.path,
    filePrefix: s3.filePrefix,
    s3Partition: s3.partition,
  };
  return [
    ['status', status],
    ['source', literal({ awsAccessKeySecret, ...bucket })],
    ['to', string(endpoint)],
    ['opampEndpoint', string(opampEndpoint)],
    ['ignoreSendingQueue', ignoreSendingQueue === undefined ? undefined : plain(String(ignoreSendingQueue))],
    ['image', image === undefined ? undefined : string(image)],
  ];
}

function webhookCode(
  { url, method: verb, template, payload, values, headers, timeout }: WebhookActionModel,
  starter: Starter,
): Code {
  if (verb !== undefined && verb !== 'POST') throw new Unfit(`a webhook has the method ${verb}`);
  return call(
    'webhook',
    object([
      ['url', sourceCode(url)],
      ['method', verb === undefined ? undefined : string(verb)],
      ['template', template === 'slackAlertTemplate' ? slackCode(values, starter) : jsonCode(payload, values, starter)],
      ['headers', headers && object(Object.entries(headers).map(([name, source]) => [name, sourceCode(source)]))],
      ['timeout', timeout === undefined ? undefined : string(timeout)],
    ]),
  );
}

function sourceCode(source: TextSource): Code {
  if (typeof source === 'string') return string(source);
  const { kind, name, key, optional } = source;
  if (optional !== undefined) throw new Unfit('an entry of a Secret or a ConfigMap is optional');
  return call(kind === 'secret' ? 'secret' : 'configMapFile', string(name), string(key));
}

function slackCode(values: WebhookActionModel['values'] = {}, starter: Starter): Code {
  const { message, labels_val_ref_primary: label, link_url: url, link_text: text, ...others } = values;
  const isKnown =
    Object.keys(others).length === 0 && (label === undefined || (typeof label === 'string' && 'alert' in starter));
  if (!isKnown || (text !== undefined && url === undefined))
    throw new Unfit('a message for Slack has values that are not known');
  const shown =
    'alert' in starter && typeof label === 'string' ? method(starter.alert, 'label', string(label)) : undefined;
  const link =
    url === undefined
      ? undefined
      : object([
          ['url', sourceCode(url)],
          ['text', text === undefined ? undefined : sourceCode(text)],
        ]);
  const options = object([
    ['message', message === undefined ? undefined : sourceCode(message)],
    ['label', shown],
    ['link', link],
  ]);
  return call('slackAlertTemplate', ...(options.kind === 'object' && options.entries.length > 0 ? [options] : []));
}

function jsonCode(payload: TextSource | undefined, values: WebhookActionModel['values'] = {}, starter: Starter): Code {
  if (payload === undefined) throw new Unfit('a webhook has no payload');
  const rest = new Map(Object.entries(values));
  const body = typeof payload === 'string' ? bodyCode(payload, rest, starter) : sourceCode(payload);
  const named = [...rest].map(([name, source]) => [name, sourceCode(source)] as const);
  return call('jsonTemplate', body, ...(named.length === 0 ? [] : [object([['values', object(named)]])]));
}

/** @param values those that the body reads by itself are taken out */
function bodyCode(payload: string, values: Map<string, TextSource>, starter: Starter): Code {
  const read = (value: ConfigValue): Code => {
    if (Array.isArray(value)) return array(value.map(read));
    if (isConfigMap(value)) return object(Object.entries(value).map(([key, item]) => [key, read(item)]));
    if (typeof value !== 'string') return scalarCode(value);
    const name = /^\$\{template:([A-Za-z0-9_]+)\}$/.exec(value)?.[1];
    const source = name === undefined ? undefined : values.get(name);
    if (name === undefined || typeof source !== 'object' || shortName(source) !== name)
      return eventText(value, starter);
    taken.add(name);
    return sourceCode(source);
  };
  const taken = new Set<string>();
  let body: ConfigValue;
  try {
    body = JSON.parse(payload) as ConfigValue;
  } catch {
    throw new Unfit('the payload of a webhook is no JSON');
  }
  if (!isConfigMap(body)) throw new Unfit('the payload of a webhook is no object');
  const code = read(body);
  for (const name of taken) values.delete(name);
  return code;
}

function shortName({ name, key }: KeyRefModel): string {
  return `${name}_${key}`.replace(/[^a-zA-Z0-9_]/g, '_');
}
