import type { AlertKind } from './alert';
import { processedSignals } from './flows';
import { type Kept, keptFlows } from './kept';
import type { Monitored } from './monitored';
import { over } from './own-metrics';
import { anyOf, operand, union } from './query';
import { rateFromNothing, recorded, recordedPattern } from './recorded';
import { countedSignals, type SignalsOf, signalsOf } from './signals-of';
import type { Window } from './window';

// What goes wrong inside of a collector.

const limited: SignalsOf = (collector) => processedSignals(collector, 'memory_limiter');

export const memoryLimiting: AlertKind = {
  name: 'CollectorMemoryLimiting',
  severity: 'warning',
  for: '1m',
  summary: 'The memory limiter of {{ $labels.job }} turns telemetry away.',
  description:
    '{{ $labels.pod }} has no memory for {{ $value | humanize }} items per second. Give the collector more memory or more replicas, or find out what holds it: queues of exporters that are slow, or tail sampling that waits long.',
  can: (collector) => countedSignals(collector, 'limiterRefused', limited).length > 0,
  expr: (of, { window }) =>
    union(
      signalsOf(of, 'limiterRefused', limited).map(([signal, able]) => {
        const refused = over(able, ['limiterRefused', signal], [], rateFromNothing(window));
        return `sum by (namespace, job, pod) (${refused}) > 0`;
      }),
    ),
};

/** Memory in parts of the limit, which collectors have different ones of. */
export function perMemoryLimit(of: readonly Monitored[], make: (able: readonly Monitored[]) => string): string {
  const limits = new Map<number, Monitored[]>();
  for (const one of of) {
    const { memoryMiB } = one.collector.pod ?? {};
    if (memoryMiB !== undefined) limits.set(memoryMiB, [...(limits.get(memoryMiB) ?? []), one]);
  }
  return union([...limits].map(([limit, able]) => `${operand(make(able))} / ${limit * 1024 ** 2}`));
}

/** Whether the memory limit of a collector is known. */
export function isLimited({ pod }: Monitored['collector']): boolean {
  return pod?.memoryMiB !== undefined;
}

/** The part of its memory limit that each pod uses. */
export function memoryUse(of: readonly Monitored[], matchers: readonly string[] = []): string {
  return perMemoryLimit(of, (able) => over(able, ['memory'], matchers, (series) => series));
}

export const memoryHigh: AlertKind = {
  name: 'CollectorMemoryHigh',
  severity: 'warning',
  for: '5m',
  threshold: 0.9,
  summary: '{{ $labels.pod }} uses {{ $value | humanizePercentage }} of its memory limit.',
  description:
    'Kubernetes ends the container of {{ $labels.job }} when it reaches the limit, and what it holds in memory is lost. Raise the collector’s memory, or lower the memory limiter’s percentage so that it turns telemetry away earlier.',
  can: isLimited,
  expr: (of, { threshold }) => `max by (namespace, job, pod) (${memoryUse(of)}) > ${threshold}`,
};

export const memoryGrowing: AlertKind = {
  name: 'CollectorMemoryGrowing',
  severity: 'warning',
  for: '15m',
  threshold: 1,
  summary: '{{ $labels.pod }} reaches its memory limit within an hour.',
  description:
    'Its heap has grown for the last hour, and at this pace it will hold {{ $value | humanizePercentage }} of the memory limit of {{ $labels.job }} in another. Look at what grows: a queue, traces that wait for a decision, or series that a connector or an exporter keeps.',
  can: isLimited,
  expr: (of, { threshold }) => {
    const heap = perMemoryLimit(of, (able) =>
      over(able, ['heap'], [], (series) => `predict_linear(${series}[1h], 3600)`),
    );
    return `max by (namespace, job, pod) (${operand(heap)} > ${threshold} and on (job, instance) ${operand(memoryUse(of))} > 0.67)`;
  },
};

