import { at, type ConfigMap, type ConfigValue, isConfigMap } from '../../../model/config';
import { type Code, call, object, string } from '../code';
import type { Entries } from './entries';
import { flagOf, textOf } from './scalars';

/** An entry of a Secret, as a client's credentials name it. */
export function secretEntry(value: ConfigValue | undefined, as = 'secret'): Code | undefined {
  const [name, key] = [at(value, 'name'), at(value, 'key')];
  if (typeof name !== 'string' || typeof key !== 'string') return undefined;
  return call(as, string(name), string(key));
}

/** The TLS of a client. */
export function tlsCode(value: ConfigValue | undefined): Code | undefined {
  if (!isConfigMap(value)) return undefined;
  const { serverName, insecureSkipVerify } = value;
  return object([
    ['ca', fileEntry(value.ca)],
    ['cert', fileEntry(value.cert)],
    ['key', secretEntry(value.keySecret, 'secretFile')],
    ['serverName', textOf(serverName)],
    ['insecureSkipVerify', flagOf(insecureSkipVerify)],
  ]);
}

function fileEntry(value: ConfigValue | undefined): Code | undefined {
  return secretEntry(at(value, 'secret'), 'secretFile') ?? secretEntry(at(value, 'configMap'), 'configMapFile');
}

/** How a client of HTTP proves who it is, as props. What they cannot say is left out. */
export function clientEntries(client: ConfigMap): Entries {
  const { basicAuth, authorization, tlsConfig, proxyUrl } = client;
  const [username, password] = [secretEntry(at(basicAuth, 'username')), secretEntry(at(basicAuth, 'password'))];
  const credentials = secretEntry(at(authorization, 'credentials'));
  const type = at(authorization, 'type');
  return [
    [
      'basicAuth',
      username &&
        password &&
        object([
          ['username', username],
          ['password', password],
        ]),
    ],
    [
      'authorization',
      credentials &&
        object([
          ['type', typeof type === 'string' && type !== 'Bearer' ? string(type) : undefined],
          ['credentials', credentials],
        ]),
    ],
    ['tls', tlsCode(tlsConfig)],
    ['proxyUrl', textOf(proxyUrl)],
  ];
}
