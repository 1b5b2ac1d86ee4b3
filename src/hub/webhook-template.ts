import { type AlertEvent, type EventOf, type EventText, isEventText } from '../model/event';
import type { TextSource, WebhookActionModel } from '../model/hub-action';
import { objectEntry } from '../model/object-entry';
import { type EntryRef, isRef } from '../model/value';
import type { AlertLabel } from './alert';

// A phantom property: it says in the type which event the template needs, and does not exist at run time.
declare const needs: unique symbol;

/** What a webhook sends. */
export class WebhookTemplate<E> {
  declare readonly [needs]: (event: E) => void;

  /** @internal */
  constructor(
    /** @internal */
    readonly model: Pick<WebhookActionModel, 'template' | 'payload' | 'values'>,
  ) {}
}

/** A message for Slack. */
export interface SlackAlertOptions<L extends string> {
  /**
   * The headline. The event hub puts nothing of the event into it.
   * @default the hub's name and the event's
   */
  readonly message?: string | EntryRef;
  /** A label whose value is shown besides the alert's name, its status and the time. @default none */
  readonly label?: AlertLabel<AlertEvent<L>>;
  /** A button that opens a page. @default none */
  readonly link?: {
    readonly url: string | EntryRef;
    /** @default 'See more' */
    readonly text?: string | EntryRef;
  };
}

/** The event hub's own message for Slack, which shows an alert: it cannot be sent for a change of a variable. */
export function slackAlertTemplate<L extends string = never>(
  options: SlackAlertOptions<L> = {},
): WebhookTemplate<AlertEvent<L>> {
  const { message, label, link } = options;
  const values = {
    ...(message !== undefined && { message: source(message) }),
    ...(label && { labels_val_ref_primary: label.label }),
    ...(link && { link_url: source(link.url) }),
    ...(link?.text !== undefined && { link_text: source(link.text) }),
  };
  return new WebhookTemplate({ template: 'slackAlertTemplate', ...someValues(values) });
}

/** JSON with parts of the event, and entries of Secrets and ConfigMaps, as texts. */
export type JsonBody =
  | string
  | number
  | boolean
  | null
  | EventText<never>
  | EntryRef
  | readonly JsonBody[]
  | { readonly [key: string]: JsonBody };

/** All that a body is made of. */
type JsonLeaf<B> = B extends EventText<never> | EntryRef | string | number | boolean | null
  ? B
  : B extends readonly (infer I)[]
    ? JsonLeaf<I>
    : { [K in keyof B]: JsonLeaf<B[K]> }[keyof B];

/** The event that a body needs. */
export type JsonEvent<B> = EventOf<JsonLeaf<B>>;

/** What a payload that is kept elsewhere reads. */
export interface JsonTemplateOptions {
  /**
   * What `${template:name}` in the payload stands for. The event hub puts nothing of the event into them.
   * @default none
   */
  readonly values?: Readonly<Record<string, string | EntryRef>>;
}

/**
 * A body in JSON. Parts of the event are put in as they are, so that a value with a quotation mark or a backslash makes
 * JSON that is none, and the webhook is not called.
 *
 * @param body an object, or the entry of a ConfigMap or Secret that holds the JSON: `configMapFile('webhooks', 'page.json')`
 */
export function jsonTemplate<B extends EntryRef | { readonly [key: string]: JsonBody }>(
  body: B,
  { values: given = {} }: JsonTemplateOptions = {},
): WebhookTemplate<JsonEvent<B>> {
  const values: Record<string, TextSource> = Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name, source(value)]),
  );
  const payload = isRef(body) ? objectEntry('The payload', body) : JSON.stringify(plain(body, values));
  return new WebhookTemplate({ template: 'jsonTemplate', payload, ...someValues(values) });
}

/** The body as plain data; what it reads from elsewhere becomes a value of the template. */
function plain(body: JsonBody, values: Record<string, TextSource>): unknown {
  if (isEventText(body)) return body.template;
  if (isRef(body)) return `\${template:${valueName(body, values)}}`;
  if (Array.isArray(body)) return body.map((item: JsonBody) => plain(item, values));
  if (typeof body !== 'object' || body === null) return body;
  return Object.fromEntries(Object.entries(body).map(([key, value]) => [key, plain(value, values)]));
}

/** The name of the value that an entry becomes: short, unless another entry has that name already. */
function valueName(ref: EntryRef, values: Record<string, TextSource>): string {
  const entry = objectEntry('A value of the payload', ref);
  const short = `${entry.name}_${entry.key}`.replace(/[^a-zA-Z0-9_]/g, '_');
  const known = values[short];
  const isOther = known !== undefined && JSON.stringify(known) !== JSON.stringify(entry);
  const name = isOther ? `${entry.kind}/${entry.name}/${entry.key}` : short;
  values[name] = entry;
  return name;
}

function source(value: string | EntryRef): TextSource {
  return isRef(value) ? objectEntry('A value of the template', value) : value;
}

function someValues(values: Readonly<Record<string, TextSource>>): Pick<WebhookActionModel, 'values'> {
  return Object.keys(values).length === 0 ? {} : { values };
}
