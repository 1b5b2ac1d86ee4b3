import type { CollectorModel } from '../model/collector';
import { viewOf } from '../view/view';
import { runningComponents } from './component';
import { rowsFor } from './condition';
import { scalingTable } from './scaling-table';

/** The running components that several pods would not simply share the work of. */
export interface Scaling {
  /** Those of which a second pod does the same work again. */
  readonly singletons: readonly ScalingFact[];
  /** Those that need all of something, a trace say, in one pod. */
  readonly stateful: readonly ScalingFact[];
}

export interface ScalingFact {
  /** Who: `processor tail_sampling`. */
  readonly by: string;
  /** What several pods would do wrong, as the end of a sentence: `each see a part of a trace`. */
  readonly because: string;
  /** How it is scaled right, as the end of a sentence: `send each trace to one pod: …`. */
  readonly fix: string;
}

/** Which of a collector's components stand in the way of several pods. */
export function scalingOf(collector: CollectorModel): Scaling {
  const found = [...runningComponents(viewOf(collector))].flatMap((component) =>
    rowsFor(scalingTable, component, collector).map(({ runs, because, fix }) => ({
      runs,
      fact: { by: component.by, because, fix },
    })),
  );
  const that = (runs: 'once' | 'stateful') => found.filter((one) => one.runs === runs).map(({ fact }) => fact);
  return { singletons: that('once'), stateful: that('stateful') };
}
