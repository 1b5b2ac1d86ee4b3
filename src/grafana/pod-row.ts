import { isLimited } from '../monitoring/process-alerts';
import { limits } from './limits';
import type { PanelSpec, RowSpec } from './panel';
import { each, rate, type Scope, value } from './queries';
import { memoryUse } from './uses';

/** What the pods use, and how often they start. */
export function pods(scope: Scope): RowSpec {
  const limited = scope.of.filter(({ collector }) => isLimited(collector));
  return {
    title: 'Pods',
    panels: [
      {
        kind: 'graph',
        title: 'Memory',
        description: 'What Kubernetes counts for the process of each pod.',
        width: limited.length > 0 ? 8 : 12,
        unit: 'bytes',
        queries: [{ expr: `max by (pod) (${value(scope, ['memory'])})`, legend: '{{pod}}' }],
      },
      ...(limited.length > 0
        ? ([
            {
              kind: 'graph',
              title: 'Memory, of its limit',
              description: 'At 100 % Kubernetes ends the container. The memory limiter should act before.',
              width: 8,
              unit: 'percentunit',
              max: 1,
              limits: limits.memory,
              queries: [{ expr: `max by (pod) (${memoryUse({ ...scope, of: limited })})`, legend: '{{pod}}' }],
            },
          ] satisfies PanelSpec[])
        : []),
      {
        kind: 'graph',
        title: 'Heap',
        description:
          'What the collector itself holds. It goes up and down with the collection of garbage; a rising floor is a leak.',
        width: limited.length > 0 ? 8 : 12,
        unit: 'bytes',
        queries: [{ expr: `max by (pod) (${value(scope, ['heap'])})`, legend: '{{pod}}' }],
      },
      {
        kind: 'graph',
        title: 'CPU',
        description: 'CPU seconds per second.',
        width: 12,
        unit: 'cores',
        queries: [{ expr: `max by (pod) (${rate(scope, ['cpu'])})`, legend: '{{pod}}' }],
      },
      {
        kind: 'graph',
        title: 'Restarts',
        description: 'How often the container of a pod started anew within the last 15 minutes.',
        width: 12,
        unit: 'short',
        queries: [
          {
            expr: `max by (pod) (${each(scope, ['uptime'], (series) => `resets(${series}[15m])`)})`,
            legend: '{{pod}}',
          },
        ],
      },
    ],
  };
}
