import type { Value } from '../../model/value';

/** Moves attributes of records to their resource, and joins records of equal resources. */
export interface GroupByAttrsProcessorConfig {
  /** The attributes to move. None joins equal resources only. @default none */
  readonly keys?: readonly Value<string>[];
}
