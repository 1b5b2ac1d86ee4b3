import type { TimeInterval as Interval, Receiver } from '../../imports/alertmanager/types';
import { MdaiError } from '../model/issue';
import { literally } from '../model/literally';
import { formatDuration, type PrometheusDuration } from '../model/value';
import { type Matcher, MatcherError, type MatcherType, matcherOf, matcherText } from './matcher';
import { parseMatchers } from './parse-matchers';

/** The integrations of a receiver, in Alertmanager's own fields: `slack_configs: [{ … }]`. */
export type AlertIntegrations = Omit<Receiver, 'name'>;

// Phantom properties tell the classes from others in the type, and do not exist at run time.
declare const receiverMark: unique symbol;
declare const intervalMark: unique symbol;

/** Who hears of alerts. It joins the configuration of an Alertmanager when a route there names it. */
export class AlertReceiver {
  declare readonly [receiverMark]: true;

  /** @internal */
  constructor(
    /** Its name in the configuration. */
    readonly name: string,
    /** @internal Its integrations, for an Alertmanager in a namespace. */
    readonly integrationsIn: (namespace: string | undefined) => AlertIntegrations,
  ) {}
}

/**
 * Who hears of alerts: `alertReceiver('oncall', { pagerduty_configs: [{ routing_key: secret('pagerduty', 'key') }] })`.
 * Secrets are `secret(…)`, and Alertmanager reads them from files of the Secret.
 *
 * @param integrations in Alertmanager's own fields; without any, alerts go nowhere
 * @throws MdaiError without a name
 */
export function alertReceiver(name: string, integrations: AlertIntegrations = {}): AlertReceiver {
  if (name === '') throw new MdaiError('A receiver of alerts needs a name.');
  return new AlertReceiver(name, () => integrations);
}

/** How the MDAI gateway is told. */
export interface MdaiGatewayOptions {
  /** Its name in the configuration. @default 'mdai-gateway' */
  readonly name?: string;
  /**
   * Where the gateway takes alerts, an absolute URL.
   * @default the gateway of a Helm release `mdai` in the namespace of the Alertmanager
   */
  readonly url?: string;
}

/** The MDAI gateway, which turns alerts, and their ends, into events of hubs: all alerts of a group in one request. */
export function mdaiGateway({ name = 'mdai-gateway', url }: MdaiGatewayOptions = {}): AlertReceiver {
  return new AlertReceiver(name, (namespace) => {
    const domain = namespace === undefined ? '' : `.${namespace}.svc.cluster.local`;
    const address = url ?? `http://mdai-gateway${domain}:8081/alerts/alertmanager`;
    return { webhook_configs: [{ send_resolved: true, url: address }] };
  });
}

/** Times in which routes are silent, or in which alone they are not. */
export class TimeInterval {
  declare readonly [intervalMark]: true;

  /** @internal */
  constructor(
    /** Its name in the configuration. */
    readonly name: string,
    /** The times, in Alertmanager's own fields. */
    readonly times: readonly Interval[],
  ) {}
}

/**
 * Times in which routes are silent, or in which alone they are not:
 * `timeInterval('nights', { times: [{ start_time: '22:00', end_time: '24:00' }], location: 'Europe/Berlin' })`.
 *
 * @param times in Alertmanager's own fields; a time in any of them counts
 * @throws MdaiError without a name
 */
export function timeInterval(name: string, ...times: readonly Interval[]): TimeInterval {
  if (name === '') throw new MdaiError('A time interval needs a name.');
  return new TimeInterval(name, times);
}

/** What the value of a label has to be. */
export class LabelMatch {
  /** @internal */
  constructor(
    /** @internal */
    readonly type: MatcherType,
    /** @internal */
    readonly value: string,
  ) {}
}

