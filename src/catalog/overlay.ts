import type { ExtensionRole, JsonSchema, ListenFacts } from './facts';

/**
 * What is known of a component beyond what reflection over its factory tells: values, limits and rules that its own
 * code checks, what is OTTL, and what an extension is good for.
 */
export interface Overlay {
  /**
   * Keywords for places in the generated schema, which is merged with it: the fields that a release lacks are passed over.
   * A part with `x-replaces: true` stands in place of what was generated; with a list of keywords, these are replaced
   * instead of continued. A field with `x-adds: true` is there in releases that lack it, too.
   */
  readonly schema?: JsonSchema;
  /** The sockets, where the generated facts do not hold them. */
  readonly listens?: readonly ListenFacts[];
  /** What other components may use the extension for. */
  readonly provides?: readonly ExtensionRole[];
}
