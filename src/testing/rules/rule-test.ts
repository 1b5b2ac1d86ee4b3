import type { PrometheusDuration } from '../../model/value';
import type { Promql } from '../../prometheus/promql';
import type { Labels, Series } from './series';

/** Series, and what rules make of them. */
export interface RuleTest {
  /** What holds. @default none */
  readonly name?: string;
  /**
   * The time between two samples of a series, and between two evaluations.
   * @default the `scrapeInterval` of the Prometheus; 1 minute where there is none
   */
  readonly interval?: PrometheusDuration;
  /** What is measured. */
  readonly series: readonly Series[];
  /** Alerts at a time. @default none is looked at */
  readonly alerts?: readonly AlertExpectation[];
  /** Values of expressions at a time; those of recorded metrics among them. @default none */
  readonly queries?: readonly QueryExpectation[];
}

/** What an alert does at a time. */
export interface AlertExpectation {
  /** The time since the beginning. */
  readonly at: PrometheusDuration;
  /** The name of the alert. */
  readonly alert: string;
  /**
   * The alerts that fire, each by all labels that the rule itself does not write: those of the series. `[]` where it does
   * not fire.
   */
  readonly firing: readonly FiringAlert[];
}

/** An alert that fires. */
export interface FiringAlert {
  /** Labels beside those that the rule writes as plain text, such as `severity`. @default none */
  readonly labels?: Labels;
  /** All annotations. @default not looked at */
  readonly annotations?: Labels;
}

/** What an expression is at a time. */
export interface QueryExpectation {
  /** The time since the beginning. */
  readonly at: PrometheusDuration;
  readonly expr: Promql | string;
  /** All samples, in any order. */
  readonly samples: readonly SampleExpectation[];
}

/** A value of an expression. */
export interface SampleExpectation {
  /** The name of the metric, where it has one. @default none */
  readonly name?: string;
  /** @default none */
  readonly labels?: Labels;
  readonly value: number;
}
