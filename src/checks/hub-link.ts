import type { CollectorModel } from '../model/collector';
import { variablesConfigMap } from '../model/hub';
import type { Issue } from '../model/issue';
import type { Model } from '../model/model';
import { didYouMean, nearest } from '../model/nearest';
import { envReads, readsVariablesOf } from './environment';
import { error, placedAt, type Rule, warning } from './rule';

/**
 * A collector reads a hub's variables when it carries the hub's label, for which the operator writes the ConfigMap and
 * restarts the collector, and takes its environment from that ConfigMap.
 */
export const hubLink: Rule = (model) => {
  const names = new Set(model.hubs.map(({ name }) => name));
  return model.collectors.flatMap((collector) => [
    ...(collector.hub === undefined ? unlabelled(collector, model) : linked(collector, collector.hub, names, model)),
    ...otherHubs(collector, model),
  ]);
};

const label = ['metadata', 'labels', 'mydecisive.ai/hub-name'];

function* linked(collector: CollectorModel, hub: string, names: ReadonlySet<string>, model: Model): Generator<Issue> {
  if (!names.has(hub)) {
    // It may be elsewhere, unless its name is nearly that of one that is here.
    if (!model.closed && nearest(hub, names) === undefined) return;
    const report = model.closed ? error : warning;
    const fix = didYouMean(hub, [...names], 'Create the hub, or remove the label.');
    yield placedAt(report('hub-unknown', collector.path, `the hub "${hub}" does not exist.`, fix), label);
  } else if (!readsVariablesOf(collector, hub)) {
    // Without the ConfigMap its variables are empty texts.
    const report = readsExports(collector, hub, model) ? error : warning;
    const message = `the collector carries the label of the hub "${hub}", but its environment does not come from it.`;
    yield placedAt(report('hub-unlinked', collector.path, message, configMapFix(hub)), label);
  }
}

function* unlabelled(collector: CollectorModel, model: Model): Generator<Issue> {
  const hub = model.hubs.find(({ name }) => readsVariablesOf(collector, name));
  if (hub === undefined) return;
  const message = `the collector reads the variables of the hub "${hub.name}", but does not carry its label.`;
  const fix = `Add the label mydecisive.ai/hub-name: ${hub.name}, or the operator neither writes the variables nor restarts the collector.`;
  yield warning('hub-unlinked', collector.path, message, fix);
}

/** The operator restarts a collector for the one hub whose label it carries. */
function* otherHubs(collector: CollectorModel, { hubs }: Model): Generator<Issue> {
  const read = hubs.filter(({ name }) => readsVariablesOf(collector, name)).map(({ name }) => name);
  const own = read.find((name) => name === collector.hub) ?? read[0];
  for (const name of read.filter((other) => other !== own)) {
    const message = `the collector takes the variables of the hub "${name}", too, and nobody restarts it when they change.`;
    const fix = 'A collector reads one hub. Move the variables into one, or split the collector.';
    const place = collector.envFrom.findIndex((from) => from.name === variablesConfigMap(name));
    yield placedAt(warning('hub-several', collector.path, message, fix), ['envFrom', place, 'configMapRef', 'name']);
  }
}

function readsExports(collector: CollectorModel, hub: string, model: Model): boolean {
  const read = envReads(collector);
  return model.hubs.some(
    ({ name, variables }) => name === hub && variables.some(({ exports }) => exports.some((one) => read.has(one.name))),
  );
}

function configMapFix(hub: string): string {
  return `Add envFrom: [{ configMapRef: { name: ${variablesConfigMap(hub)} } }].`;
}
