import type { Value } from '../../model/value';

/** Sends, or asks for, a token. Needs `token`, `tokens` or `filename`. */
export interface BearerTokenAuthExtensionConfig {
  /** The header that carries the token. @default 'Authorization' */
  readonly header?: Value<string>;
  /** The word before the token. @default 'Bearer' */
  readonly scheme?: Value<string>;
  /** The token; a secret. */
  readonly token?: Value<string>;
  /** Tokens that a server accepts, the first of which a client sends; secrets. Not with `token`. */
  readonly tokens?: readonly Value<string>[];
  /** A file with the tokens, one a line, which is read again when it changes. It wins over the other two. */
  readonly filename?: Value<string>;
}
