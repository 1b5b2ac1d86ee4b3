import { queuedSignals, receivedSignals, sentSignals } from '../monitoring/flows';
import { limits } from './limits';
import type { PanelSpec, RowSpec } from './panel';
import { bySignal, orZero, rate, type Scope, sumBy, value, withSignals } from './queries';
import { queueUse } from './uses';

/** What comes in and goes out, and what does neither. */
export function traffic(scope: Scope): RowSpec {
  const refused = bySignal(scope, 'refused', receivedSignals, 'receiver');
  const failed = [
    ...bySignal(scope, 'sendFailed', sentSignals, 'exporter').map((one) => ({
      ...one,
      legend: `${one.legend}, given up`,
    })),
    ...bySignal(scope, 'enqueueFailed', queuedSignals, 'exporter').map((one) => ({
      ...one,
      legend: `${one.legend}, queue full`,
    })),
  ];
  const panels: PanelSpec[] = [
    {
      kind: 'graph',
      title: 'Accepted, by receiver',
      description: 'Spans, points and records per second that came in and were taken.',
      width: 12,
      unit: 'items/s',
      queries: bySignal(scope, 'accepted', receivedSignals, 'receiver'),
    },
    {
      kind: 'graph',
      title: 'Sent, by exporter',
      description: 'Spans, points and records per second that a destination has confirmed.',
      width: 12,
      unit: 'items/s',
      queries: bySignal(scope, 'sent', sentSignals, 'exporter'),
    },
    {
      kind: 'graph',
      title: 'Refused, by receiver',
      description:
        'What receivers turned away, because something behind them was full. Senders try again, or lose it. Zero, if all is well.',
      width: 12,
      unit: 'items/s',
      queries: refused,
    },
    {
      kind: 'graph',
      title: 'Lost, by exporter',
      description:
        'What an exporter gave up after trying, and what its full queue did not take. Attempts that are tried again are not in it. Zero, if all is well.',
      width: 12,
      unit: 'items/s',
      queries: failed,
    },
  ];
  return { title: 'Traffic', panels: panels.filter((panel) => panel.kind !== 'graph' || panel.queries.length > 0) };
}

/** What is between in and out: the difference, and the queues. */
export function delivery(scope: Scope): RowSpec {
  const difference = withSignals(scope, 'sent', (collector) =>
    receivedSignals(collector).filter((signal) => sentSignals(collector).includes(signal)),
  ).map(([signal, able]) => {
    const sum = (quantity: 'accepted' | 'sent') => `(${orZero(sumBy([], rate(able, [quantity, signal])))})`;
    return { expr: `${sum('accepted')} - ${sum('sent')}`, legend: signal };
  });
  const queues = scope.of.some(({ collector }) => queuedSignals(collector).length > 0);
  return {
    title: 'Between in and out',
    panels: [
      {
        kind: 'graph',
        title: 'Accepted, but not sent',
        description:
          'The difference of both. What is dropped, sampled or merged on purpose is in it, and so is what waits in a queue; below zero where records go to several exporters.',
        width: queues ? 8 : 24,
        unit: 'items/s',
        lowest: 'any',
        queries: difference,
      },
      ...(queues
        ? ([
            {
              kind: 'graph',
              title: 'Use of queues',
              description: 'The part of its capacity that each queue holds. A full one loses what comes.',
              width: 8,
              unit: 'percentunit',
              max: 1,
              limits: limits.queue,
              queries: [
                {
                  expr: `max by (pod, exporter, data_type) (${queueUse(scope)})`,
                  legend: '{{pod}} {{exporter}} {{data_type}}',
                },
              ],
            },
            {
              kind: 'graph',
              title: 'Waiting in queues',
              description:
                'What waits to be sent, in the unit that the exporter’s queue is sized by: requests, unless told otherwise.',
              width: 8,
              unit: 'short',
              queries: [
                {
                  expr: sumBy(['exporter', 'data_type'], value(scope, ['queueSize'])),
                  legend: '{{exporter}} {{data_type}}',
                },
              ],
            },
          ] satisfies PanelSpec[])
        : []),
    ],
  };
}
