import type { CollectorModel } from '../model/collector';
import { type HubModel, variablesConfigMap } from '../model/hub';
import type { Issue } from '../model/issue';
import type { Model } from '../model/model';
import { nearest } from '../model/nearest';
import { isEnvName } from '../model/value';
import { needsOf } from '../needs/needs-of';
import { envReads, isGiven } from './environment';
import { error, type Rule, warning } from './rule';

/**
 * Variables that a collector reads and nothing sets: an empty text takes their place, and the collector only warns.
 * Judged where everything that could set them is known; manifests may still be patched on their way to Kubernetes.
 */
export const envUnknown: Rule = (model) => {
  const hubs = new Map(model.hubs.map((hub) => [hub.name, hub]));
  return model.collectors.flatMap((collector) => [...unknownIn(collector, hubs.get(collector.hub ?? ''), model)]);
};

function* unknownIn(collector: CollectorModel, hub: HubModel | undefined, model: Model): Generator<Issue> {
  if (!isJudged(collector, hub)) return;
  const exported = new Set(hub?.variables.flatMap((variable) => variable.exports.map(({ name }) => name)));
  for (const { name, path, hasDefault } of envReads(collector).values()) {
    if (hasDefault || !isEnvName(name) || Object.hasOwn(collector.env, name) || exported.has(name)) continue;
    if (isGiven(name, collector) || Object.hasOwn(needsOf(collector).env, name)) continue;
    if (collector.pod?.options.env?.some((one) => one.name === name)) continue;
    // What else sets variables of a collector that came out of manifests is not known.
    const report = model.closed && !collector.verbatim ? error : warning;
    yield report(
      'env-unknown',
      path,
      `nothing sets the environment variable ${name}.`,
      fixFor(name, exported, collector, model),
    );
  }
}

/** Other ConfigMaps and Secrets can hold any variable, and so can a hub that is not there. */
function isJudged(collector: CollectorModel, hub: HubModel | undefined): boolean {
  if (collector.pod === undefined || (collector.hub !== undefined && hub === undefined)) return false;
  if (collector.pod.options.envFrom !== undefined && collector.pod.options.envFrom.length > 0) return false;
  return collector.envFrom.every(
    ({ kind, name }) => kind === 'configMap' && hub !== undefined && name === variablesConfigMap(hub.name),
  );
}

function fixFor(name: string, exported: ReadonlySet<string>, collector: CollectorModel, model: Model): string {
  const exporter = model.hubs.find((hub) =>
    hub.variables.some((variable) => variable.exports.some((one) => one.name === name)),
  );
  if (exporter) return `The hub "${exporter.name}" exports it: a collector reads the variables of one hub.`;
  const meant = nearest(name, exported);
  if (meant !== undefined) return `Did you mean ${meant}, which the hub "${collector.hub}" exports?`;
  const other = nearest(name, Object.keys(collector.env));
  return other === undefined
    ? `Add it to the collector's environment, or give it a default: \${env:${name}:-…}.`
    : `Did you mean ${other}?`;
}
