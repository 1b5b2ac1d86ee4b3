import type { Release } from '../../model/release';
import type { Differences } from './differences';
import type { Tools } from './functions/function';
import type { OttlContext } from './place';

/** In which a tree is compiled. */
export interface Scope {
  readonly context: OttlContext;
  readonly release: Release;
  readonly differences: Differences;
  readonly environment: (name: string) => string | undefined;
  readonly tools: Tools;
}
