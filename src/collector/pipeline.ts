import type { Processor, Source } from '../catalog/component';
import type { Target, takes } from '../catalog/target';
import { type ParsedPipelineId, parsePipelineId } from '../model/component-id';
import { MdaiError } from '../model/issue';
import type { Release } from '../model/release';
import type { Edit } from './edits';

/** The id of a pipeline that carries `S`: the signal, or `signal/name`. */
export type PipelineId<S extends string> = S | `${S}/${string}`;

/** What a pipeline is made of. */
export interface PipelineProps<S extends string> {
  /**
   * Where telemetry comes from: receivers and connectors.
   * @default nothing; another pipeline sends to this one
   */
  readonly from?: readonly Source<S>[];
  /**
   * What happens to it, in this order. The memory limiter comes first of itself.
   * @default nothing
   */
  readonly processors?: readonly Processor<S>[];
  /** Where it goes: each target gets all of it. */
  readonly to: readonly Target<S>[];
}

/** What is added to a pipeline. */
export interface PipelineAdditions<S extends string> extends Partial<PipelineProps<S>> {}

/** Where a tap stands, and where its copy goes. */
export interface TapOptions<S extends string> {
  /**
   * The processor of this pipeline behind which the tap stands.
   * @default before the first processor
   */
  readonly after?: Processor<S>;
  /** Where the copy goes. */
  readonly to: Target<S>;
}

/** The collector that a pipeline belongs to. */
export interface PipelineOwner {
  readonly path: string;
  readonly release: Release;
  /** Throws where what is given to this collector holds a pipeline of another. */
  assertOwn(values: readonly unknown[]): void;
  /** Something of this collector changed. */
  touch(): void;
}

export interface Tap {
  readonly name: string;
  readonly after?: Processor<string>;
  readonly to: Target<string>;
}

const pipelineMark: unique symbol = Symbol.for('cdk8s-mdai.Pipeline') as never;

/** A pipeline of a collector, and a target for other pipelines of the same collector. */
export class Pipeline<S extends string> implements Target<S> {
  /** @internal Recognised across two installed copies of this library. */
  readonly [pipelineMark]: true = true;
  declare readonly [takes]: { readonly [signal in S]: true };
  /** @internal */
  readonly parsed: ParsedPipelineId;
  /** @internal */
  readonly taps: Tap[] = [];
  /** @internal In the order of the calls. */
  readonly edits: Edit[] = [];

  /** @internal */
  constructor(
    readonly owner: PipelineOwner,
    /** `signal` or `signal/name`. */
    readonly pipelineId: string,
    /** @internal */
    readonly props: PipelineProps<S>,
  ) {
    const parsed = parsePipelineId(pipelineId);
    if (!parsed) {
      throw new MdaiError(
        `${owner.path}: "${pipelineId}" is no pipeline id. Write traces, metrics or logs, or one of them with a name: logs/in.`,
      );
    }
    this.parsed = parsed;
  }

  /**
   * Copies what passes here to another target. The pipeline itself stays as it is.
   *
   * @param name becomes the name of the copy's own pipeline
   */
  tap(name: string, options: TapOptions<S>): this {
    this.owner.assertOwn([options.to]);
    this.taps.push({ name, ...options });
    this.owner.touch();
    return this;
  }

  /** Adds sources, processors and targets behind those that the pipeline has. */
  add(additions: PipelineAdditions<S>): this {
    const { from = [], processors = [], to = [] } = additions;
    return this.edit({ kind: 'add', members: { from, processors, to } });
  }

  /**
   * Puts processors before another.
   *
   * @param anchor the value that this pipeline was given
   */
  before(anchor: Processor<S>, ...processors: readonly Processor<S>[]): this {
    return this.edit({ kind: 'before', anchor, processors });
  }

  /**
   * Puts processors behind another.
   *
   * @param anchor the value that this pipeline was given
   */
  after(anchor: Processor<S>, ...processors: readonly Processor<S>[]): this {
    return this.edit({ kind: 'after', anchor, processors });
  }

  /**
   * Puts a processor in the place of another, a source in the place of a source, or a target in that of a target. From
   * here on, the value that was replaced stands for what replaced it: for taps, and for further edits.
   *
   * @param anchor the value that this pipeline was given
   */
  replace(anchor: Processor<S>, by: Processor<S>): this;
  replace(anchor: Source<S>, by: Source<S>): this;
  replace(anchor: Target<S>, by: Target<S>): this;
  replace(anchor: object, by: object): this {
    return this.edit({ kind: 'replace', anchor, by });
  }

  /**
   * Takes a processor, a source or a target out. What nothing else uses leaves the configuration.
   *
   * @param anchor the value that this pipeline was given
   */
  remove(anchor: Processor<S> | Source<S> | Target<S>): this {
    return this.edit({ kind: 'remove', anchor });
  }

  private edit(edit: Edit): this {
    this.owner.assertOwn([edit]);
    this.edits.push(edit);
    this.owner.touch();
    return this;
  }
}

export function isPipeline(value: unknown): value is Pipeline<string> {
  return typeof value === 'object' && value !== null && pipelineMark in value;
}

/** @internal The id of a pipeline that a pipeline needs beside itself. */
export function subId({ parsed: { signal, name: own } }: Pipeline<string>, name: string): string {
  return own === undefined ? `${signal}/${name}` : `${signal}/${own}.${name}`;
}
