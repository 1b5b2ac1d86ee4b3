import type { Processor } from './component';

// A phantom property: it carries the accepted signals in the type, and does not exist at run time.
export declare const takes: unique symbol;

/** Anything that a pipeline of the signals `S` can send to: an exporter, a connector, a pipeline, an inlet, a measure. */
export interface Target<S extends string> {
  readonly [takes]: { readonly [signal in S]: true };
}

/** A target with processing that only it gets. */
export class Through<S extends string> implements Target<S> {
  declare readonly [takes]: { readonly [signal in S]: true };

  constructor(
    /** @internal */
    readonly target: Target<S>,
    /** @internal */
    readonly processors: readonly Processor<S>[],
    /** @internal The name of the pipeline that this needs. Default: the target's own name. */
    readonly label?: string,
  ) {}
}

export function through<S extends string>(target: Target<S>, processors: readonly Processor<S>[]): Target<S> {
  return new Through(target, processors);
}
