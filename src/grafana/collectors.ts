import { queuedSignals, receivedSignals, sentSignals } from '../monitoring/flows';
import type { Monitored } from '../monitoring/monitored';
import { seriesOf } from '../monitoring/own-metrics';
import { isLimited } from '../monitoring/process-alerts';
import { anyOf } from '../monitoring/query';
import { limits } from './limits';
import type { DashboardSpec, Limits, PanelSpec, RowSpec, VariableSpec } from './panel';
import { pods } from './pod-row';
import { balancing, processing, sampling, scraping } from './processing-rows';
import { chosen, inAll, orZero, type Scope, value } from './queries';
import { delivery, traffic } from './traffic-rows';
import { memoryUse, queueUse } from './uses';

/** How the collectors do: what passes through them, what is lost, and what they use. */
export function collectorsDashboard(of: readonly Monitored[]): DashboardSpec {
  const scope: Scope = { of, matchers: chosen };
  const rows = [overview, traffic, delivery, pods, processing, scraping, balancing, sampling];
  return {
    id: 'collectors',
    title: 'OpenTelemetry collectors',
    description: 'What passes through the collectors, what is refused, delayed or lost, and what their pods use.',
    variables: collectorVariables(of),
    rows: rows.map((row) => row(scope)).filter(({ panels }) => panels.length > 0),
  };
}

/** The choices of namespace and collector. */
export function collectorVariables(of: readonly Monitored[]): VariableSpec[] {
  const names = seriesOf(of, 'uptime').map(({ name }) => name);
  const jobs = anyOf(
    'job',
    of.map(({ job }) => job),
  );
  const series = `{${anyOf('__name__', names)}, ${jobs}}`;
  const inNamespace = `{${anyOf('__name__', names)}, ${jobs}, namespace=~"$namespace"}`;
  return [
    { name: 'namespace', label: 'Namespace', description: 'Where the collectors run.', series, of: 'namespace' },
    {
      name: 'collector',
      label: 'Collector',
      description: 'The scrape job of a collector.',
      series: inNamespace,
      of: 'job',
    },
  ];
}

function overview(scope: Scope): RowSpec {
  const { of } = scope;
  const lost = [
    inAll(scope, 'refused', receivedSignals),
    inAll(scope, 'sendFailed', sentSignals),
    inAll(scope, 'enqueueFailed', queuedSignals),
  ];
  const fullest = orZero(`max(${queueUse(scope)})`);
  const limited = of.filter(({ collector }) => isLimited(collector));
  return {
    title: 'At a glance',
    panels: [
      number('Pods', 'Pods of the collectors that can be read.', 'short', orZero(`count(${value(scope, ['uptime'])})`)),
      number('Accepted', 'What all receivers took in.', 'items/s', inAll(scope, 'accepted', receivedSignals)),
      number(
        'Sent',
        'What all exporters sent; more than was accepted where it goes to several.',
        'items/s',
        inAll(scope, 'sent', sentSignals),
      ),
      number(
        'Refused or lost',
        'What was turned away, given up, or did not fit into a queue. Zero, if all is well.',
        'items/s',
        lost.join(' + '),
        {
          critical: 0.001,
        },
      ),
      ...(of.some(({ collector }) => queuedSignals(collector).length > 0)
        ? [
            number(
              'Fullest queue',
              'The part of its capacity that the fullest queue holds.',
              'percentunit',
              fullest,
              limits.queue,
            ),
          ]
        : []),
      ...(limited.length > 0
        ? [
            number(
              'Most memory',
              'The part of its memory limit that a pod uses, where most.',
              'percentunit',
              orZero(`max(${memoryUse({ ...scope, of: limited })})`),
              limits.memory,
            ),
          ]
        : []),
    ],
  };
}

function number(
  title: string,
  description: string,
  unit: 'short' | 'items/s' | 'percentunit',
  expr: string,
  worse?: Limits,
): PanelSpec {
  return {
    kind: 'number',
    title,
    description,
    width: 4,
    unit,
    queries: [{ expr, legend: title }],
    ...(worse && { limits: worse }),
  };
}
