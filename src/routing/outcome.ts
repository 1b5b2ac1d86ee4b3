import type { Processor } from '../catalog/component';
import type { Target } from '../catalog/target';
import type { Sample } from './sample';

/** Where a record goes, and what happens to it on the way. */
export interface Delivery<T, P> {
  /** Each target gets all of it. `target.through(processor, …)` adds processing for that target alone. */
  readonly to: readonly T[];
  /**
   * What happens to it before the targets, in this order, behind `sample`.
   * @default nothing
   */
  readonly processors?: readonly P[];
  /**
   * Keeps only a share of it.
   * @default all of it
   */
  readonly sample?: Sample;
  readonly drop?: never;
}

/** The record ends here. */
export interface Drop {
  readonly drop: true;
  readonly to?: never;
  readonly processors?: never;
  readonly sample?: never;
}

/** What happens to a record: it is delivered, or it is dropped. */
export type Outcome<S extends string> = Delivery<Target<S>, Processor<S>> | Drop;
