import type { Value } from '../../model/value';
import type { Extension } from '../component';

/** Who proves its identity to a server, and how. */
export interface ClientAuthConfig {
  /** The extension that adds the credentials. */
  readonly authenticator: Extension<'clientAuth'>;
  /** False leaves authentication out. Since 0.159.0. @default true */
  readonly enabled?: Value<boolean>;
}

/** How a server checks who calls it. */
export interface ServerAuthConfig {
  /** The extension that checks the credentials. */
  readonly authenticator: Extension<'serverAuth'>;
  /** False leaves authentication out. Since 0.159.0. @default true */
  readonly enabled?: Value<boolean>;
}

/** Who may call an HTTP server. */
export interface HttpServerAuthConfig extends ServerAuthConfig {
  /** Query parameters that the extension sees besides the headers. */
  readonly request_params?: readonly Value<string>[];
}

/** Who proves its identity on a connection whose side is not known, or checks that of others. */
export interface AuthConfig {
  /** The extension that adds or checks the credentials. */
  readonly authenticator: Extension<'clientAuth'> | Extension<'serverAuth'>;
  /** False leaves authentication out. Since 0.159.0. @default true */
  readonly enabled?: Value<boolean>;
}
