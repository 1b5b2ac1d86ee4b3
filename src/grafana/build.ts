import type {
  DashboardSpec,
  GraphSpec,
  Limits,
  NumberSpec,
  PanelSpec,
  QuerySpec,
  TextSpec,
  Unit,
  VariableSpec,
} from './panel';
import { sdk } from './sdk';

/** Grafana's JSON of a dashboard, as plain data. */
export type DashboardJson = { readonly [field: string]: unknown };

/** The tag by which the dashboards of this library find each other. */
export const dashboardTag = 'cdk8s-mdai';

/** The variable that says which Prometheus is asked. */
const datasource = { type: 'prometheus', uid: '${datasource}' };

/** Makes Grafana's JSON of a dashboard. */
export function buildDashboard(spec: DashboardSpec, uid: string, tags: readonly string[]): DashboardJson {
  const { dashboard } = sdk();
  const builder = new dashboard.DashboardBuilder(spec.title)
    .uid(uid)
    .description(spec.description)
    .tags([dashboardTag, ...tags])
    .timezone('browser')
    .readonly()
    .tooltip(dashboard.DashboardCursorSync.Crosshair)
    .time({ from: 'now-1h', to: 'now' })
    .refresh('30s')
    .link(others())
    .withVariable(new dashboard.DatasourceVariableBuilder('datasource').label('Prometheus').type('prometheus'));
  for (const variable of spec.variables) builder.withVariable(choice(variable));
  for (const { title, panels } of spec.rows) {
    builder.withRow(new dashboard.RowBuilder(title));
    for (const panel of panels) builder.withPanel(built(panel));
  }
  return mended(plain(builder.build()));
}

/** What the SDK leaves to be done. */
function mended(json: DashboardJson): DashboardJson {
  const { templating, panels } = json as {
    readonly templating: { readonly list: readonly DashboardJson[] };
    readonly panels: readonly DashboardJson[];
  };
  return {
    ...json,
    // It gives every variable what only an interval has.
    templating: { list: templating.list.map(({ auto, auto_min, auto_count, ...variable }) => variable) },
    // Panels carry a number each, by which links and alerts name them.
    panels: panels.map((panel, i) => ({ ...panel, id: i + 1 })),
  };
}

/** A link to each of the other dashboards, with the same time and the same choices, in plain sight. */
function others() {
  const link = {
    title: '',
    type: sdk().dashboard.DashboardLinkType.Dashboards,
    icon: '',
    tooltip: '',
    tags: [dashboardTag],
    asDropdown: false,
    targetBlank: false,
    includeVars: true,
    keepTime: true,
  };
  return { build: () => link };
}

function choice({ name, label, description, series, of }: VariableSpec) {
  const { dashboard } = sdk();
  return new dashboard.QueryVariableBuilder(name)
    .label(label)
    .description(description)
    .datasource(datasource)
    .query({ query: `label_values(${series}, ${of})`, refId: name })
    .refresh(dashboard.VariableRefresh.OnTimeRangeChanged)
    .sort(dashboard.VariableSort.AlphabeticalAsc)
    .multi(true)
    .includeAll(true)
    .allValue('.*')
    .current({ text: 'All', value: '$__all' });
}

function built(panel: PanelSpec) {
  if (panel.kind === 'graph') return graph(panel);
  return panel.kind === 'number' ? number(panel) : words(panel);
}

function graph({ title, description, width, unit, queries, limits, lowest, max, stacked }: GraphSpec) {
  const { common, timeseries } = sdk();
  const panel = new timeseries.PanelBuilder()
    .title(title)
    .description(description)
    .datasource(datasource)
    .span(width)
    .height(8)
    .unit(grafanaUnit(unit))
    .lineWidth(1)
    .fillOpacity(stacked ? 30 : 10)
    .showPoints(common.VisibilityMode.Never)
    .legend(legend(width))
    .tooltip(
      new common.VizTooltipOptionsBuilder().mode(common.TooltipDisplayMode.Multi).sort(common.SortOrder.Descending),
    );
  if (lowest === undefined) panel.min(0);
  if (max !== undefined) panel.max(max);
  if (stacked) panel.stacking(new common.StackingConfigBuilder().mode(common.StackingMode.Normal).group('A'));
  if (limits) {
    const style = new common.GraphThresholdsStyleConfigBuilder().mode(common.GraphThresholdsStyleMode.Dashed);
    panel.thresholds(steps(limits)).thresholdsStyle(style);
  }
  for (const [i, query] of queries.entries()) panel.withTarget(target(query, i).range());
  return panel;
}

/** Beside a wide picture is room for numbers; below a narrow one, for names. */
function legend(width: number) {
  const { common } = sdk();
  const builder = new common.VizLegendOptionsBuilder().showLegend(true);
  if (width < 24)
    return builder.displayMode(common.LegendDisplayMode.List).placement(common.LegendPlacement.Bottom).calcs([]);
  return builder
    .displayMode(common.LegendDisplayMode.Table)
    .placement(common.LegendPlacement.Right)
    .calcs(['lastNotNull', 'max']);
}

function number({ title, description, width, unit, queries, limits }: NumberSpec) {
  const { common, dashboard, stat } = sdk();
  const panel = new stat.PanelBuilder()
    .title(title)
    .description(description)
    .datasource(datasource)
    .span(width)
    .height(4)
    .unit(grafanaUnit(unit))
    .graphMode(common.BigValueGraphMode.None)
    .reduceOptions(new common.ReduceDataOptionsBuilder().calcs(['lastNotNull']).values(false).fields(''));
  if (limits) {
    panel.thresholds(steps(limits)).colorMode(common.BigValueColorMode.Value);
  } else {
    const neutral = new dashboard.FieldColorBuilder().mode(dashboard.FieldColorModeId.Fixed).fixedColor('text');
    panel.colorScheme(neutral).colorMode(common.BigValueColorMode.None);
  }
  for (const [i, query] of queries.entries()) panel.withTarget(target(query, i).range());
  return panel;
}

function words({ title, description, width, content, height }: TextSpec) {
  const { text } = sdk();
  return new text.PanelBuilder()
    .title(title)
    .description(description)
    .span(width)
    .height(height)
    .mode(text.TextMode.Markdown)
    .content(content);
}

function target({ expr, legend }: QuerySpec, i: number) {
  return new (sdk().prometheus.DataqueryBuilder)().expr(expr).legendFormat(legend).refId(refId(i));
}

/** A, B, … Z, AA, AB, … */
function refId(i: number): string {
  const letter = String.fromCharCode(65 + (i % 26));
  return i < 26 ? letter : `${refId(Math.floor(i / 26) - 1)}${letter}`;
}

function steps({ warning, critical }: Limits) {
  const { dashboard } = sdk();
  return new dashboard.ThresholdsConfigBuilder()
    .mode(dashboard.ThresholdsMode.Absolute)
    .steps([
      { value: null, color: 'green' },
      ...(warning === undefined ? [] : [{ value: warning, color: 'yellow' }]),
      { value: critical, color: 'red' },
    ]);
}

/** Units that Grafana has no name for are words behind the number. */
function grafanaUnit(unit: Unit): string {
  return named.has(unit) ? unit : `suffix: ${unit}`;
}

const named: ReadonlySet<Unit> = new Set<Unit>(['short', 'percentunit', 'bytes', 'Bps']);

/** What of the SDK's objects is data. */
function plain(value: object): DashboardJson {
  return JSON.parse(JSON.stringify(value)) as DashboardJson;
}
