import type { TextSource, WebhookActionModel } from '../model/hub-action';
import { MdaiError } from '../model/issue';
import { objectEntry } from '../model/object-entry';
import { isSecretName } from '../model/secret-name';
import { type DurationLike, type EntryRef, formatDuration, isRef } from '../model/value';
import { isSecretUrl, refusedHeader } from '../model/webhook-secrets';
import { Action } from './action';
import type { WebhookTemplate } from './webhook-template';

/** What calls a web server. */
export interface WebhookProps<E> {
  /** An address, or the entry of a Secret that holds one: those of chat services are secrets. */
  readonly url: string | EntryRef;
  /** What is sent: `slackAlertTemplate(…)` or `jsonTemplate(…)`. */
  readonly template: WebhookTemplate<E>;
  /**
   * MDAI event hub 0.1 knows no other.
   * @default 'POST'
   */
  readonly method?: 'POST';
  /** Headers by name. The event hub puts nothing of an event into them. @default none but `Content-Type` */
  readonly headers?: Readonly<Record<string, string | EntryRef>>;
  /** A `Duration`, or text in Go's form such as `10s`. @default it waits for as long as it takes */
  readonly timeout?: string | DurationLike;
}

/**
 * Calls a web server. What is not answered by a status of 2xx ends the automation.
 *
 * @throws MdaiError for a secret as plain text, an address that is none, and a header that the hub refuses
 */
export function webhook<E>(props: WebhookProps<E>): Action<E> {
  const { template, method, headers = {}, timeout } = props;
  const model: WebhookActionModel = {
    kind: 'callWebhook',
    url: urlOf(props.url),
    ...(method !== undefined && { method }),
    ...template.model,
    ...(Object.keys(headers).length > 0 && { headers: headersOf(headers) }),
    ...(timeout !== undefined && { timeout: typeof timeout === 'string' ? timeout : formatDuration(timeout) }),
  };
  return new Action(model);
}

function urlOf(url: string | EntryRef): TextSource {
  if (isRef(url)) return objectEntry('The URL', url);
  if (!/^https?:\/\/[^/?#\s]/i.test(url)) {
    throw new MdaiError(`"${url}" is no address of a webhook. Write it in full: https://host/path.`);
  }
  if (isSecretUrl(url)) {
    throw new MdaiError(
      "The address of this webhook is a secret. Write secret('name', 'url'), and keep it in that Secret.",
    );
  }
  return url;
}

function headersOf(headers: Readonly<Record<string, string | EntryRef>>): Record<string, TextSource> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => {
      if (refusedHeader(name)) {
        throw new MdaiError(`A webhook cannot have the header ${name}: the event hub writes it itself.`);
      }
      if (isRef(value)) return [name, objectEntry(`The header ${name}`, value)];
      if (isSecretName(name)) {
        throw new MdaiError(
          `The header ${name} holds a secret as plain text. Write secret('name', 'key'), and keep the value in that Secret.`,
        );
      }
      return [name, value];
    }),
  );
}
