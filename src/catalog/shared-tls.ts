import type { JsonSchema } from './facts';
import { bool, duration, enabled, type Fields, text, texts } from './shared-scalars';

const version: JsonSchema = { type: 'string', enum: ['', '1.0', '1.1', '1.2', '1.3'] };
const secret: JsonSchema = { type: 'string', 'x-secret': true };

const common: Fields = {
  ca_file: text,
  ca_pem: text,
  cert_file: text,
  cert_pem: text,
  key_file: text,
  key_pem: secret,
  include_system_ca_certs_pool: bool,
  min_version: version,
  max_version: version,
  cipher_suites: texts,
  include_insecure_cipher_suites: { ...bool, 'x-since': '0.159.0' },
  curve_preferences: texts,
  reload_interval: duration,
  tpm: {
    type: 'object',
    additionalProperties: false,
    properties: { enabled: bool, path: text, owner_auth: secret, auth: secret },
  },
};

/** TLS of a client (configtls.ClientConfig). */
export const tlsClient: JsonSchema = {
  type: 'object',
  additionalProperties: false,
  properties: { ...common, insecure: bool, insecure_skip_verify: bool, server_name_override: text },
};

/** TLS of a server (configtls.ServerConfig). */
export const tlsServer: JsonSchema = {
  type: 'object',
  additionalProperties: false,
  properties: { ...common, client_ca_file: text, client_ca_file_reload: bool, enabled },
};
