import { activeAlert } from '../../../src/analysis/loop/alert';
import type { HubAlertModel, HubModel } from '../../../src/model/hub';
import type { Model } from '../../../src/model/model';
import type { Manifest } from '../../../src/testing';

/** An alert with the labels of its series, and since when it fires. */
export interface Firing {
  readonly hub: HubModel;
  readonly alert: HubAlertModel;
  readonly series: Readonly<Record<string, string>>;
  readonly since: Date;
}

/** What Alertmanager sends of one alert to a webhook: its version 4. */
export function notification(model: Model, { hub, alert, series, since }: Firing, resolved?: Date): Manifest {
  const { labels, annotations, fingerprint } = activeAlert(model, hub, alert, series, 1, since);
  const status = resolved === undefined ? 'firing' : 'resolved';
  return {
    version: '4',
    groupKey: '{}:{}',
    truncatedAlerts: 0,
    receiver: 'mdai-gateway',
    status,
    alerts: [
      {
        status,
        labels,
        annotations,
        startsAt: since.toISOString(),
        endsAt: resolved?.toISOString() ?? '0001-01-01T00:00:00Z',
        generatorURL: 'http://prometheus.example/graph',
        fingerprint,
      },
    ],
    groupLabels: {},
    commonLabels: labels,
    commonAnnotations: annotations,
    externalURL: 'http://alertmanager.example',
  };
}
