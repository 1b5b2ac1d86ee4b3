import { type ConfigMap, type ConfigValue, isConfigMap } from '../model/config';
import { readDuration } from '../model/prometheus-duration';
import { type Matcher, MatcherError, matcherOf } from './matcher';
import { parseMatchers } from './parse-matchers';

/** A route of the tree, with what it has from the routes above. */
export interface RouteNode {
  /** Where it stands in the configuration, e.g. `route/routes/0`. */
  readonly path: string;
  /** The name of the receiver; empty where neither it nor a route above names one. */
  readonly receiver: string;
  readonly matchers: readonly Matcher[];
  /** Whether an alert that it takes is also shown to the routes behind it. */
  readonly continue: boolean;
  /** The labels by which alerts are notified together; `'all'` for all of them. */
  readonly groupBy: readonly string[] | 'all';
  /** Nanoseconds until the first notification of a group, between those of a group that changed, and until it is repeated. */
  readonly groupWait: number;
  readonly groupInterval: number;
  readonly repeatInterval: number;
  /** The names of the time intervals in which it is silent, and in which alone it is not. Not handed down. */
  readonly mutedIn: readonly string[];
  readonly activeIn: readonly string[];
  readonly routes: readonly RouteNode[];
}

/** What a route hands down. */
type Inherited = Pick<RouteNode, 'receiver' | 'groupBy' | 'groupWait' | 'groupInterval' | 'repeatInterval'>;

const millisecond = 1e6;
const second = 1e9;
const root: Inherited = {
  receiver: '',
  groupBy: [],
  groupWait: 30 * second,
  groupInterval: 300 * second,
  repeatInterval: 4 * 3600 * second,
};

/** The routes of a configuration. What cannot be read, which the checks tell of, is as if it were not there. */
export function routeTree(config: ConfigMap): RouteNode {
  return node(isConfigMap(config.route) ? config.route : {}, 'route', root);
}

function node(route: ConfigMap, path: string, above: Inherited): RouteNode {
  const own: Inherited = {
    receiver: text(route.receiver) || above.receiver,
    groupBy: groupBy(route, above.groupBy),
    groupWait: duration(route.group_wait) ?? above.groupWait,
    groupInterval: duration(route.group_interval) ?? above.groupInterval,
    repeatInterval: duration(route.repeat_interval) ?? above.repeatInterval,
  };
  return {
    ...own,
    path,
    matchers: matchersOf(route, { equal: 'match', expression: 'match_re', texts: 'matchers' }),
    continue: route.continue === true,
    mutedIn: texts(route.mute_time_intervals),
    activeIn: texts(route.active_time_intervals),
    routes: list(route.routes).map((child, i) => node(isConfigMap(child) ? child : {}, `${path}/routes/${i}`, own)),
  };
}

/** An empty list stands for no label, and `...` for all. */
function groupBy(route: ConfigMap, above: RouteNode['groupBy']): RouteNode['groupBy'] {
  if (!Array.isArray(route.group_by)) return above;
  const names = texts(route.group_by);
  return names.includes('...') ? 'all' : names;
}

/** The matchers of a part of a configuration, in the fields for them. What cannot be read is left out. */
export function matchersOf(
  part: ConfigMap,
  fields: { readonly equal: string; readonly expression: string; readonly texts: string },
): readonly Matcher[] {
  const pairs = (value: ConfigValue | undefined) => (isConfigMap(value) ? Object.entries(value) : []);
  return [
    ...pairs(part[fields.equal]).map(([name, value]) => matcherOf(name, '=', text(value))),
    ...pairs(part[fields.expression]).flatMap(([name, value]) => readable(() => [matcherOf(name, '=~', text(value))])),
    ...texts(part[fields.texts]).flatMap((one) => readable(() => parseMatchers(one))),
  ];
}

function readable(read: () => readonly Matcher[]): readonly Matcher[] {
  try {
    return read();
  } catch (error) {
    if (error instanceof MatcherError) return [];
    throw error;
  }
}

function duration(value: ConfigValue | undefined): number | undefined {
  const read = value === undefined || value === null ? undefined : readDuration(text(value));
  return typeof read === 'number' ? read * millisecond : undefined;
}

function text(value: ConfigValue | undefined): string {
  return value === undefined || value === null || typeof value === 'object' ? '' : String(value);
}

function texts(value: ConfigValue | undefined): string[] {
  return list(value).map(text);
}

function list(value: ConfigValue | undefined): readonly ConfigValue[] {
  return Array.isArray(value) ? value : [];
}

/** All routes of a tree, each before those below it. */
export function* routesOf(node: RouteNode): Generator<RouteNode> {
  yield node;
  for (const route of node.routes) yield* routesOf(route);
}
