import { type ConfigMap, isConfigMap } from '../model/config';
import { all, choice, type Fault, isGiven, needs, notBoth, type StructRule } from './rule';

const tls: StructRule = all(
  notBoth('ca', 'ca_file', 'ca_ref'),
  notBoth('cert', 'cert_file', 'cert_ref'),
  notBoth('key', 'key_file', 'key_ref'),
  function* (fields) {
    const has = (part: string) => [part, `${part}_file`, `${part}_ref`].some((field) => isGiven(fields[field]));
    if (has('cert') && !has('key')) yield { message: 'has a certificate without a key.', fix: 'Add key_file.' };
    if (has('key') && !has('cert')) yield { message: 'has a key without a certificate.', fix: 'Add cert_file.' };
  },
);

function* proxy(fields: ConfigMap): Generator<Fault> {
  const { proxy_connect_header: headers, proxy_from_environment: environment, no_proxy: except } = fields;
  const hasUrl = isGiven(fields.proxy_url);
  if (isConfigMap(headers) && Object.keys(headers).length > 0 && environment !== true && !hasUrl) {
    yield { field: 'proxy_connect_header', message: 'has headers for a proxy, but no proxy.', fix: 'Add proxy_url.' };
  }
  if (environment === true && hasUrl) {
    yield { field: 'proxy_url', message: 'has a proxy, and takes one from the environment.', fix: 'Keep one of them.' };
  }
  if (isGiven(except) && (environment === true || fields.proxy_url === undefined || fields.proxy_url === null)) {
    yield { field: 'no_proxy', message: 'has exceptions from a proxy, but no proxy_url.', fix: 'Add proxy_url.' };
  }
}

const jwtBearer = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

const oauth2: StructRule = all(proxy, (fields) => {
  if (fields.grant_type !== jwtBearer) return [];
  return choice('signature_algorithm', ['RS256', 'RS384', 'RS512'])(fields, {});
});

const oauth2InUse: StructRule = all(needs('client_id', 'token_url'), (fields) =>
  (fields.grant_type === jwtBearer
    ? notBoth('client_certificate_key', 'client_certificate_key_file', 'client_certificate_key_ref')
    : notBoth('client_secret', 'client_secret_file', 'client_secret_ref'))(fields, {}),
);

const authorization: StructRule = all(
  notBoth('credentials', 'credentials_file', 'credentials_ref'),
  function* (fields) {
    if (typeof fields.type === 'string' && fields.type.trim().toLowerCase() === 'basic') {
      yield { field: 'type', message: 'has the type "basic".', fix: 'Use basic_auth.' };
    }
  },
);

/** Headers that the client sets itself. */
const reserved = new Set([
  ...['authorization', 'host', 'content-encoding', 'content-length', 'content-type', 'user-agent', 'connection'],
  ...['keep-alive', 'proxy-authenticate', 'proxy-authorization', 'www-authenticate', 'accept-encoding'],
  ...['x-prometheus-remote-write-version', 'x-prometheus-remote-read-version', 'x-prometheus-scrape-timeout-seconds'],
  ...['x-amz-date', 'x-amz-security-token', 'x-amz-content-sha256'],
]);

const ways = ['basic_auth', 'oauth2', 'authorization', 'bearer_token', 'bearer_token_file'];

const client: StructRule = all(
  function* (fields) {
    const used = ways.filter((way) => isConfigMap(fields[way]) || isGiven(fields[way]));
    if (used.length > 1) {
      yield {
        field: used[1] ?? '',
        message: `authorizes in ${used.length} ways: ${used.join(', ')}.`,
        fix: 'Keep one of them.',
      };
    }
    for (const name of Object.keys(isConfigMap(fields.http_headers) ? fields.http_headers : {})) {
      if (!reserved.has(name.toLowerCase())) continue;
      yield {
        field: 'http_headers',
        message: `sets the header "${name}", which the client sets itself.`,
        fix: 'Take it out.',
      };
    }
  },
  proxy,
  (fields) => (isConfigMap(fields.oauth2) ? oauth2InUse(fields.oauth2, {}) : []),
);

/** What the parts of a client for HTTP refuse, by struct. */
export const httpRules: Readonly<Record<string, StructRule>> = {
  Authorization: authorization,
  BasicAuth: all(
    notBoth('username', 'username_file', 'username_ref'),
    notBoth('password', 'password_file', 'password_ref'),
  ),
  HTTPClientConfig: client,
  OAuth2: oauth2,
  TLSConfig: tls,
};

/** Whether a client sends an Authorization header. */
export function authorizes(client: ConfigMap): boolean {
  return isConfigMap(client.authorization) || isGiven(client.bearer_token) || isGiven(client.bearer_token_file);
}