export const losingData: AlertKind = {
  name: 'CollectorLosingData',
  severity: 'warning',
  for: '15m',
  threshold: 0.01,
  summary: '{{ $labels.job }} loses {{ $value | humanizePercentage }} of its {{ $labels.signal }} in silence.',
  description:
    'Less is sent than was accepted, nothing was given up, and no queue grows, in pipelines where nothing drops or samples. Compare what each processor takes in and gives out (otelcol_processor_incoming_items, otelcol_processor_outgoing_items): the one where they differ loses it.',
  can: (collector) => keptFlows(collector).length > 0,
  expr: (of, { threshold, window }) =>
    union(sameFlows(of).map(([flow, able]) => missing(flow, able, threshold, window))),
};

/** The collectors by what they are to keep. */
function sameFlows(of: readonly Monitored[]): [Kept, Monitored[]][] {
  const found = new Map<string, [Kept, Monitored[]]>();
  for (const one of of) {
    for (const flow of keptFlows(one.collector)) {
      const key = JSON.stringify(flow);
      const known = found.get(key);
      if (known) known[1].push(one);
      else found.set(key, [flow, [one]]);
    }
  }
  return [...found.values()];
}

function missing(
  { signal, copies, exporters }: Kept,
  of: readonly Monitored[],
  threshold: number,
  window: Window,
): string {
  const is = `signal="${signal}"`;
  const to = anyOf('exporter', exporters);
  const byCopies = [...new Set(Object.values(copies))].map((count) => {
    const from = Object.keys(copies).filter((id) => copies[id] === count);
    const accepted = recorded('accepted', of, window, [is, anyOf('receiver', from)]);
    return count === 1 ? accepted : `${count} * ${accepted}`;
  });
  const due = `sum by (namespace, job, signal) (${byCopies.join(' or ')})`;
  const told = `sum by (namespace, job, signal) (${recordedPattern(['sent', 'sendFailed', 'enqueueFailed'], of, window, [is, to])})`;
  const queued = over(of, ['queueSize'], [`data_type="${signal}"`, to], (series) => `delta(${series}[15m])`);
  const grows = `sum by (namespace, job) (${queued}) > 0`;
  return `1 - (${told} or 0 * ${due}) / ${due} > ${threshold} unless on (namespace, job) ${grows}`;
}

export const restarting: AlertKind = {
  name: 'CollectorRestarting',
  severity: 'warning',
  threshold: 2,
  summary: '{{ $labels.pod }} started anew {{ $value }} times within 15 minutes.',
  description:
    'Each start of {{ $labels.job }} loses what was in memory. kubectl describe pod says why the last container ended, and kubectl logs --previous what it said: mostly memory, or a configuration that the collector refuses.',
  can: () => true,
  expr: (of, { threshold }) =>
    `max by (namespace, job, pod) (${over(of, ['uptime'], [], (series) => `resets(${series}[15m])`)}) > ${threshold}`,
};

/** Whether a collector has pods of its own: sidecars come and go with the pods that they are beside. */
function hasPods({ pod }: Monitored['collector']): boolean {
  return pod?.mode !== 'sidecar';
}

export const absent: AlertKind = {
  name: 'CollectorAbsent',
  severity: 'critical',
  for: '5m',
  summary: 'Nothing of {{ $labels.job }} can be read.',
  description:
    'There is no pod of this collector, or none of them can be scraped, so no other alert about it can fire. See whether its pods run, whether they are ready, and whether a network policy lets Prometheus in.',
  can: hasPods,
  expr: (of) => union(of.map((one) => over([one], ['uptime'], [], (series) => `absent(${series})`))),
};

export const podUnreachable: AlertKind = {
  name: 'CollectorPodUnreachable',
  severity: 'warning',
  for: '10m',
  summary: '{{ $labels.pod }} of {{ $labels.job }} cannot be read.',
  description:
    'Prometheus finds the pod, but gets no metrics from {{ $labels.instance }}. See whether the container runs, and whether a network policy lets Prometheus in.',
  can: hasPods,
  expr: (of) => {
    const jobs = of.map(({ job }) => job);
    return `up{${anyOf('job', jobs)}} == 0`;
  },
};
