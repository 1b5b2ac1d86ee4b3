import type { CollectorModel } from '../model/collector';
import { at } from '../model/config';
import { metricsLevel } from '../view/telemetry-level';
import { type CollectorView, gateIsOn, running, viewOf } from '../view/view';
import type { MadeMetric } from './made';
import { gated, knownScopes, recordedAttributes } from './recorded';
import { reaches, type TelemetryLevel, type TelemetryMetric, telemetryLevels, telemetryOf } from './telemetry';

/** What a collector measures of itself. */
export interface OwnMetrics {
  readonly metrics: readonly MadeMetric[];
  /** Names, before they are served, that it may have beside these; absent where all are known. */
  readonly others?: RegExp;
}

/** The clients and servers that components talk through; their names change with each release of them. */
const instrumentation = /^(http|rpc)\.(client|server)\./;

/** The gate with which all metrics get attributes that say which component they are of. */
export const componentAttributes = 'telemetry.newPipelineTelemetry';

/** The metrics that a collector has of itself with its components, its level and its feature gates. */
export function ownMetrics(collector: CollectorModel): OwnMetrics {
  const view = viewOf(collector);
  const level = ownLevel(collector);
  if (level === 'none') return { metrics: [] };
  const scopes = scopesIn(view);
  // Views rename and drop as they like, and take the place of those that go with the level.
  if (at(view.service, 'telemetry', 'metrics', 'views') != null || scopes === undefined)
    return { metrics: made(collector, level, scopes), others: /./ };
  const { others } = telemetryOf(collector.release);
  const open = [...scopes].some((scope) => others.includes(scope));
  const metrics = made(collector, level, scopes);
  if (open) return { metrics, others: /./ };
  return { metrics, ...(level === 'detailed' && { others: instrumentation }) };
}

/** How much a collector measures of itself; all that it can where that is read from elsewhere. */
export function ownLevel(collector: CollectorModel): TelemetryLevel {
  const level = metricsLevel(at(viewOf(collector).service, 'telemetry', 'metrics'));
  return telemetryLevels.find((known) => known === level) ?? 'detailed';
}

/** The packages that a collector's components are built from; `undefined` where a component is not known. */
export function scopesIn(view: CollectorView): ReadonlySet<string> | undefined {
  const { components } = telemetryOf(view.collector.release);
  const scopes = new Set(['service']);
  if (!view.pipelinesKnown || !view.enabled.known) return undefined;
  for (const { kind, type, facts } of running(view)) {
    if (facts?.in(view.collector.release) === undefined) return undefined;
    for (const scope of components[kind]?.[facts?.type ?? type] ?? []) scopes.add(scope);
  }
  return scopes;
}

function made(collector: CollectorModel, level: TelemetryLevel, scopes: ReadonlySet<string> | undefined): MadeMetric[] {
  const { release } = collector;
  const known = gateIsOn(collector, componentAttributes) ? [] : knownScopes(release);
  return Object.entries(telemetryOf(release).scopes).flatMap(([scope, metrics]) => {
    if (scopes && !scopes.has(scope)) return [];
    const open = !known.includes(scope);
    return Object.entries(metrics).flatMap(([name, metric]) => {
      if (metric.level !== undefined && !reaches(level, metric.level)) return [];
      if (gated.some(({ metrics, gate }) => metrics.test(name) && !gateIsOn(collector, gate))) return [];
      return [madeMetric(name, metric, recordedAttributes(release, scope, name, level), open)];
    });
  });
}

function madeMetric(
  name: string,
  { kind, unit, attributes = [] }: TelemetryMetric,
  recorded: readonly string[],
  open: boolean,
): MadeMetric {
  return { name, kind, unit, attributes: [...new Set([...attributes, ...recorded])], open };
}
