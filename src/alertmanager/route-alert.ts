import { type Labels, labelValue, meetsAll } from './matcher';
import type { RouteNode } from './route-tree';

/** Where an alert arrives: a route that nobody below takes it from. */
export interface Arrival {
  readonly route: RouteNode;
  /** The labels that the alerts of its group have in common. */
  readonly group: Labels;
}

/** Where an alert with these labels arrives, in the order of the configuration. */
export function arrivals(root: RouteNode, labels: Labels): readonly Arrival[] {
  return matching(root, labels).map((route) => ({ route, group: groupOf(route, labels) }));
}

function matching(route: RouteNode, labels: Labels): readonly RouteNode[] {
  if (!meetsAll(route.matchers, labels)) return [];
  const below: RouteNode[] = [];
  for (const child of route.routes) {
    const found = matching(child, labels);
    below.push(...found);
    if (found.length > 0 && !child.continue) break;
  }
  return below.length > 0 ? below : [route];
}

function groupOf({ groupBy }: RouteNode, labels: Labels): Labels {
  const names = groupBy === 'all' ? Object.keys(labels) : groupBy.filter((name) => Object.hasOwn(labels, name));
  return Object.fromEntries(names.map((name) => [name, labelValue(labels, name)]));
}
