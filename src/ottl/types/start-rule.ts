import type { Release } from '../../model/release';
import type { Arguments } from './start';

/** What is wrong with the arguments of a call. */
export interface Broken {
  /** The argument that is wrong; none for the call itself. */
  readonly argument?: string;
  /** A sentence without its end. */
  readonly message: string;
  readonly fix: string;
}

/** What a function looks at when it is made. Values that are not known before the collector runs keep every rule. */
export type StartRule = (given: Arguments, release: Release) => Broken | undefined;
