import { inScheme } from '../metrics/scheme';
import { labelText } from '../model/label-name';
import type { RouteModel } from '../model/route';
import type { Signal } from '../model/signal';
import type { Monitored } from '../monitoring/monitored';
import { anyOf } from '../monitoring/query';
import { servedId } from '../monitoring/served-id';
import { type CollectorView, type ComponentView, componentIn, gateIsOn, type PipelineView, viewOf } from '../view/view';
import type { DashboardSpec, PanelSpec, RowSpec } from './panel';
import { orNone, rate, type Scope, sumBy } from './queries';

/** The gate with which a collector counts what its connectors hand to each pipeline. */
const pipelineGate = 'telemetry.newPipelineTelemetry';

/**
 * What becomes of telemetry that rules route: a row for each route, with what comes in and where it goes. A routing
 * connector counts nothing of itself, so this is seen at the exporters and processors behind it; by rule only with the
 * collector's feature gate.
 */
export function routesDashboard(of: readonly Monitored[]): DashboardSpec {
  return {
    id: 'routes',
    title: 'Telemetry routes',
    description: 'What comes into each route, what its rules do with it, and where it goes.',
    variables: [],
    rows: of.flatMap((one) => (one.collector.routes ?? []).flatMap((route) => routeRow(one, route))),
  };
}

/** Whether a collector routes by rules. */
export function hasRoutes({ collector }: Monitored): boolean {
  return (collector.routes ?? []).length > 0;
}

function routeRow(one: Monitored, route: RouteModel): RowSpec[] {
  const view = viewOf(one.collector);
  const entry = view.pipelines.find(({ id }) => id === route.pipeline);
  if (entry?.signal === undefined) return [];
  const pipelines = behind(view, entry);
  const parts: RoutePart = { one, route, view, entry, pipelines, signal: entry.signal };
  return [
    {
      title: `${one.collector.name}: ${route.pipeline}`,
      panels: [rules(parts), ...comesIn(parts), ...goesOut(parts), ...takenOut(parts), ...byPipeline(parts)],
    },
  ];
}

interface RoutePart {
  readonly one: Monitored;
  readonly route: RouteModel;
  readonly view: CollectorView;
  readonly entry: PipelineView;
  /** The pipelines that the route leads through, the first included. */
  readonly pipelines: readonly PipelineView[];
  readonly signal: Signal;
}

/** The pipelines of the same signal that a pipeline's connectors hand to, and so on. */
function behind(view: CollectorView, entry: PipelineView): PipelineView[] {
  const found = new Set([entry]);
  for (const pipeline of found) {
    for (const id of pipeline.exporters.ids) {
      if (componentIn(view, 'exporters', id)?.kind !== 'connector') continue;
      for (const next of view.pipelines) {
        if (next.signal === entry.signal && next.receivers.ids.includes(id)) found.add(next);
      }
    }
  }
  return [...found];
}

/** The components of a kind in the lists of pipelines, but for some types. */
function componentsOf(
  { view, pipelines }: RoutePart,
  role: 'receivers' | 'processors' | 'exporters',
  kind: ComponentView['kind'],
  except: readonly string[] = [],
): ComponentView[] {
  const ids = new Set(pipelines.flatMap((pipeline) => pipeline[role].ids));
  return [...ids].flatMap((id) => {
    const component = componentIn(view, role, id);
    const wanted = component?.kind === kind && !except.includes(component.facts?.type ?? component.type);
    return wanted ? [component] : [];
  });
}

/** A matcher for the metrics of these. */
function any({ view }: RoutePart, label: string, components: readonly ComponentView[]): string {
  return anyOf(
    label,
    components.map((component) => servedId(view.collector.release, component)),
  );
}

function scopeOf({ one }: RoutePart): Scope {
  return { of: [one], matchers: [anyOf('job', [one.job])] };
}

function rules(parts: RoutePart): PanelSpec {
  const { route } = parts;
  const lines = route.rules.map((rule) => `| ${rule} | ${outcome(parts, rule)} |`);
  return {
    kind: 'text',
    title: 'Rules',
    description: 'The rules in the order in which records meet them, and where each sends what it matches.',
    width: 24,
    height: 3 + lines.length,
    content: ['| rule | goes to |', '|---|---|', ...lines, `| otherwise | ${otherwise(parts)} |`].join('\n'),
  };
}

function outcome({ route, view }: RoutePart, rule: string): string {
  const rows = route.rows.filter(({ rules }) => rules.includes(rule));
  const dropped = rows.some(({ action }) => action === 'drop') || Object.values(route.discards).includes(rule);
  const targets = exportersOf(
    view,
    route,
    rows.flatMap(({ pipelines }) => pipelines),
  );
  return [...targets, ...(dropped ? ['dropped'] : [])].join(', ') || 'the rules behind it';
}

