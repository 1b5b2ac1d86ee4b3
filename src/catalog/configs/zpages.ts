import type { Value } from '../../model/value';
import type { HttpServerConfig } from './shared-http';

/** Shows the collector's own traces and pipelines as web pages, on port 55679. */
export interface ZPagesExtensionConfig extends HttpServerConfig {
  /** Go's own variables, on the path `/debug/expvarz`. @default off */
  readonly expvar?: ZPagesExpvarConfig;
}

/** Go's own variables. */
export interface ZPagesExpvarConfig {
  /** @default false */
  readonly enabled?: Value<boolean>;
}
