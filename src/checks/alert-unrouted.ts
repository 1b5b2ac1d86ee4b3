import { anyAlert } from '../alertmanager/possible';
import { reachOf, type Unreached } from '../alertmanager/reach';
import { type RouteNode, routesOf, routeTree } from '../alertmanager/route-tree';
import type { AlertmanagerModel } from '../model/alertmanager';
import { type ConfigMap, isConfigMap } from '../model/config';
import type { Issue } from '../model/issue';
import type { Model } from '../model/model';
import { knownAlerts } from './known-alerts';
import { placedAt, type Rule, warning } from './rule';

/** Routes of an Alertmanager that no alert reaches, and receivers that nothing comes to. */
export const alertUnrouted: Rule = (model) => model.alertmanagers.flatMap((one) => [...unrouted(model, one)]);

function* unrouted(model: Model, alertmanager: AlertmanagerModel): Generator<Issue> {
  const { path, config } = alertmanager;
  const root = routeTree(config);
  const always = reachOf(root, anyAlert);
  for (const one of always.unreached) yield unreachable(path, one);
  const none = [...always.unreached.map(({ route }) => route)];
  const silent = silentReceivers(config);
  for (const route of unsent(model, alertmanager, root)) {
    // A route to nobody is there for alerts that should not come.
    if (none.some((above) => isWithin(route, above)) || silent.has(route.receiver)) continue;
    none.push(route);
    const message = 'none of the alerts that are sent here has the labels of this route.';
    yield warning(
      'alert-unrouted',
      `${path}/${route.path}`,
      message,
      'Compare its matchers with the labels of the alerts.',
    );
  }
  yield* unheard(path, config, root, always.arrived, none);
}

function unreachable(path: string, { route, behind }: Unreached): Issue {
  const message =
    behind === undefined
      ? 'no alert reaches this route: what it asks for contradicts itself, or the routes above.'
      : `no alert reaches this route: those before it take them all, the last of them ${behind.path}.`;
  const fix = behind === undefined ? 'Correct its matchers.' : 'Move it to the front, or let the other continue.';
  return warning('alert-unrouted', `${path}/${route.path}`, message, fix);
}

/** Routes that none of the alerts of the model reaches; none of them where nothing is sent. */
function unsent(model: Model, alertmanager: AlertmanagerModel, root: RouteNode): readonly RouteNode[] {
  const alerts = knownAlerts(model, alertmanager);
  if (alerts.length === 0) return [];
  const reaches = alerts.map((known) => reachOf(root, known).unreached.map(({ route }) => route));
  return [...routesOf(root)].filter((route) =>
    reaches.every((missed) => missed.some((above) => isWithin(route, above))),
  );
}

function isWithin({ path }: RouteNode, above: RouteNode): boolean {
  return path === above.path || path.startsWith(`${above.path}/`);
}

/** The receivers that tell nobody. */
function silentReceivers(config: ConfigMap): ReadonlySet<string> {
  const receivers = Array.isArray(config.receivers) ? config.receivers.filter(isConfigMap) : [];
  const isSilent = (receiver: ConfigMap) => !Object.keys(receiver).some((field) => field.endsWith('_configs'));
  return new Set(receivers.filter(isSilent).map(({ name }) => String(name)));
}

/** Receivers that no route names, or only routes whose alerts all go on to others. */
function* unheard(
  path: string,
  config: ConfigMap,
  root: RouteNode,
  arrived: readonly RouteNode[],
  told: readonly RouteNode[],
): Generator<Issue> {
  const routes = [...routesOf(root)];
  const receivers = Array.isArray(config.receivers) ? config.receivers : [];
  for (const [i, receiver] of receivers.entries()) {
    const name = isConfigMap(receiver) ? receiver.name : undefined;
    const own = routes.filter((route) => route.receiver === name);
    if (own.some((route) => arrived.some((one) => one.path === route.path))) continue;
    if (own.some((route) => told.some((above) => isWithin(route, above)))) continue;
    const message =
      own.length === 0
        ? `no route names the receiver "${name}".`
        : `nothing comes to the receiver "${name}": the routes below take all.`;
    const fix = own.length === 0 ? 'Name it in a route, or take it out.' : 'Take it out, or leave something for it.';
    const issue = warning('alert-unrouted', `${path}/receivers/${i}`, message, fix);
    yield placedAt(issue, ['receivers', i, 'name']);
  }
}
