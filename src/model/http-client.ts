import type { ObjectEntry } from './object-entry';

/** How a client of HTTP proves who it is, and whom it trusts. */
export interface HttpClientModel {
  readonly basicAuth?: { readonly username: ObjectEntry; readonly password: ObjectEntry };
  readonly authorization?: { readonly type: string; readonly credentials: ObjectEntry };
  readonly tls?: TlsModel;
  readonly proxyUrl?: string;
}

export interface TlsModel {
  readonly ca?: ObjectEntry;
  readonly cert?: ObjectEntry;
  readonly key?: ObjectEntry;
  readonly serverName?: string;
  readonly insecureSkipVerify?: boolean;
}

/** The entries that a client reads. */
export function entriesOf({ basicAuth, authorization, tls }: HttpClientModel): readonly ObjectEntry[] {
  const all = [basicAuth?.username, basicAuth?.password, authorization?.credentials, tls?.ca, tls?.cert, tls?.key];
  return all.filter((entry) => entry !== undefined);
}
