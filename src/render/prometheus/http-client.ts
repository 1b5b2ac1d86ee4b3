import type { HttpClientModel, TlsModel } from '../../model/http-client';
import type { ObjectEntry } from '../../model/object-entry';
import { defined } from '../pods/merge';

/** Where the entries of Secrets and ConfigMaps are in the pods of a Prometheus without an operator. */
export const clientFolder = '/etc/prometheus/clients';

/** The settings of a client in the words of the Prometheus operator, which reads the Secrets itself. */
export function operatorClient({ basicAuth, authorization, tls, proxyUrl }: HttpClientModel) {
  return defined({
    basicAuth: basicAuth && { username: selector(basicAuth.username), password: selector(basicAuth.password) },
    authorization: authorization && { type: authorization.type, credentials: selector(authorization.credentials) },
    tlsConfig: tls && operatorTls(tls),
    proxyUrl,
  });
}

function operatorTls({ ca, cert, key, serverName, insecureSkipVerify }: TlsModel) {
  const either = (entry: ObjectEntry) => ({ [entry.kind]: selector(entry) });
  return defined({
    ca: ca && either(ca),
    cert: cert && either(cert),
    keySecret: key && selector(key),
    serverName,
    insecureSkipVerify,
  });
}

function selector({ name, key }: ObjectEntry) {
  return { name, key };
}

/** The same in the words of Prometheus, which reads mounted files. */
export function plainClient({ basicAuth, authorization, tls, proxyUrl }: HttpClientModel) {
  return defined({
    basic_auth: basicAuth && { username_file: fileOf(basicAuth.username), password_file: fileOf(basicAuth.password) },
    authorization: authorization && { type: authorization.type, credentials_file: fileOf(authorization.credentials) },
    tls_config:
      tls &&
      defined({
        ca_file: tls.ca && fileOf(tls.ca),
        cert_file: tls.cert && fileOf(tls.cert),
        key_file: tls.key && fileOf(tls.key),
        server_name: tls.serverName,
        insecure_skip_verify: tls.insecureSkipVerify,
      }),
    proxy_url: proxyUrl,
  });
}

/** The folder in which an object is mounted. */
export function folderOf({ kind, name }: Pick<ObjectEntry, 'kind' | 'name'>): string {
  return `${clientFolder}/${kind === 'secret' ? 'secrets' : 'configmaps'}/${name}`;
}

function fileOf(entry: ObjectEntry): string {
  return `${folderOf(entry)}/${entry.key}`;
}