/** What the value of a label has to be, where it is more than one text. A label that an alert does not have is empty. */
export const label = {
  /** One of these. */
  in: (values: readonly string[]): LabelMatch => new LabelMatch('=~', values.map(literally).join('|')),
  /** None of these; also where the label is missing. */
  notIn: (values: readonly string[]): LabelMatch => new LabelMatch('!~', values.map(literally).join('|')),
  /** Another value; also where the label is missing. */
  not: (value: string): LabelMatch => new LabelMatch('!=', value),
  /** A regular expression (RE2) that the whole value matches. */
  matches: (expression: string): LabelMatch => new LabelMatch('=~', expression),
  /** A regular expression (RE2) that the whole value does not match. */
  notMatches: (expression: string): LabelMatch => new LabelMatch('!~', expression),
  /** Any value but the empty one. */
  exists: (): LabelMatch => new LabelMatch('!=', ''),
  /** No value, or the empty one. */
  absent: (): LabelMatch => new LabelMatch('=', ''),
} as const;

/**
 * Which alerts: the value of each label, `{ severity: 'page', team: label.in(['db', 'web']) }`; or Alertmanager's own
 * notation, `['severity="page"', 'team=~"db|web"']`. All have to hold.
 */
export type AlertMatch = Readonly<Record<string, string | LabelMatch>> | readonly string[];

/** The matchers of a match. @throws MdaiError for a text that holds none */
export function matchersIn(match: AlertMatch): readonly Matcher[] {
  const read = (parse: () => readonly Matcher[], what: string) => {
    try {
      return parse();
    } catch (error) {
      if (!(error instanceof MatcherError)) throw error;
      throw new MdaiError(
        `${what} matches no label: ${error.message}. Write { severity: 'page' }, or 'severity="page"'.`,
      );
    }
  };
  if (isTexts(match)) return match.flatMap((text) => read(() => parseMatchers(text), `"${text}"`));
  return Object.entries(match).flatMap(([name, wanted]) => {
    const { type, value } = typeof wanted === 'string' ? new LabelMatch('=', wanted) : wanted;
    return read(() => [matcherOf(name, type, value)], `The value of "${name}"`);
  });
}

function isTexts(match: AlertMatch): match is readonly string[] {
  return Array.isArray(match);
}

/** A match as the texts of a configuration. */
export function matchTexts(match: AlertMatch): string[] {
  return isTexts(match) ? [...match] : matchersIn(match).map(matcherText);
}

/** A route for some alerts, in Alertmanager's own fields beside `when` and `to`. */
export interface AlertRoute {
  /** Which alerts it takes. @default all that reach it */
  readonly when?: AlertMatch;
  /** Who hears of them. @default the receiver of the route above */
  readonly to?: AlertReceiver;
  /** The labels by which alerts are notified together; `['...']` is all labels. @default those of the route above */
  readonly group_by?: readonly string[];
  /** How long a new group waits for more of its alerts. @default that of the route above; 30 seconds */
  readonly group_wait?: PrometheusDuration;
  /** How long a group that was notified waits before what is new in it. @default that of the route above; 5 minutes */
  readonly group_interval?: PrometheusDuration;
  /** How long until what still fires is notified again. @default that of the route above; 4 hours */
  readonly repeat_interval?: PrometheusDuration;
  /** Whether alerts that it took are also shown to the routes behind it. @default false */
  readonly continue?: boolean;
  /** When it says nothing. Routes below have their own. @default never */
  readonly mute_time_intervals?: readonly TimeInterval[];
  /** When it alone says something. Routes below have their own. @default always */
  readonly active_time_intervals?: readonly TimeInterval[];
  /** Labels of the notifications, which templates read; since Alertmanager 0.34. @default none */
  readonly labels?: Readonly<Record<string, string>>;
  /** Routes for a part of its alerts; the first that takes an alert has it. @default none */
  readonly routes?: readonly AlertRoute[];
}

/** The route that all alerts begin at: it takes what no route below does. */
export interface RootRoute
  extends Omit<AlertRoute, 'when' | 'to' | 'continue' | 'mute_time_intervals' | 'active_time_intervals'> {
  /** Who hears of what no route below takes. */
  readonly to: AlertReceiver;
}

/** While an alert that is its source fires, its targets are not notified. */
export interface AlertInhibition {
  /** What Alertmanager calls it in its logs. @default none */
  readonly name?: string;
  readonly source: AlertMatch;
  readonly target: AlertMatch;
  /** Labels whose values have to be the same in both; one that neither has is. @default none */
  readonly equal?: readonly string[];
}

/** A duration as Alertmanager reads it. */
export function durationText(duration: PrometheusDuration): string {
  return typeof duration === 'string' ? duration : formatDuration(duration);
}
