import type { AlertKind, Asked } from './alert';
import { queuedSignals, sentSignals } from './flows';
import type { Monitored } from './monitored';
import { over } from './own-metrics';
import { operand, union } from './query';
import { recorded } from './recorded';
import { countedSignals, signalsOf } from './signals-of';

// What goes wrong between a collector and where it sends.

/** The labels of alerts about one exporter of one pod. */
const podAndExporter = 'namespace, job, pod, exporter, data_type';

const sends: AlertKind['can'] = (collector) => countedSignals(collector, 'sendFailed', sentSignals).length > 0;
const queues: AlertKind['can'] = (collector) => countedSignals(collector, 'sent', queuedSignals).length > 0;

/** The part of its capacity that each queue holds. */
export function queueUse(of: readonly Monitored[], matchers: readonly string[] = []): string {
  const [size, capacity] = (['queueSize', 'queueCapacity'] as const).map((one) =>
    operand(over(of, [one], matchers, same)),
  );
  return `${size} / ${capacity}`;
}

export const queueFilling: AlertKind = {
  name: 'CollectorQueueFilling',
  severity: 'warning',
  for: '5m',
  threshold: 0.8,
  summary: 'The queue of {{ $labels.exporter }} in {{ $labels.job }} is {{ $value | humanizePercentage }} full.',
  description:
    '{{ $labels.pod }} takes in {{ $labels.data_type }} faster than {{ $labels.exporter }} sends them; when the queue is full, they are lost. Look whether the destination is slow or refuses: the exporter says so in the collector’s log. If it is well, give the exporter more consumers or the collector more replicas.',
  can: queues,
  expr: (of, { threshold }) => `max by (${podAndExporter}) (${queueUse(of)}) > ${threshold}`,
};

export const queueFull: AlertKind = {
  name: 'CollectorQueueFull',
  severity: 'critical',
  for: '1m',
  summary: '{{ $labels.exporter }} in {{ $labels.job }} loses {{ $labels.signal }}: its queue is full.',
  description:
    '{{ $value | humanize }} items per second do not fit into the queue and are lost, or go back to a sender that may give up. Look at the destination first; then raise sending_queue.queue_size, or let the collector scale out.',
  can: queues,
  expr: (of, { window }) => `${recorded('enqueueFailed', of, window)} > 0`,
};

/** The part of what an exporter is done with that it gave up. */
function givenUp(of: readonly Monitored[], { threshold, window }: Asked): string {
  const failed = recorded('sendFailed', of, window);
  const sent = recorded('sent', of, window);
  return `${failed} / (${failed} + (${sent} or 0 * ${failed})) > ${threshold}`;
}

export const exportFailing: AlertKind = {
  name: 'CollectorExportFailing',
  severity: 'warning',
  for: '5m',
  threshold: 0.05,
  summary:
    '{{ $labels.exporter }} in {{ $labels.job }} gives up {{ $value | humanizePercentage }} of its {{ $labels.signal }}.',
  description:
    'The destination refuses them, or could not be reached until retrying ended. They are lost. The exporter’s errors are in the collector’s log: look for the status that the destination answers with.',
  can: sends,
  expr: givenUp,
};

export const exportBroken: AlertKind = {
  ...exportFailing,
  name: 'CollectorExportBroken',
  severity: 'critical',
  threshold: 0.2,
};

export const exportStalled: AlertKind = {
  name: 'CollectorExportStalled',
  severity: 'critical',
  for: '5m',
  summary: '{{ $labels.exporter }} in {{ $labels.job }} sends no {{ $labels.data_type }} though some are waiting.',
  description:
    'Every attempt of {{ $labels.pod }} fails and is tried again, which counts as no failure yet; it gives up and loses them in a while. See whether the destination can be reached from the pod: its address, DNS, certificates, credentials, network policies.',
  can: queues,
  expr: (of, { window }) => {
    const stalled = signalsOf(of, 'sent', queuedSignals).map(([signal, able]) => {
      const waiting = operand(over(able, ['queueSize'], [`data_type="${signal}"`], same));
      const sent = operand(over(able, ['sent', signal], [], (series) => `rate(${series}[${window.text}])`));
      return `${waiting} > 0 unless on (job, instance, exporter) ${sent} > 0`;
    });
    return `max by (${podAndExporter}) (${union(stalled)})`;
  },
};

function same(series: string): string {
  return series;
}
