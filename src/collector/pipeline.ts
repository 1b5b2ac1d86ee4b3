import type { Processor, Source } from '../catalog/component';
import type { Target, takes } from '../catalog/target';
import { type ParsedPipelineId, parsePipelineId } from '../model/component-id';
import { MdaiError } from '../model/issue';

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
}

export function isPipeline(value: unknown): value is Pipeline<string> {
  return typeof value === 'object' && value !== null && pipelineMark in value;
}
