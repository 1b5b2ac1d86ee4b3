import { dashboardsOf } from '../../src/grafana/dashboards-of';
import type { QuerySpec } from '../../src/grafana/panel';
import { collectorAlerts } from '../../src/monitoring/alerts';
import { monitoringGroups } from '../../src/monitoring/groups';
import { plainGroup } from '../monitoring/rules-file';
import { Scene } from './monitoring/scene';
import { PrometheusServer } from './monitoring/server';
import { Started } from './process';

const started = new Started();
let scene: Scene;
let server: PrometheusServer;

// What takes minutes in a cluster takes seconds here.
const quick = Object.fromEntries(Object.keys(collectorAlerts).map((name) => [name, { for: '3s' }]));
// At the beginning, counters that come one scrape after others make rates that differ.
const options = { window: '15s', alerts: { ...quick, losingData: { for: '20s' } } };

beforeAll(async () => {
  scene = await started.add(Scene.start());
  const groups = monitoringGroups(scene.model, scene.prometheus, options);
  server = await started.add(PrometheusServer.start(scene.targets, groups.map(plainGroup)));
  scene.traffic();
});

afterAll(() => started.stop());

const broken = [
  'CollectorAbsent',
  'CollectorPodUnreachable',
  'CollectorQueueFull',
  'CollectorQueueFilling',
  'CollectorExportStalled',
  'CollectorExportBroken',
  'CollectorExportFailing',
  'CollectorReceiverRefusing',
  'CollectorReceiverRefusingLogs',
  'CollectorMemoryLimiting',
  'CollectorBackendsFailing',
];

test('what is broken is told, and what is well is not', async () => {
  await server.fires(broken, 90);
  // Long enough for what fires by mistake to show.
  await new Promise((resolve) => setTimeout(resolve, 25_000));
  const told = (await server.firing()).map(({ alertname, job }) => `${job?.split('/')[1]} ${alertname}`);
  expect(told.filter((one) => /^(gateway|older)-collector /.test(one))).toEqual([]);
  expect([...new Set(told)].sort()).toEqual(
    broken.map((name) => `${/Absent|Unreachable/.test(name) ? 'missing' : 'broken'}-collector ${name}`).sort(),
  );
});

test('every query of the dashboards has an answer under traffic, and every panel one that counts', async () => {
  const panels = dashboardsOf(scene.model, scene.prometheus).flatMap(({ id, rows }) =>
    rows.flatMap(({ title, panels: ofRow }) =>
      ofRow.flatMap((panel) => {
        const queries: readonly QuerySpec[] = panel.kind === 'text' ? [] : panel.queries;
        return queries.length === 0 ? [] : [{ at: `${id}, ${title}, ${panel.title}`, queries }];
      }),
    ),
  );
  expect(panels.length).toBeGreaterThan(30);
  const silent: string[] = [];
  for (const { at, queries } of panels) {
    let counts = 0;
    for (const { expr, legend } of queries) {
      const answer = await server.ask(chosen(expr));
      if (answer.length === 0) silent.push(`${at}, ${legend}: ${expr}`);
      // The zero that stands for nothing is no answer here.
      counts += (
        await server.ask(chosen(expr.replace(/ or on \(\) (vector\(0\)|label_replace\(vector\(0\), .*?\))$/, '')))
      ).length;
      const labels = [...legend.matchAll(/\{\{(.+?)\}\}/g)].map(([, label = '']) => label);
      const unnamed = answer.filter(
        ({ metric }) =>
          Object.keys(metric).length > 0 &&
          !Object.values(metric).includes('none') &&
          !labels.every((one) => one in metric),
      );
      if (unnamed.length > 0) silent.push(`${at}, ${legend}: a series has no such labels`);
    }
    if (counts === 0) silent.push(at);
  }
  expect(silent).toEqual([]);
});

/** A query as Grafana sends it, with everything chosen. */
function chosen(expr: string): string {
  return expr.replaceAll('$namespace', '.*').replaceAll('$collector', '.*').replaceAll('$__rate_interval', '15s');
}
