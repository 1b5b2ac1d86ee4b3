import type { AlertFate, AlertFateOptions } from '../alertmanager/fate';
import type { AlertReceiver } from '../alertmanager/values';
import type { Alertmanager } from '../prometheus/alertmanager';
import { unmet } from './expectation';

/** A receiver of alerts, or its name. */
export type AlertReceiverName = AlertReceiver | string;

/** What can be expected of an alert. Each throws where it is not so. */
export interface DeliveryExpectations {
  /** Each of these is notified, and possibly others. */
  toReach(...receivers: readonly AlertReceiverName[]): DeliveryExpectation;
  /** These are notified, and no others; none means nobody. */
  toReachOnly(...receivers: readonly AlertReceiverName[]): DeliveryExpectation;
  /** All routes that it arrives at say nothing at the time. */
  toBeMuted(): DeliveryExpectation;
  /** Another alert that fires holds it back; one with these labels, where they are given. */
  toBeInhibited(by?: Readonly<Record<string, string>>): DeliveryExpectation;
  /** It is notified together with the alerts that have the same values of these labels, and only of these, everywhere. */
  toBeGroupedBy(...labels: readonly string[]): DeliveryExpectation;
}

/** Expectations of one alert, one behind the other, and the opposite of each. */
export interface DeliveryExpectation extends DeliveryExpectations {
  readonly not: DeliveryExpectations;
  /** What became of the alert. */
  readonly fate: AlertFate;
}

/**
 * Expects something of an alert: `expectAlert(alertmanager, { alertname: 'QueueFull', severity: 'page' }).toReach(oncall)`.
 *
 * @param options other alerts that fire, and the time
 */
export function expectAlert(
  alertmanager: Alertmanager,
  labels: Readonly<Record<string, string>>,
  options: AlertFateOptions = {},
): DeliveryExpectation {
  const fate = alertmanager.fateOf(labels, options);
  const expectation: DeliveryExpectation = {
    ...expectations(fate, true, () => expectation),
    not: expectations(fate, false, () => expectation),
    fate,
  };
  return expectation;
}

type Check = (fate: AlertFate, ...expected: readonly never[]) => boolean;

const checks = {
  toReach: ({ notified }: AlertFate, ...receivers: readonly AlertReceiverName[]) =>
    receivers.every((one) => notified.includes(nameOf(one))),
  toReachOnly: ({ notified }: AlertFate, ...receivers: readonly AlertReceiverName[]) => {
    const names = new Set(receivers.map(nameOf));
    return names.size === notified.length && notified.every((name) => names.has(name));
  },
  toBeMuted: ({ arrivals }: AlertFate) => arrivals.every(({ muted }) => muted),
  toBeInhibited: ({ inhibited }: AlertFate, by: Readonly<Record<string, string>> = {}) =>
    inhibited !== undefined && Object.entries(by).every(([name, value]) => inhibited.by[name] === value),
  toBeGroupedBy: ({ labels, arrivals }: AlertFate, ...names: readonly string[]) => {
    const present = names.filter((name) => Object.hasOwn(labels, name));
    return arrivals.every(({ group }) => {
      const own = Object.keys(group);
      return own.length === present.length && present.every((name) => own.includes(name));
    });
  },
} as const satisfies Readonly<Record<keyof DeliveryExpectations, Check>>;

function expectations(fate: AlertFate, wanted: boolean, again: () => DeliveryExpectation): DeliveryExpectations {
  const entries = Object.entries(checks).map(([name, check]) => {
    const expect = (...expected: readonly unknown[]) => {
      const holds = (check as (fate: AlertFate, ...expected: readonly unknown[]) => boolean)(fate, ...expected);
      if (holds === wanted) return again();
      const what = [name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`), ...expected.map(shown)].join(' ');
      throw unmet(
        `Expected the alert ${shown(fate.labels)} ${wanted ? '' : 'not '}${what}, but ${factOf(fate)}.`,
        expect,
      );
    };
    return [name, expect];
  });
  return Object.fromEntries(entries) as DeliveryExpectations;
}

function factOf({ arrivals, inhibited, notified }: AlertFate): string {
  const at = arrivals.map(({ receiver, group, muted }) => `"${receiver}" by ${shown(group)}${muted ? ', muted' : ''}`);
  const held = inhibited && `, held back by ${shown(inhibited.by)} (${inhibited.inhibition})`;
  const heard = notified.length === 0 ? 'it reaches nobody' : `it reaches ${notified.map(shown).join(', ')}`;
  return `${heard}: it arrives at ${at.join('; ')}${held ?? ''}`;
}

function nameOf(receiver: AlertReceiverName): string {
  return typeof receiver === 'string' ? receiver : receiver.name;
}

function shown(value: unknown): string {
  if (typeof value === 'string') return `"${value}"`;
  if (typeof value === 'object' && value !== null && 'integrationsIn' in value)
    return `"${(value as AlertReceiver).name}"`;
  const pairs = Object.entries(value as Readonly<Record<string, string>>).map(([name, text]) => `${name}="${text}"`);
  return `{${pairs.join(', ')}}`;
}
