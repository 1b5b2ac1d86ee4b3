import type { ComponentKind } from '../model/component-id';
import type { Release } from '../model/release';
import type { Signal } from '../model/signal';

/** What is known of a type of collector components, over all releases. */
export interface ComponentFacts {
  readonly kind: ComponentKind;
  /** The newest name of the type. */
  readonly type: string;
  /** The older name, and the first of this library's releases that knows the newer one. */
  readonly alias?: { readonly name: string; readonly until: Release };
  /** What other components may use an extension for. */
  readonly provides: readonly ExtensionRole[];
  /** What a release has; `undefined` where nothing is known of the component at that release. */
  in(release: Release): ReleaseFacts | undefined;
}

/** What is known of a component type in one release. */
export interface ReleaseFacts {
  /** The contrib release whose factory said so: the release itself, or the nearest that could be read. */
  readonly readFrom: string;
  /** The signals of a receiver, processor or exporter. */
  readonly signals?: readonly Signal[];
  /** What a connector turns into what. */
  readonly pairs?: readonly (readonly [from: Signal, to: Signal])[];
  /** The configuration, as JSON Schema (draft 2020-12) with the catalogue's own keywords. */
  readonly schema: JsonSchema;
  /** Sockets that the component binds. */
  readonly listens: readonly ListenFacts[];
  /** Sections that are on though they are not written. */
  readonly onByDefault: readonly FieldPath[];
  /** Fields that hold the id of an extension. */
  readonly extensionRefs: readonly ExtensionRefFacts[];
  /** Fields that hold the id of a pipeline, which must have this connector as its receiver. */
  readonly pipelineRefs: readonly FieldPath[];
}

export type JsonSchema = { readonly [key: string]: unknown };

/** Keys that lead to a field; `*` stands for any key or index. */
export type FieldPath = readonly string[];

export interface ListenFacts {
  /** The field that holds `host:port`. */
  readonly path: FieldPath;
  /** The port when the field is absent; none when the component then does not listen, or refuses to start. */
  readonly defaultPort?: number;
  readonly transport: 'tcp' | 'udp';
  /** Binds all addresses when none is written, where others bind localhost. */
  readonly everywhere?: true;
  /** Shows the inside of the collector, so that it stays on localhost unless told otherwise. */
  readonly local?: true;
  /** The section that must be present for the socket to be bound, when it is not the component itself. */
  readonly when?: FieldPath;
}

/** What a component may use an extension for. */
export type ExtensionRole =
  | 'storage'
  | 'clientAuth'
  | 'serverAuth'
  | 'encoding'
  | 'middleware'
  | 'observer'
  | 'leaderElector'
  | 'tailStorage';

export interface ExtensionRefFacts {
  readonly path: FieldPath;
  /** None where it is not known what the extension has to be. */
  readonly role?: ExtensionRole;
}
