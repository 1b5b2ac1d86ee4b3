import type { IssuerModel } from '../model/collector';
import { at, type ConfigValue } from '../model/config';
import { certificateFile, isRef, type Ref } from '../model/value';

/** What kind of issuer it is, in cert-manager's own terms. */
export interface IssuerOptions {
  /** An `Issuer` serves its own namespace, a `ClusterIssuer` all of them. @default 'Issuer' */
  readonly kind?: 'Issuer' | 'ClusterIssuer';
  /** The API group of an issuer that is not cert-manager's own. @default cert-manager's */
  readonly group?: string;
}

/** TLS of a server: of a receiver, or of an extension that listens. */
export interface ServerTls {
  readonly cert_file: Ref;
  readonly key_file: Ref;
  readonly client_ca_file?: Ref;
  readonly client_ca_file_reload?: true;
  readonly reload_interval: string;
}

/** TLS of a client: of an exporter, or of a receiver that connects. */
export interface ClientTls {
  readonly ca_file: Ref;
  readonly cert_file?: Ref;
  readonly key_file?: Ref;
  readonly reload_interval?: string;
}

// cert-manager renews long before a certificate ends, by default after two thirds of 90 days.
const reload_interval = '1h';

/** A cert-manager issuer, which gives each collector that names it one certificate, for both ends of a connection. */
export class Issuer {
  /** @internal */
  constructor(
    /** @internal */
    readonly model: IssuerModel,
  ) {}

  /**
   * The field `tls` of something that listens: with the collector's own certificate, for clients that have one of this
   * issuer too.
   *
   * @param options `clients`: `'any'` lets in clients without a certificate
   */
  serverTls({ clients = 'certified' }: { readonly clients?: 'certified' | 'any' } = {}): ServerTls {
    return {
      cert_file: this.file('tls.crt'),
      key_file: this.file('tls.key'),
      ...(clients === 'certified' && { client_ca_file: this.file('ca.crt'), client_ca_file_reload: true }),
      reload_interval,
    };
  }

  /**
   * The field `tls` of something that connects: it trusts this issuer, and shows the collector's own certificate.
   *
   * @param options `certificate`: false shows none
   */
  clientTls({ certificate = true }: { readonly certificate?: boolean } = {}): ClientTls {
    return {
      ca_file: this.file('ca.crt'),
      ...(certificate && { cert_file: this.file('tls.crt'), key_file: this.file('tls.key'), reload_interval }),
    };
  }

  private file(key: 'tls.crt' | 'tls.key' | 'ca.crt'): Ref {
    return certificateFile(this.model, key);
  }
}

/**
 * An issuer of cert-manager that is there: its own object is yours. It has to tell its authority (`ca.crt` in the Secrets
 * that it writes), as issuers of the kinds CA and Vault do.
 *
 * @param name the issuer's name
 */
export function issuer(name: string, { kind = 'Issuer', group }: IssuerOptions = {}): Issuer {
  return new Issuer({ name, kind, ...(group !== undefined && { group }) });
}

/** The issuer of the certificate that a server shows, where it is one of cert-manager's. */
export function issuerOf(serverTls: ConfigValue | undefined): IssuerModel | undefined {
  const certificate: unknown = at(serverTls, 'cert_file');
  const [part] = isRef(certificate) ? certificate.parts() : [];
  if (typeof part !== 'object' || part.kind !== 'file' || part.source.kind !== 'certificate') return undefined;
  return part.source.issuer;
}
