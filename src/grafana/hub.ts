import type { HubModel } from '../model/hub';
import { anyOf } from '../monitoring/query';
import type { Volume } from '../monitoring/volume-rules';
import { volumeRate } from '../monitoring/volume-rules';
import type { DashboardSpec, PanelSpec, RowSpec } from './panel';
import { orNone, orZero } from './queries';

/** What the dashboard of the hub is about. */
export interface HubParts {
  readonly hubs: readonly HubModel[];
  readonly volumes: readonly Volume[];
  /** Whether a hub monitor is read, too. */
  readonly monitored: boolean;
}

/** The closed loop: what is measured, which alerts fire for it, and what the hub's own parts complain about. */
export function hubDashboard({ hubs, volumes, monitored }: HubParts): DashboardSpec {
  const rows = [alerts(hubs), ...volumeRows(volumes), ...(monitored ? [complaints] : [])];
  const known = hubs.length > 0 || monitored;
  return {
    id: 'hub',
    title: known ? 'MDAI hub' : 'Telemetry volume',
    description: known
      ? 'What observers and count connectors measure, which alerts fire for it, and what the hub’s parts complain about.'
      : 'What observers and count connectors measure.',
    variables: [],
    rows: rows.filter(({ panels }) => panels.length > 0),
  };
}

function alerts(hubs: readonly HubModel[]): RowSpec {
  const names = hubs.flatMap((hub) => hub.alerts.map(({ name }) => name));
  if (names.length === 0) return { title: 'Alerts', panels: [] };
  const these = anyOf('alertname', names);
  return {
    title: 'Alerts',
    panels: [
      {
        kind: 'number',
        title: 'Firing',
        description: 'Alerts of hubs that fire now, so that their automations have run.',
        width: 4,
        unit: 'short',
        queries: [{ expr: orZero(`count(ALERTS{alertstate="firing", ${these}})`), legend: 'firing' }],
      },
      {
        kind: 'graph',
        title: 'Firing, by alert',
        description:
          'How many series of each alert of a hub fire: a list variable holds as many entries, if an automation adds them.',
        width: 20,
        unit: 'short',
        queries: [
          {
            expr: orNone(`count by (alertname) (ALERTS{alertstate="firing", ${these}})`, 'alertname'),
            legend: '{{alertname}}',
          },
        ],
      },
    ],
  };
}

/** More series than these are no picture any more. */
const most = 20;

function volumeRows(volumes: readonly Volume[]): RowSpec[] {
  const titles = new Map<string, Volume[]>();
  for (const volume of volumes) {
    const { observer, measure, metric } = volume.of;
    const title = observer === undefined ? `Counted: ${metric}` : `Observed: ${observer}, ${measure}`;
    titles.set(title, [...(titles.get(title) ?? []), volume]);
  }
  return [...titles].map(([title, ofTitle]) => ({
    title,
    panels: ofTitle.map((volume) => volumePanel(volume, ofTitle.length === 1 ? 24 : 12)),
  }));
}

function volumePanel(volume: Volume, width: number): PanelSpec {
  const { labels, unit } = volume;
  const [first] = labels;
  const rate = volumeRate(volume, '$__rate_interval');
  return {
    kind: 'graph',
    title: unit === 'bytes' ? 'Bytes' : 'Items',
    description: `Per second, by ${labels.join(', ') || 'nothing'}; the ${most} largest.`,
    width,
    unit: unit === 'bytes' ? 'Bps' : 'items/s',
    stacked: true,
    queries: [
      {
        expr: first === undefined ? orZero(rate) : orNone(`topk(${most}, ${rate})`, first),
        legend: labels.map((name) => `{{${name}}}`).join(' ') || 'all',
      },
    ],
  };
}

// What the hub monitor of MDAI operator 0.2.12 counts. Its labels are the attributes of the resource that logged.
const complaints: RowSpec = {
  title: 'What parts of the hub log',
  panels: (
    [
      ['Errors', 'mdai_errors_by_component_total'],
      ['Warnings', 'mdai_warnings_by_component_total'],
    ] as const
  ).map(([title, metric]) => ({
    kind: 'graph',
    title,
    description: 'Log records per second, by the service that wrote them.',
    width: 12,
    unit: 'items/s',
    queries: [
      {
        expr: orNone(`sum by (service_name) (rate(${metric}[$__rate_interval]))`, 'service_name'),
        legend: '{{service_name}}',
      },
    ],
  })),
};
