import type { Model } from '../model/model';
import type { PrometheusModel } from '../model/prometheus';
import { monitoredCollectors } from '../monitoring/monitored';
import { volumesOf } from '../monitoring/volume-rules';
import { collectorsDashboard } from './collectors';
import { hubDashboard } from './hub';
import type { DashboardSpec } from './panel';
import { hasRoutes, routesDashboard } from './routes';

/** The dashboards of what a Prometheus reads; none of what is not there. */
export function dashboardsOf(
  model: Pick<Model, 'collectors' | 'observers' | 'hubs'>,
  prometheus: Pick<PrometheusModel, 'namespace' | 'scrapes' | 'version'>,
): DashboardSpec[] {
  const collectors = monitoredCollectors(model.collectors, prometheus);
  const routed = collectors.filter(hasRoutes);
  const hub = hubDashboard({
    hubs: model.hubs,
    volumes: volumesOf(model, prometheus),
    monitored: prometheus.scrapes.some(({ of }) => of?.kind === 'hubMonitor'),
  });
  return [
    ...(collectors.length > 0 ? [collectorsDashboard(collectors)] : []),
    ...(routed.length > 0 ? [routesDashboard(routed)] : []),
    ...(hub.rows.length > 0 ? [hub] : []),
  ];
}
