import type { CollectorModel } from '../../model/collector';
import { MdaiError } from '../../model/issue';
import type { Batch } from '../../telemetry/data';
import { type Call, Crash, type Fault, type Metadata, Refusal } from './consumer';
import { type CollectorGraph, makeGraph } from './graph';
import { receiverFor } from './receiver';
import type { Sink, UnsupportedPart } from './result';

export interface SimulatorOptions {
  /** Environment variables by name, over those that a collector itself sets. @default none */
  readonly environment?: Readonly<Record<string, string>>;
  /** The clock, in nanoseconds since 1970. @default the system's */
  readonly now?: () => bigint;
}

/** A batch, and where it goes in. */
export interface Sending {
  /** It is handed over: the simulator changes it. */
  readonly batch: Batch;
  /** The path or the name of the collector. @default the only one */
  readonly collector?: string;
  /** The id of its receiver. @default the only one that takes the signal, or the only `otlp` among them */
  readonly receiver?: string;
  /** The headers of the request. @default none */
  readonly metadata?: Readonly<Record<string, string | readonly string[]>>;
  /** How the request came. @default 'http' */
  readonly protocol?: 'http' | 'grpc';
}

/** What the receiver answered. */
export interface Answer {
  /** Why the batch was refused; empty where it was taken. Parts of a refused batch may have arrived all the same. */
  readonly refused: readonly Fault[];
}

const nanosecondsPerMillisecond = 1_000_000n;
const mostHops = 32;

/**
 * Runs telemetry through collectors' pipelines, without a collector: receivers take it, exporters hand it to a sink, and
 * an exporter that reaches another of the collectors goes on there. What is not implemented is said in `unsupported`.
 */
export class Simulator {
  private readonly graphs: ReadonlyMap<string, CollectorGraph>;
  private readonly missing = new Map<string, UnsupportedPart>();
  private readonly unread = new Set<string>();

  constructor(
    readonly collectors: readonly CollectorModel[],
    options: SimulatorOptions = {},
  ) {
    const given = options.environment ?? {};
    const now = options.now ?? (() => BigInt(Date.now()) * nanosecondsPerMillisecond);
    this.graphs = new Map(
      collectors.map((collector) => [
        collector.path,
        makeGraph(collector, {
          now,
          environment: (name, hasDefault) => this.variable(collector, given, name, hasDefault),
          unsupported: (path, reason) => this.missing.set(`${path} ${reason}`, { path, reason }),
          send: (to, receiver, batch, call) => this.goOn(to, receiver, batch, call),
        }),
      ]),
    );
  }

  /** What the simulator did not know how to do, so far. */
  get unsupported(): readonly UnsupportedPart[] {
    return [...this.missing.values()];
  }

  /** Environment variables that configurations name and nobody sets: the collector takes them as empty. */
  get unset(): readonly string[] {
    return [...this.unread];
  }

  /** Sends a batch into a receiver. Throws `MdaiError` where there is no such collector or receiver. */
  send({ batch, collector, receiver, metadata = {}, protocol = 'http' }: Sending, sink: Sink): Answer {
    const { view, enter } = this.graph(collector);
    const { id, keepsMetadata } = receiverFor(view, batch.signal, receiver, protocol);
    const headers: Metadata = new Map(
      Object.entries(metadata).map(([name, value]) => [
        name.toLowerCase(),
        typeof value === 'string' ? [value] : value,
      ]),
    );
    const call: Call = {
      client: keepsMetadata ? headers : new Map(),
      ...(protocol === 'grpc' && { grpc: headers }),
      sink,
      hops: 0,
    };
    try {
      enter(id, batch, call);
      return { refused: [] };
    } catch (error) {
      if (error instanceof Crash) return { refused: [error.fault] };
      if (!(error instanceof Refusal)) throw error;
      return { refused: error.faults };
    }
  }

  private graph(name: string | undefined): CollectorGraph {
    const all = [...this.graphs.values()];
    const known = all.map(({ view }) => view.collector.name || view.path).join(', ');
    if (name === undefined) {
      const [only] = all;
      if (only !== undefined && all.length === 1) return only;
      throw new MdaiError(all.length === 0 ? 'There is no collector.' : `Name one of the collectors: ${known}.`);
    }
    const byPath = this.graphs.get(name);
    if (byPath) return byPath;
    const byName = all.filter(({ view }) => view.collector.name === name);
    const [found] = byName;
    if (found === undefined) throw new MdaiError(`There is no collector "${name}". There are: ${known}.`);
    if (byName.length === 1) return found;
    const paths = byName.map(({ view }) => view.path).join(', ');
    throw new MdaiError(`Several collectors are named "${name}". Name one by its path: ${paths}.`);
  }

  private goOn(to: string, receiver: string, batch: Batch, call: Call): void {
    const graph = this.graphs.get(to);
    if (graph === undefined) return;
    if (call.hops === mostHops) {
      this.missing.set(to, { path: to, reason: 'the telemetry goes in circles between collectors' });
      return;
    }
    graph.enter(receiver, batch, { client: new Map(), sink: call.sink, hops: call.hops + 1 });
  }

  private variable(
    { env }: CollectorModel,
    given: Readonly<Record<string, string>>,
    name: string,
    hasDefault: boolean,
  ): string | undefined {
    if (Object.hasOwn(given, name)) return given[name];
    const own = Object.hasOwn(env, name) ? env[name] : undefined;
    if (own?.kind === 'value') return own.value;
    if (!hasDefault) this.unread.add(name);
    return undefined;
  }
}
