import type { CollectorModel } from '../../model/collector';
import type { ConfigMap } from '../../model/config';
import type { Batch } from '../../telemetry/data';
import type { Call, Consumer } from './consumer';
import type { Environment } from './environment';
import type { Visit } from './result';
import { noOrigin } from './walk';

export type Signal = Batch['signal'];

/** What a component is built from. */
export interface Setup {
  readonly collector: CollectorModel;
  readonly id: string;
  /** Where it stands, for messages. */
  readonly path: string;
  /** The signal that it takes. */
  readonly signal: Signal;
  /** The pipeline of a processor. */
  readonly pipeline?: string;
  /** Its configuration, with the environment's values in it. */
  readonly config: ConfigMap;
  readonly environment: Environment;
  readonly now: () => bigint;
  /** Says that a part of the configuration is not implemented. */
  unsupported(reason: string, ...keys: readonly (string | number)[]): void;
}

/** Changes a batch; `undefined` where nothing is left that the next component would be called with. */
export type Process = (batch: Batch, call: Call) => Batch | undefined;

export interface ProcessorKind {
  readonly mutates: boolean;
  /** Throws `Unsupported` where nothing of it can be simulated. */
  make(setup: Setup): Process;
  /**
   * Given where the caller does not wait for what follows: which metadata stays with the telemetry. Errors of what
   * follows are not returned, the telemetry is lost.
   */
  readonly detaches?: (setup: Setup) => (metadata: string) => boolean;
}

/** The pipelines behind a connector. */
export interface Outputs {
  /** All of them. */
  readonly all: Consumer;
  /** Some of them, by id; `undefined` where one does not receive from the connector. */
  of(ids: readonly string[]): Consumer | undefined;
}

export interface ConnectorKind {
  readonly mutates: boolean;
  /** Throws `Unsupported` where nothing of it can be simulated. */
  make(setup: Setup, outputs: Outputs): Consumer['consume'];
}

/** Tells the sink what happened to a record at a component. What was made here has no origin, and is nobody's record. */
export function tell(setup: Setup, call: Call, origin: number, visit: Omit<Visit, 'collector' | 'component'>): void {
  if (origin === noOrigin) return;
  const { collector, id, pipeline } = setup;
  call.sink.visit?.(origin, { collector: collector.path, ...(pipeline && { pipeline }), component: id, ...visit });
}
