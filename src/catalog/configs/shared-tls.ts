import type { DurationValue, Value } from '../../model/value';

interface TlsConfig {
  /** A file with the certificates of the authorities to trust, in PEM. @default the system's */
  readonly ca_file?: Value<string>;
  /** The certificates of the authorities to trust, in PEM; not with `ca_file`. */
  readonly ca_pem?: Value<string>;
  /** A file with the certificate, in PEM. */
  readonly cert_file?: Value<string>;
  /** The certificate, in PEM; not with `cert_file`. */
  readonly cert_pem?: Value<string>;
  /** A file with the certificate's key, in PEM. */
  readonly key_file?: Value<string>;
  /** The certificate's key, in PEM; a secret. Not with `key_file`. */
  readonly key_pem?: Value<string>;
  /** Trust the system's authorities besides `ca_file`. @default false */
  readonly include_system_ca_certs_pool?: Value<boolean>;
  /** The oldest version to speak. @default '1.2' */
  readonly min_version?: Value<TlsVersion>;
  /** The newest version to speak. @default '1.3' */
  readonly max_version?: Value<TlsVersion>;
  /** The cipher suites up to TLS 1.2, by their Go names. @default Go's secure ones */
  readonly cipher_suites?: readonly Value<string>[];
  /** Allow suites in `cipher_suites` that Go calls insecure. Since 0.159.0. @default false */
  readonly include_insecure_cipher_suites?: Value<boolean>;
  /** The curves for the key exchange, best first, e.g. `X25519`. @default Go's */
  readonly curve_preferences?: readonly Value<string>[];
  /** How often the certificate's files are read again. @default never */
  readonly reload_interval?: DurationValue;
  /** Keep the key in a trusted platform module. @default off */
  readonly tpm?: TpmConfig;
}

export type TlsVersion = '1.0' | '1.1' | '1.2' | '1.3';

/** A trusted platform module that holds a key. */
export interface TpmConfig {
  /** @default false */
  readonly enabled?: Value<boolean>;
  /** The module's device, e.g. `/dev/tpmrm0`. */
  readonly path?: Value<string>;
  /** The owner's password; a secret. */
  readonly owner_auth?: Value<string>;
  /** The key's password; a secret. */
  readonly auth?: Value<string>;
}

/** TLS of a client. */
export interface TlsClientConfig extends TlsConfig {
  /** Speak without TLS. @default false */
  readonly insecure?: Value<boolean>;
  /** Accept any certificate of the server. @default false */
  readonly insecure_skip_verify?: Value<boolean>;
  /** The name to expect in the server's certificate. @default the endpoint's host */
  readonly server_name_override?: Value<string>;
}

/** TLS of a server, which needs a certificate and its key. */
export interface TlsServerConfig extends TlsConfig {
  /** A file with the authorities whose clients may connect, in PEM. @default clients need no certificate */
  readonly client_ca_file?: Value<string>;
  /** Read `client_ca_file` again when it changes. @default false */
  readonly client_ca_file_reload?: Value<boolean>;
  /** False leaves TLS out. Since 0.159.0. @default true */
  readonly enabled?: Value<boolean>;
}
