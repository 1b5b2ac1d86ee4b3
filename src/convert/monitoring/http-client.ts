import { at, type ConfigMap, type ConfigValue, isConfigMap } from '../../model/config';
import type { HttpClientModel, TlsModel } from '../../model/http-client';
import type { ObjectEntry } from '../../model/object-entry';
import { text } from '../values';

/** How a client of HTTP proves who it is, as the custom resources of the Prometheus operator say it. */
export function operatorClient(given: ConfigMap): HttpClientModel {
  const { basicAuth, authorization, bearerTokenSecret, tlsConfig, proxyUrl } = given;
  const [username, password] = [secretEntry(at(basicAuth, 'username')), secretEntry(at(basicAuth, 'password'))];
  const credentials = secretEntry(at(authorization, 'credentials')) ?? secretEntry(bearerTokenSecret);
  return {
    ...(username && password && { basicAuth: { username, password } }),
    ...(credentials && { authorization: { type: text(at(authorization, 'type')) || 'Bearer', credentials } }),
    ...(isConfigMap(tlsConfig) && {
      tls: tls(tlsConfig, {
        ca: either(tlsConfig.ca),
        cert: either(tlsConfig.cert),
        key: secretEntry(tlsConfig.keySecret),
      }),
    }),
    ...(typeof proxyUrl === 'string' && { proxyUrl }),
  };
}

/** The same as Prometheus' own configuration says it: what is secret is in files, or written out. */
export function plainClient(given: ConfigMap): HttpClientModel {
  const { basic_auth: basic, authorization, tls_config: tlsConfig, proxy_url: proxyUrl } = given;
  return {
    ...(isConfigMap(basic) && {
      basicAuth: {
        username: fileEntry(basic.username_file),
        password: fileEntry(basic.password_file),
      },
    }),
    ...((isConfigMap(authorization) || given.bearer_token !== undefined || given.bearer_token_file !== undefined) && {
      authorization: {
        type: text(at(authorization, 'type')) || 'Bearer',
        credentials: fileEntry(at(authorization, 'credentials_file') ?? given.bearer_token_file),
      },
    }),
    ...(isConfigMap(tlsConfig) && {
      tls: tls(tlsConfig, {
        ca: tlsConfig.ca_file === undefined ? undefined : fileEntry(tlsConfig.ca_file),
        cert: tlsConfig.cert_file === undefined ? undefined : fileEntry(tlsConfig.cert_file),
        key: tlsConfig.key_file === undefined ? undefined : fileEntry(tlsConfig.key_file),
      }),
    }),
    ...(typeof proxyUrl === 'string' && { proxyUrl }),
  };
}

function tls(given: ConfigMap, { ca, cert, key }: Partial<Record<'ca' | 'cert' | 'key', ObjectEntry>>): TlsModel {
  const serverName = given.serverName ?? given.server_name;
  const insecure = given.insecureSkipVerify ?? given.insecure_skip_verify;
  return {
    ...(ca && { ca }),
    ...(cert && { cert }),
    ...(key && { key }),
    ...(typeof serverName === 'string' && { serverName }),
    ...(typeof insecure === 'boolean' && { insecureSkipVerify: insecure }),
  };
}

function either(value: ConfigValue | undefined): ObjectEntry | undefined {
  return secretEntry(at(value, 'secret')) ?? entry('configMap', at(value, 'configMap'));
}

function secretEntry(value: ConfigValue | undefined): ObjectEntry | undefined {
  return entry('secret', value);
}

function entry(kind: ObjectEntry['kind'], value: ConfigValue | undefined): ObjectEntry | undefined {
  return isConfigMap(value) ? { kind, name: text(value.name), key: text(value.key) } : undefined;
}

/** A file of a folder: of the object that is mounted there nothing is known but the entry. */
function fileEntry(path: ConfigValue | undefined): ObjectEntry {
  const [folder = '', file = ''] = /^(?:.*\/)?([^/]+)\/([^/]+)$/.exec(text(path))?.slice(1) ?? ['', text(path)];
  return { kind: 'secret', name: folder, key: file };
}
