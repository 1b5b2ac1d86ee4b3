import type { CollectorModel } from '../model/collector';
import type { Monitored } from './monitored';
import type { Window } from './window';

/** An alert that collectors can raise. */
export interface AlertKind {
  /** The name in Prometheus. */
  readonly name: string;
  readonly severity: 'critical' | 'warning';
  /** A Prometheus duration. */
  readonly for?: string;
  readonly threshold?: number;
  /** What is wrong, with the labels of the alert. */
  readonly summary: string;
  /** What it means, and the first thing to do. */
  readonly description: string;
  /** Whether this collector can raise it. */
  can(collector: CollectorModel): boolean;
  /** The expression for collectors that can. */
  expr(of: readonly Monitored[], asked: Asked): string;
}

/** What an alert is asked for with. */
export interface Asked {
  /** Absent where an alert compares with nothing. */
  readonly threshold: number;
  readonly window: Window;
}
