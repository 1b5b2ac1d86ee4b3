import type { CollectorModel } from '../model/collector';
import type { Signal } from '../model/signal';
import type { Monitored } from './monitored';
import { measures, type SignalQuantity } from './own-metrics';

/** Signals of a collector: those that it takes in, sends, queues, or works on. */
export type SignalsOf = (collector: CollectorModel) => readonly Signal[];

/** Those of them for which the collector counts this. */
export function countedSignals(collector: CollectorModel, quantity: SignalQuantity, has: SignalsOf): readonly Signal[] {
  return has(collector).filter((signal) => measures(collector, quantity, signal));
}

/** The signals for which some of the collectors count this, each with those. */
export function signalsOf(of: readonly Monitored[], quantity: SignalQuantity, has: SignalsOf): [Signal, Monitored[]][] {
  const found = new Map<Signal, Monitored[]>();
  for (const one of of) {
    for (const signal of countedSignals(one.collector, quantity, has)) {
      found.set(signal, [...(found.get(signal) ?? []), one]);
    }
  }
  return [...found];
}
