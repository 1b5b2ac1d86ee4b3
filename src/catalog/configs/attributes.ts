import type { AttributeAction, MatchConfig } from './shared-matching';

/** Changes attributes of spans, log records and data points. */
export interface AttributesProcessorConfig {
  /** The changes, in order. At least one. */
  readonly actions: readonly AttributeAction[];
  /** Changes only what matches. @default everything */
  readonly include?: MatchConfig;
  /** Leaves alone what matches. @default nothing */
  readonly exclude?: MatchConfig;
}