/** Where records go that no rule takes. */
function otherwise({ route, view, entry, pipelines }: RoutePart): string {
  const led = new Set(route.rows.flatMap((row) => row.pipelines));
  const rest = pipelines.filter((pipeline) => pipeline !== entry && !led.has(pipeline.id)).map(({ id }) => id);
  const targets = exportersOf(view, route, rest);
  const dropped = Object.values(route.discards).includes('otherwise');
  return [...targets, ...(dropped ? ['dropped'] : [])].join(', ') || 'the destinations of the route';
}

/** The exporters of pipelines at whose end nothing is dropped. */
function exportersOf(view: CollectorView, { discards }: RouteModel, pipelines: readonly string[]): string[] {
  const kept = view.pipelines.filter(({ id }) => pipelines.includes(id) && !Object.hasOwn(discards, id));
  const ids = kept.flatMap(({ exporters }) => exporters.ids);
  return [...new Set(ids)]
    .filter((id) => componentIn(view, 'exporters', id)?.kind === 'exporter')
    .map((id) => `\`${id}\``);
}

function comesIn(parts: RoutePart): PanelSpec[] {
  const receivers = componentsOf({ ...parts, pipelines: [parts.entry] }, 'receivers', 'receiver');
  if (receivers.length === 0) return [];
  const accepted = rate(scopeOf(parts), ['accepted', parts.signal], [any(parts, 'receiver', receivers)]);
  return [
    {
      kind: 'graph',
      title: 'Comes in',
      description: 'What the receivers of this route took in; all of it, where they feed other pipelines, too.',
      width: 8,
      unit: 'items/s',
      queries: [{ expr: orNone(sumBy(['receiver'], accepted), 'receiver'), legend: '{{receiver}}' }],
    },
  ];
}

function goesOut(parts: RoutePart): PanelSpec[] {
  const exporters = componentsOf(parts, 'exporters', 'exporter', ['nop']);
  if (exporters.length === 0) return [];
  const sent = rate(scopeOf(parts), ['sent', parts.signal], [any(parts, 'exporter', exporters)]);
  return [
    {
      kind: 'graph',
      title: 'Goes out',
      description: 'What the destinations of this route got; all of it, where other pipelines send to them, too.',
      width: 8,
      unit: 'items/s',
      stacked: true,
      queries: [{ expr: orNone(sumBy(['exporter'], sent), 'exporter'), legend: '{{exporter}}' }],
    },
  ];
}

function takenOut(parts: RoutePart): PanelSpec[] {
  const processors = componentsOf(parts, 'processors', 'processor', ['memory_limiter']);
  if (processors.length === 0) return [];
  const these = [any(parts, 'processor', processors)];
  const scope = scopeOf(parts);
  const by = (quantity: 'processorTaken' | 'processorGiven') => sumBy(['processor'], rate(scope, [quantity], these));
  return [
    {
      kind: 'graph',
      title: 'Dropped, sampled or merged',
      description: 'What processors of this route took in and did not give out, of those that count both.',
      width: 8,
      unit: 'items/s',
      lowest: 'any',
      queries: [
        { expr: orNone(`${by('processorTaken')} - ${by('processorGiven')}`, 'processor'), legend: '{{processor}}' },
      ],
    },
  ];
}

function byPipeline(parts: RoutePart): PanelSpec[] {
  const { one, entry, pipelines } = parts;
  const leads = pipelines.filter((pipeline) => pipeline !== entry).map(({ id }) => id);
  if (leads.length === 0 || !gateIsOn(one.collector, pipelineGate)) return [];
  const { scheme } = one;
  const id = inScheme('otelcol.pipeline.id', scheme);
  const taken = `${labelText(inScheme('otelcol.component.outcome', scheme))}="success"`;
  const passed = rate(scopeOf(parts), ['passedOn'], [anyOf(id, leads), taken]);
  return [
    {
      kind: 'graph',
      title: 'By pipeline',
      description:
        'What the routing connectors hand to each pipeline; a pipeline is called like its rule. What is dropped is among it.',
      width: 24,
      unit: 'items/s',
      stacked: true,
      queries: [
        {
          expr: orNone(`sum by (pipeline) (label_replace(${passed}, "pipeline", "$1", "${id}", "(.*)"))`, 'pipeline'),
          legend: '{{pipeline}}',
        },
      ],
    },
  ];
}
