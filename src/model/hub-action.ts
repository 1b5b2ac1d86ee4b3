import type { ObjectEntry } from './object-entry';
import type { ReplaySpecModel } from './replay';

/** An entry of a Secret or of a ConfigMap, in the namespace of the hub. */
export interface KeyRefModel extends ObjectEntry {
  /** Whether the object and its entry may be absent. */
  readonly optional?: boolean;
}

/** Text as it stands, or where it is read from. */
export type TextSource = string | KeyRefModel;

export type SetActionModel = {
  readonly kind: 'addToSet' | 'removeFromSet';
  readonly variable: string;
  readonly value: string;
};

export type ScalarActionModel = {
  readonly kind: 'setVariable';
  readonly variable: string;
  readonly value: string;
};

export type MapActionModel = {
  readonly kind: 'addToMap' | 'removeFromMap';
  readonly variable: string;
  readonly key: string;
  readonly value?: string;
};

/** What the event hub makes the body of a webhook of: a message for Slack of its own, or a payload as it is given. */
export type WebhookTemplate = 'slackAlertTemplate' | 'jsonTemplate';

export interface WebhookActionModel {
  readonly kind: 'callWebhook';
  readonly url: TextSource;
  /** @default POST */
  readonly method?: string;
  readonly template: WebhookTemplate;
  /** The body of a `jsonTemplate`. */
  readonly payload?: TextSource;
  /** What the template reads: `${template:name}` in the payload of a `jsonTemplate`. */
  readonly values?: Readonly<Record<string, TextSource>>;
  readonly headers?: Readonly<Record<string, TextSource>>;
  /** In Go's form, e.g. `10s`. */
  readonly timeout?: string;
}

export interface DeployReplayActionModel {
  readonly kind: 'deployReplay';
  readonly replay: ReplaySpecModel;
}

export interface CleanUpReplayActionModel {
  readonly kind: 'cleanUpReplay';
}

/** What an automation of a hub does. */
export type ActionModel =
  | SetActionModel
  | ScalarActionModel
  | MapActionModel
  | WebhookActionModel
  | DeployReplayActionModel
  | CleanUpReplayActionModel
  /** What the model cannot hold, as the manifest says it. */
  | { readonly kind: 'other'; readonly spec: unknown };
