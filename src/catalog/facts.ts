import type { ComponentKind } from '../model/component-id';
import type { Release } from '../model/release';
import type { Signal } from '../model/signal';

/** What is known of a collector component. Plain data, so that a generator can write it. */
export interface ComponentFacts {
  readonly kind: ComponentKind;
  /** The newest name of the type. */
  readonly type: string;
  /** The older name, and the release that brought the newer one. Releases before it know only the older name. */
  readonly renamed?: { readonly from: string; readonly in: string };
  /** The releases of this library that have the component; all when absent. */
  readonly releases?: readonly Release[];
  /** The signals of a receiver, processor or exporter. */
  readonly signals?: readonly Signal[];
  /** What a connector turns into what. */
  readonly pairs?: readonly (readonly [from: Signal, to: Signal])[];
  /** The configuration, as JSON Schema (draft 2020-12). `$ref`s lead to `shared#/$defs/…`. */
  readonly schema: JsonSchema;
  /** Sockets that the component binds. */
  readonly listens?: readonly ListenFacts[];
  /** Fields that hold the id of an extension. `*` stands for any key or index. */
  readonly extensionRefs?: readonly ExtensionRefFacts[];
  /** Fields that hold the id of a pipeline, which must have this connector as its receiver. */
  readonly pipelineRefs?: readonly FieldPath[];
  /** What other components may use an extension for. */
  readonly provides?: readonly ExtensionRole[];
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
  /** The section that must be present for the socket to be bound, when it is not the component itself. */
  readonly when?: FieldPath;
}

export type ExtensionRole = 'storage' | 'clientAuth' | 'serverAuth';

export interface ExtensionRefFacts {
  readonly path: FieldPath;
  readonly role: ExtensionRole;
}
