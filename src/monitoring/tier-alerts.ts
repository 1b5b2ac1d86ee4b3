import type { AlertKind } from './alert';
import { runs } from './flows';
import { over } from './own-metrics';
import { rateFromNothing } from './recorded';

// What goes wrong between the tiers of tail sampling.

const balances: AlertKind['can'] = (collector) => runs(collector, 'exporter', 'load_balancing');

export const backendsEmpty: AlertKind = {
  name: 'CollectorBackendsEmpty',
  severity: 'critical',
  for: '2m',
  summary: 'The load balancer of {{ $labels.job }} has no backend.',
  description:
    '{{ $labels.pod }} finds nobody to send to, and keeps or loses everything. See whether the collectors behind it run, and whether its resolver may ask for them: the rights of the service account, or the name in DNS.',
  can: balances,
  expr: (of) => `min by (namespace, job, pod) (${over(of, ['backends'], [], (series) => series)}) == 0`,
};

export const backendsFailing: AlertKind = {
  name: 'CollectorBackendsFailing',
  severity: 'critical',
  for: '2m',
  summary: 'The load balancer of {{ $labels.job }} cannot reach all of its backends.',
  description:
    '{{ $labels.pod }} fails {{ $value | humanize }} times per second to hand items to a backend. See whether the collectors behind it are ready, and whether a network policy lets this one in.',
  can: balances,
  expr: (of, { window }) =>
    `sum by (namespace, job, pod) (${over(of, ['backendOutcome'], ['success="false"'], rateFromNothing(window))}) > 0`,
};

export const tracesDroppedEarly: AlertKind = {
  name: 'CollectorTracesDroppedEarly',
  severity: 'warning',
  for: '5m',
  summary: 'Tail sampling of {{ $labels.job }} forgets traces before it decides.',
  description:
    '{{ $labels.pod }} drops {{ $value | humanize }} traces per second to make room for new ones. Raise num_traces to more than what comes in within decision_wait, with the memory that takes, or add replicas.',
  can: (collector) => runs(collector, 'processor', 'tail_sampling'),
  expr: (of, { window }) =>
    `sum by (namespace, job, pod) (${over(of, ['tracesDroppedEarly'], [], rateFromNothing(window))}) > 0`,
};
