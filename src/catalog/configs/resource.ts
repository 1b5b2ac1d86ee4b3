import type { AttributeAction } from './shared-matching';

/** Changes attributes of resources. */
export interface ResourceProcessorConfig {
  /** The changes, in order. At least one. */
  readonly attributes: readonly AttributeAction[];
}
