import { parseGoDuration } from '../catalog/shared-formats';
import { at, type ConfigMap } from '../model/config';
import type { Keys } from '../model/keys';
import { canonicalHeader, isWebUrl, trimmed } from './go-text';
import { mapAt, textAt } from './read';
import { type Refusal, shown } from './refusal';

/** Headers that the event hub writes itself. */
const managed: ReadonlySet<string> = new Set(['Host', 'Content-Length', 'Transfer-Encoding']);

/** What the webhook of hubs refuses in an action that calls a webhook. */
export function* webhookCallRefusals(call: ConfigMap, keys: Keys): Generator<Refusal> {
  const { method, templateRef, payloadTemplate, timeout } = call;
  const refused = (place: Keys, message: string, fix: string): Refusal => ({
    code: 'hub-value',
    keys: [...keys, ...place],
    message,
    fix,
  });
  const url = at(call, 'url', 'value');
  if (typeof url === 'string' && !isWebUrl(trimmed(url))) {
    const message = url.trim() === '' ? 'the URL is empty.' : `${shown(url)} is no URL of a web server.`;
    yield refused(['url', 'value'], message, 'Write an absolute URL: https://host/path.');
  }
  if (payloadTemplate !== undefined && templateRef === 'slackAlertTemplate') {
    yield refused(
      ['payloadTemplate'],
      'slackAlertTemplate takes no payload.',
      'Leave "payloadTemplate" out, or write templateRef: jsonTemplate.',
    );
  }
  if (payloadTemplate !== undefined && textAt(method) !== '' && method !== 'POST') {
    yield refused(['method'], `a payload is posted, and the method is ${shown(method)}.`, 'Write "POST".');
  }
  if (payloadTemplate === undefined && templateRef === 'jsonTemplate') {
    yield refused(
      ['payloadTemplate'],
      'jsonTemplate needs a payload.',
      'Add "payloadTemplate", or write templateRef: slackAlertTemplate.',
    );
  }
  for (const name of Object.keys(mapAt(call, 'headers'))) {
    const header = canonicalHeader(name);
    if (!managed.has(header)) continue;
    yield refused(['headers', name], `the event hub writes the header ${header} itself.`, 'Leave it out.');
  }
  if (typeof timeout === 'string' && parseGoDuration(timeout) === undefined) {
    yield refused(['timeout'], `${shown(timeout)} is no duration.`, 'Write a number and a unit: 10s.');
  }
}
