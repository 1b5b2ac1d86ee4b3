import type { ConfigMap } from '../model/config';
import { inhibitedBy, inhibitionsOf } from './inhibition';
import type { Labels } from './matcher';
import { arrivals } from './route-alert';
import { routeTree } from './route-tree';
import { isMuted } from './time';

/** When an alert is looked at, and among which. */
export interface AlertFateOptions {
  /** The labels of the other alerts that fire, of which some may hold it back. @default none */
  readonly firing?: readonly Labels[];
  /** The time at which routes are looked at. @default no time: nothing is muted */
  readonly at?: Date;
}

/** What becomes of an alert. */
export interface AlertFate {
  readonly labels: Labels;
  /** Where it arrives, in the order of the routes. */
  readonly arrivals: readonly AlertArrival[];
  /** What holds it back; absent where nothing does. */
  readonly inhibited?: AlertInhibited;
  /** Who is notified of it: the receivers of the routes that are not muted, each once; nobody where it is held back. */
  readonly notified: readonly string[];
}

/** Where an alert arrives. */
export interface AlertArrival {
  /** The name of the receiver. */
  readonly receiver: string;
  /** The labels that the alerts have in common with which it is notified. */
  readonly group: Labels;
  /** Seconds until the first notification of a group, between those of one that changed, and until it is repeated. */
  readonly groupWait: number;
  readonly groupInterval: number;
  readonly repeatInterval: number;
  /** Whether the route says nothing at the time. */
  readonly muted: boolean;
}

/** What holds an alert back. */
export interface AlertInhibited {
  /** The labels of the alert that does. */
  readonly by: Labels;
  /** The name of the inhibition, or else its place: `inhibit_rules/0`. */
  readonly inhibition: string;
}

/** What becomes of an alert under a configuration. */
export function fateOf(config: ConfigMap, labels: Labels, { firing = [], at }: AlertFateOptions): AlertFate {
  const found = inhibitedBy(inhibitionsOf(config), labels, firing);
  const arrived = arrivals(routeTree(config), labels).map(
    ({ route, group }): AlertArrival => ({
      receiver: route.receiver,
      group,
      groupWait: route.groupWait / second,
      groupInterval: route.groupInterval / second,
      repeatInterval: route.repeatInterval / second,
      muted: at !== undefined && isMuted(config, route, at),
    }),
  );
  const loud = arrived.filter(({ muted }) => !muted).map(({ receiver }) => receiver);
  return {
    labels,
    arrivals: arrived,
    ...(found && { inhibited: { by: found.by, inhibition: found.inhibition.name ?? found.inhibition.path } }),
    notified: found === undefined ? [...new Set(loud)] : [],
  };
}

const second = 1e9;
