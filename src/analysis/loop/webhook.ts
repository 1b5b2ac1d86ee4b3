import type { WebhookActionModel } from '../../model/hub-action';
import { type HubEvent, readPayload } from './event';
import { CommandFailure } from './failure';
import { type GoValue, goJson, goStruct } from './go-json';
import { eventFields, interpolate, templateFields } from './interpolate';
import { readText, type Sources } from './sources';

/** A request that an automation makes. */
export interface WebhookCall {
  /** The automation. */
  readonly automation: string;
  /** The event hub sends nothing else, whatever the automation says. */
  readonly method: 'POST';
  /** `<secret name/key>` where it is read from a Secret that the test does not give. */
  readonly url: string;
  /** By their canonical names. */
  readonly headers: Readonly<Record<string, string>>;
  /** JSON; absent where the template is in an object that the test does not give. */
  readonly body?: string;
}

/** The request that an event makes of a webhook action (event hub 0.1.8). Throws `CommandFailure`. */
export function callOf(action: WebhookActionModel, event: HubEvent, automation: string, sources: Sources): WebhookCall {
  const url = readText(action.url, sources);
  if (url.known && !isUrl(url.text)) throw new CommandFailure(`invalid webhook url: "${url.text}"`);
  const values = Object.fromEntries(
    Object.entries(action.values ?? {}).map(([name, source]) => [name, readText(source, sources).text]),
  );
  const body =
    action.template === 'slackAlertTemplate' ? slackBody(values, event) : jsonBody(action, values, event, sources);
  const headers = headersOf(action, sources);
  return {
    automation,
    method: 'POST',
    url: url.text,
    headers: body === '' || headers['Content-Type'] ? headers : { ...headers, 'Content-Type': 'application/json' },
    ...(body !== undefined && { body }),
  };
}

function jsonBody(
  { payload }: WebhookActionModel,
  values: Readonly<Record<string, string>>,
  event: HubEvent,
  sources: Sources,
): string | undefined {
  if (payload === undefined) throw new CommandFailure('payloadTemplate must be provided');
  const template = readText(payload, sources);
  if (!template.known) return undefined;
  const body = interpolate(template.text, { template: templateFields(values), trigger: eventFields(event) });
  if (!isJson(body)) throw new CommandFailure(`payloadTemplate is not valid JSON: ${body}`);
  return body;
}

/** Headers are not interpolated; the last of two that differ in case alone wins. */
function headersOf({ headers = {} }: WebhookActionModel, sources: Sources): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, source]) => [canonical(name), readText(source, sources).text]),
  );
}

/** `content-type` as `Content-Type`; what is no name of a header stays as it is. */
function canonical(name: string): string {
  if (!/^[-!#$%&'*+.^_`|~0-9a-zA-Z]+$/.test(name)) return name;
  return name.toLowerCase().replace(/(^|-)([a-z])/g, (_, dash: string, letter: string) => dash + letter.toUpperCase());
}

/** The message that the event hub has built in. It needs the labels of an alert. */
function slackBody(values: Readonly<Record<string, string>>, event: HubEvent): string {
  const { labels, status } = readPayload(event) as { labels?: Record<string, string>; status?: string };
  if (labels === undefined) throw new CommandFailure('failed to read labels from payload: labels not found in payload');
  if (status === undefined) throw new CommandFailure('failed to get status from payload: key status not found');
  const message = values.message || `MDAI Hub Event - ${event.hub} - ${event.name}`;
  const labelled = ['labels_val_ref_primary' in values ? values.labels_val_ref_primary : undefined, 'alertname'];
  const fields = [
    mrkdwn(`*Alert timestamp* - ${goTime(event.timestamp)}`),
    ...labelled
      .filter((name) => name !== undefined)
      .map((name) => mrkdwn(`*${name}* - ${(Object.hasOwn(labels, name) ? labels[name] : undefined) ?? 'Unknown'}`)),
    mrkdwn(`*status* - ${status}`),
  ];
  const blocks: GoValue[] = [
    new Map<string, GoValue>([
      ['type', 'section'],
      ['text', mrkdwn(`*${message}*`)],
    ]),
    new Map<string, GoValue>([
      ['type', 'section'],
      ['fields', fields],
    ]),
  ];
  if (values.link_url) blocks.push(button(values.link_text ?? 'See more', values.link_url));
  return goStruct({ text: goJson(message), blocks: goJson(blocks) });
}

function mrkdwn(text: string): GoValue {
  return new Map([
    ['type', 'mrkdwn'],
    ['text', text],
  ]);
}

function button(text: string, url: string): GoValue {
  const label = new Map([
    ['type', 'plain_text'],
    ['text', text],
  ]);
  const element = new Map<string, GoValue>([
    ['type', 'button'],
    ['text', label],
    ['style', 'primary'],
    ['url', url],
  ]);
  return new Map<string, GoValue>([
    ['type', 'actions'],
    ['elements', [element]],
  ]);
}

/** A time as Go prints it: `2024-01-01 00:00:00 +0000 UTC`. */
function goTime(time: Date): string {
  return `${time
    .toISOString()
    .replace('T', ' ')
    .replace(/\.?0*Z$/, '')} +0000 UTC`;
}

function isUrl(text: string): boolean {
  return URL.canParse(text) || text.startsWith('/');
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
