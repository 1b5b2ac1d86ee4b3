import { isDeepStrictEqual } from 'node:util';
import type { Config, GlobalConfig } from '../../imports/alertmanager/types';
import { alertmanagerRelease } from '../model/alertmanager';
import type { ConfigMap } from '../model/config';
import { merged } from '../model/merge';
import { configFolder } from './files';
import { type Resolved, resolveConfig } from './resolve';
import {
  type AlertInhibition,
  type AlertReceiver,
  type AlertRoute,
  durationText,
  matchTexts,
  type RootRoute,
  type TimeInterval,
} from './values';

/** What a configuration is made of. */
export interface AlertmanagerParts {
  readonly route: RootRoute;
  readonly inhibitions: readonly AlertInhibition[];
  readonly global: GlobalConfig | undefined;
  /** The files of templates, by name. */
  readonly templates: Readonly<Record<string, string>>;
  /** More of the configuration, merged over the rest: maps are merged, lists replaced. */
  readonly config: Config | undefined;
}

/** For whom a configuration is made. */
export interface Recipient {
  readonly path: string;
  readonly namespace: string | undefined;
  readonly version: string;
}

/** The configuration in Alertmanager's own names, and what it is mounted from. */
export function compileAlertmanager(parts: AlertmanagerParts, recipient: Recipient): Resolved {
  const used = new Used();
  const route = rootRoute(parts.route, used);
  const files = Object.keys(parts.templates).map((name) => `${configFolder}/${name}`);
  const config: Config = {
    ...(parts.global && { global: parts.global }),
    route,
    receivers: used.receivers.map((one) => ({ name: one.name, ...one.integrationsIn(recipient.namespace) })),
    ...(used.intervals.length > 0 && {
      time_intervals: used.intervals.map(({ name, times }) => ({ name, time_intervals: times })),
    }),
    ...(parts.inhibitions.length > 0 && { inhibit_rules: parts.inhibitions.map(inhibitRule) }),
    ...(files.length > 0 && { templates: files }),
  };
  const release = alertmanagerRelease(recipient.version);
  const own = resolveConfig(config, release, recipient.path);
  const more = resolveConfig(parts.config ?? {}, release, recipient.path);
  return {
    config: withoutCopies(merged(own.config, more.config)),
    secrets: sortedNames(own.secrets, more.secrets),
    configMaps: sortedNames(own.configMaps, more.configMaps),
    issues: [...own.issues, ...more.issues],
  };
}

function sortedNames(...lists: readonly (readonly string[])[]): string[] {
  return [...new Set(lists.flat())].sort();
}

/** What routes name, each once and in the order of the routes. */
class Used {
  readonly receivers: AlertReceiver[] = [];
  readonly intervals: TimeInterval[] = [];

  receiver(one: AlertReceiver): string {
    if (!this.receivers.includes(one)) this.receivers.push(one);
    return one.name;
  }

  times(intervals: readonly TimeInterval[]): string[] {
    for (const one of intervals) if (!this.intervals.includes(one)) this.intervals.push(one);
    return intervals.map(({ name }) => name);
  }
}

type ConfigRoute = NonNullable<Config['route']>;

function rootRoute({ to, ...rest }: RootRoute, used: Used): ConfigRoute {
  return { receiver: used.receiver(to), ...routeOf(rest, used) };
}

function routeOf(given: AlertRoute, used: Used): ConfigRoute {
  const { when, to, routes, group_wait, group_interval, repeat_interval, ...rest } = given;
  const { mute_time_intervals: muted, active_time_intervals: active, ...plain } = rest;
  return {
    ...(to && { receiver: used.receiver(to) }),
    ...(when && { matchers: matchTexts(when) }),
    ...plain,
    ...(group_wait !== undefined && { group_wait: durationText(group_wait) }),
    ...(group_interval !== undefined && { group_interval: durationText(group_interval) }),
    ...(repeat_interval !== undefined && { repeat_interval: durationText(repeat_interval) }),
    ...(muted && { mute_time_intervals: used.times(muted) }),
    ...(active && { active_time_intervals: used.times(active) }),
    ...(routes && { routes: routes.map((route) => routeOf(route, used)) }),
  };
}

function inhibitRule({ name, source, target, equal }: AlertInhibition) {
  return {
    ...(name !== undefined && { name }),
    source_matchers: matchTexts(source),
    target_matchers: matchTexts(target),
    ...(equal && equal.length > 0 && { equal }),
  };
}

/** Receivers and time intervals that were said twice in the same words stand once; the checks tell of others. */
function withoutCopies(config: ConfigMap): ConfigMap {
  const unique = (section: string) => {
    const entries = config[section];
    if (!Array.isArray(entries)) return {};
    return { [section]: entries.filter((entry, i) => i === entries.findIndex((one) => isDeepStrictEqual(one, entry))) };
  };
  return { ...config, ...unique('receivers'), ...unique('time_intervals') };
}
