import type { Batch } from '../../telemetry/data';
import type { Sink } from './result';

/** What a client sent along with its telemetry, by lower-case name. */
export type Metadata = ReadonlyMap<string, readonly string[]>;

/** One batch on its way: who sent it, and who wants to know. */
export interface Call {
  /** What the receiver keeps of a request's headers. */
  readonly client: Metadata;
  /** What came with a gRPC request; absent for other protocols. */
  readonly grpc?: Metadata;
  readonly sink: Sink;
  /** How many collectors it came through. */
  readonly hops: number;
}

export type Consume = (batch: Batch, call: Call) => void;

/** What takes telemetry: a pipeline, an exporter, a connector, or several of them. */
export interface Consumer {
  /** Whether it changes what it is given. */
  readonly mutates: boolean;
  /** Throws `Refusal` where the real one returns an error. */
  readonly consume: Consume;
}

/** One thing that made a call fail. */
export interface Fault {
  readonly collector: string;
  /** The component. */
  readonly by: string;
  readonly message: string;
  /** Records that the component had. */
  readonly count: number;
}

/** A component returned an error: the receiver refuses the batch, unless somebody in between does not pass it on. */
export class Refusal extends Error {
  constructor(readonly faults: readonly Fault[]) {
    super(faults.map(({ by, message }) => `${by}: ${message}`).join('; '));
  }
}

/** The collector itself breaks: nothing more happens to the batch, wherever else it was to go. */
export class Crash extends Error {
  constructor(readonly fault: Fault) {
    super(`${fault.by}: ${fault.message}`);
  }
}
