import type { CollectorModel } from '../model/collector';
import { variablesConfigMap } from '../model/hub';
import type { Issue } from '../model/issue';
import type { Model } from '../model/model';
import { didYouMean } from '../model/nearest';
import { envReads, readsVariablesOf } from './environment';
import { error, type Rule, warning } from './rule';

/**
 * A collector reads a hub's variables when it carries the hub's label, for which the operator writes the ConfigMap and
 * restarts the collector, and takes its environment from that ConfigMap.
 */
export const hubLink: Rule = (model) => {
  const names = new Set(model.hubs.map(({ name }) => name));
  return model.collectors.flatMap((collector) => [
    ...(collector.hub === undefined ? unlabelled(collector, model) : linked(collector, collector.hub, names, model)),
  ]);
};

function* linked(collector: CollectorModel, hub: string, names: ReadonlySet<string>, model: Model): Generator<Issue> {
  if (!names.has(hub)) {
    if (!model.closed) return;
    const fix = didYouMean(hub, [...names], 'Create the hub, or remove the label.');
    yield error('hub-unknown', collector.path, `the hub "${hub}" does not exist.`, fix);
  } else if (!readsVariablesOf(collector, hub)) {
    // Without the ConfigMap its variables are empty texts.
    const report = readsExports(collector, hub, model) ? error : warning;
    const message = `the collector carries the label of the hub "${hub}", but its environment does not come from it.`;
    yield report('hub-unlinked', collector.path, message, configMapFix(hub));
  }
}

function* unlabelled(collector: CollectorModel, model: Model): Generator<Issue> {
  const hub = model.hubs.find(({ name }) => readsVariablesOf(collector, name));
  if (hub === undefined) return;
  const message = `the collector reads the variables of the hub "${hub.name}", but does not carry its label.`;
  const fix = `Add the label mydecisive.ai/hub-name: ${hub.name}, or the operator neither writes the variables nor restarts the collector.`;
  yield warning('hub-unlinked', collector.path, message, fix);
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
