import type { RuleModel } from '../model/prometheus';
import { signals } from '../model/signal';
import { queuedSignals, receivedSignals, sentSignals } from './flows';
import type { Monitored } from './monitored';
import { over, type SignalQuantity } from './own-metrics';
import { anyOf, selector } from './query';
import { countedSignals, type SignalsOf } from './signals-of';
import type { Window } from './window';

/** A recorded rate: items per second, one series for each signal. */
interface Recorded {
  /** What a series stands for, beside its collector. */
  readonly by: 'receiver' | 'exporter';
  readonly items: string;
  readonly quantity: SignalQuantity;
  /** A count of what should not be: its first increment matters, and a counter begins with it. */
  readonly fromNothing: boolean;
  /** The signals of which a collector can count it. */
  readonly signals: SignalsOf;
}

const table = {
  accepted: {
    by: 'receiver',
    items: 'accepted_items',
    quantity: 'accepted',
    fromNothing: false,
    signals: receivedSignals,
  },
  refused: { by: 'receiver', items: 'refused_items', quantity: 'refused', fromNothing: true, signals: receivedSignals },
  sent: { by: 'exporter', items: 'sent_items', quantity: 'sent', fromNothing: false, signals: sentSignals },
  sendFailed: {
    by: 'exporter',
    items: 'send_failed_items',
    quantity: 'sendFailed',
    fromNothing: true,
    signals: sentSignals,
  },
  enqueueFailed: {
    by: 'exporter',
    items: 'enqueue_failed_items',
    quantity: 'enqueueFailed',
    fromNothing: true,
    signals: queuedSignals,
  },
} as const satisfies Record<string, Recorded>;

/** A rate that the rules record. */
export type RecordedRate = keyof typeof table;

/** Its name, e.g. `exporter:otelcol_sent_items:rate5m`. */
export function recordedName(rate: RecordedRate, window: Window): string {
  const { by, items } = table[rate];
  return `${by}:otelcol_${items}:rate${window.text}`;
}

/** The recorded series of these collectors. */
export function recorded(
  rate: RecordedRate,
  of: readonly Monitored[],
  window: Window,
  matchers: readonly string[] = [],
): string {
  const jobs = anyOf(
    'job',
    of.map(({ job }) => job),
  );
  return selector(recordedName(rate, window), [jobs, ...matchers]);
}

/** The recorded series of several rates at once, to be added up. */
export function recordedPattern(
  rates: readonly RecordedRate[],
  of: readonly Monitored[],
  window: Window,
  matchers: readonly string[],
): string {
  const names = anyOf(
    '__name__',
    rates.map((rate) => recordedName(rate, window)),
  );
  return `{${[
    names,
    anyOf(
      'job',
      of.map(({ job }) => job),
    ),
    ...matchers,
  ].join(', ')}}`;
}

/** The rules that record the rates of these collectors: by receiver, by exporter, and in all. */
export function recordRates(of: readonly Monitored[], window: Window): RuleModel[] {
  const rates = (Object.keys(table) as RecordedRate[]).flatMap((rate) => rateRules(rate, of, window));
  return [...rates, ...totals.flatMap((rate) => totalRule(rate, rates, window))];
}

function rateRules(rate: RecordedRate, of: readonly Monitored[], window: Window): RuleModel[] {
  const { by, quantity, fromNothing, signals: can }: Recorded = table[rate];
  return signals.flatMap((signal) => {
    const able = of.filter(({ collector }) => countedSignals(collector, quantity, can).includes(signal));
    if (able.length === 0) return [];
    const make = fromNothing ? rateFromNothing(window) : plainRate(window);
    const rates = over(able, [quantity, signal], [], make);
    return [
      {
        kind: 'record',
        name: recordedName(rate, window),
        expr: `sum by (namespace, job, ${by}) (${rates})`,
        labels: { signal },
        annotations: {},
      },
    ];
  });
}

/** What is worth knowing of a collector as a whole. */
const totals = ['accepted', 'sent'] as const satisfies readonly RecordedRate[];

function totalRule(rate: (typeof totals)[number], rates: readonly RuleModel[], window: Window): RuleModel[] {
  const from = recordedName(rate, window);
  if (!rates.some(({ name }) => name === from)) return [];
  const { by, items } = table[rate];
  const name = `collector:otelcol_${items}:rate${window.text}`;
  return [{ kind: 'record', name, expr: `sum without (${by}) (${from})`, labels: {}, annotations: {} }];
}

function plainRate({ text }: Window): (series: string) => string {
  return (series) => `rate(${series}[${text}])`;
}

/**
 * A rate that also sees the first increment. A collector has no counter before there is something to count, so a counter
 * of failures begins with what failed first, which `rate` takes for its beginning. What a new counter of a target holds
 * that was there before was all counted since.
 */
export function rateFromNothing({ text, seconds }: Window): (series: string, jobs: readonly string[]) => string {
  return (series, jobs) => {
    const targets = selector('up', [anyOf('job', jobs)]);
    const begun = `(${series} unless ${series} offset ${text}) / ${seconds}`;
    return `${begun} and on (job, instance) (${targets} offset ${text} == 1) or rate(${series}[${text}])`;
  };
}
