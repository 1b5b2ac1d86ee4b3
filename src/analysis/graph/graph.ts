import type { ConfigValue } from '../../model/config';
import type { Signal } from '../../model/signal';

/** What stands for a node: parts of collectors, what they are run with, and what is outside. */
export type NodeKind =
  | 'collector'
  | 'receiver'
  | 'pipeline'
  | 'processor'
  | 'connector'
  | 'exporter'
  | 'extension'
  /** Where a receiver gets telemetry from by itself. */
  | 'source'
  /** A server that gets telemetry, or alerts, and is no part of the model. */
  | 'destination'
  /** A topic of a broker, between those who write and those who read. */
  | 'topic'
  | 'bucket'
  | 'hub'
  | 'variable'
  | 'alert'
  | 'automation'
  | 'observer'
  | 'hubMonitor'
  | 'replay'
  | 'dal'
  | 'ingress'
  | 'prometheus'
  | 'alertmanager';

/** What an edge says. */
export type EdgeKind =
  /** Telemetry goes from one to the other. */
  | 'telemetry'
  /** A routing connector hands on what meets a condition, or what is left. */
  | 'route'
  /** The order of processors in a pipeline. */
  | 'order'
  /** A Prometheus reads metrics, which go to it. */
  | 'scrape'
  /** What a collector says of itself goes there. */
  | 'own'
  /** Alerts go from one to the other. */
  | 'alert'
  /** The loop: what starts an automation, and what it does. */
  | 'control'
  /** A variable of a hub is read from the environment. */
  | 'variable'
  /** A component uses an extension. */
  | 'uses';

/** The topology of a model: contract of `mdai graph --format json`. */
export interface Graph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

export interface GraphNode {
  /** Readable, and the same as long as nothing is renamed. */
  readonly id: string;
  readonly kind: NodeKind;
  readonly label: string;
  /** A second line: the ports, the namespace, the region. */
  readonly about?: string;
  /** The id of the node that it is in: a collector, a pipeline, a hub. */
  readonly parent?: string;
  /** What comes through it; none where it is not about one signal or another. */
  readonly signals: readonly Signal[];
  /** Its path in the model; absent for what is outside. */
  readonly path?: string;
  /** Its configuration, secrets masked. */
  readonly config?: ConfigValue;
  /** The objects in Kubernetes that it is, or is made of. */
  readonly objects: readonly GraphObject[];
  /** Of a filter: it drops what meets one of these. */
  readonly conditions?: readonly GraphCondition[];
  /** Set where all that comes to it is dropped. */
  readonly drops?: true;
}

/** What a filter asks of telemetry. */
export interface GraphCondition {
  /** In OTTL, or as the filter has it. */
  readonly condition: string;
  /** As people say it. */
  readonly label: string;
}

/** An object in Kubernetes. */
export interface GraphObject {
  readonly kind: string;
  readonly name: string;
  readonly namespace?: string;
}

export interface GraphEdge {
  /** Readable, and unique. */
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly kind: EdgeKind;
  /** What goes along it; none where it is not about telemetry. */
  readonly signals: readonly Signal[];
  /** A few words about it. */
  readonly label?: string;
  /** Of a route: which row of the table it is, from 1; absent for what no row takes. */
  readonly row?: number;
  /** Of a route: the condition in OTTL. */
  readonly condition?: string;
  /** Of a route: what becomes of what matches. */
  readonly action?: 'move' | 'copy' | 'drop';
  /** Of a route: the teams whose telemetry can come along it, where that is not everybody's. */
  readonly teams?: readonly string[];
}
