import type { HttpClientModel, TlsModel } from '../model/http-client';
import { MdaiError } from '../model/issue';
import { type ObjectEntry, objectEntry } from '../model/object-entry';
import type { EntryRef } from '../model/value';

/** How a client of HTTP proves who it is, and whom it trusts. Everything secret is an entry of a Secret. */
export interface HttpClientOptions {
  /** A name and a password, each a `secret()`. */
  readonly basicAuth?: { readonly username: EntryRef; readonly password: EntryRef };
  /** A token, a `secret()`; `type` stands in front of it in the header. @default type 'Bearer' */
  readonly authorization?: { readonly type?: string; readonly credentials: EntryRef };
  /** Whom it trusts, and the certificate that it shows. */
  readonly tls?: TlsOptions;
  /** @default none */
  readonly proxyUrl?: string;
}

/** TLS of a client. The other side is verified unless told otherwise. */
export interface TlsOptions {
  /** The authority that it trusts: a `secretFile()` or `configMapFile()`. @default those of the image */
  readonly ca?: EntryRef;
  /** Its own certificate: a `secretFile()` or `configMapFile()`. @default none */
  readonly cert?: EntryRef;
  /** The key of that certificate: a `secretFile()`. @default none */
  readonly key?: EntryRef;
  /** The name that the other side’s certificate has to have. @default the host that it connects to */
  readonly serverName?: string;
  /** Takes any certificate, so that anybody in between can read along. @default false */
  readonly insecureSkipVerify?: boolean;
}

/** @throws MdaiError for a value that is no entry of a Secret or a ConfigMap */
export function httpClient({ basicAuth, authorization, tls, proxyUrl }: HttpClientOptions): HttpClientModel {
  if (basicAuth && authorization) {
    throw new MdaiError('basicAuth and authorization both write the header Authorization. Give one of them.');
  }
  return {
    ...(basicAuth && {
      basicAuth: {
        username: secretEntry('basicAuth.username', basicAuth.username),
        password: secretEntry('basicAuth.password', basicAuth.password),
      },
    }),
    ...(authorization && {
      authorization: {
        type: authorization.type ?? 'Bearer',
        credentials: secretEntry('authorization.credentials', authorization.credentials),
      },
    }),
    ...(tls && { tls: tlsModel(tls) }),
    ...(proxyUrl !== undefined && { proxyUrl }),
  };
}

function tlsModel({ ca, cert, key, serverName, insecureSkipVerify }: TlsOptions): TlsModel {
  return {
    ...(ca && { ca: objectEntry('tls.ca', ca) }),
    ...(cert && { cert: objectEntry('tls.cert', cert) }),
    ...(key && { key: secretEntry('tls.key', key) }),
    ...(serverName !== undefined && { serverName }),
    ...(insecureSkipVerify !== undefined && { insecureSkipVerify }),
  };
}

function secretEntry(field: string, value: EntryRef): ObjectEntry {
  const found = objectEntry(field, value);
  if (found.kind !== 'secret')
    throw new MdaiError(`${field} is in a ConfigMap, where anybody can read it. Use a Secret.`);
  return found;
}
