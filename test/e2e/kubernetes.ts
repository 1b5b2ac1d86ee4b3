import { generateKeyPairSync } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from '../../src/testing';
import { tool } from '../../tools/locate';
import { type Account, type Action, accessReview, userOf } from './kubernetes/accounts';
import { accepted, Client, type Identity } from './kubernetes/client';
import { definitions } from './kubernetes/definitions';
import { freePorts } from './kubernetes/ports';
import { Running, scratch, until } from './process';

const adminToken = 'admin';

const definition = { apiVersion: 'apiextensions.k8s.io/v1', kind: 'CustomResourceDefinition' };

/** A profile of the Pod Security Standards. */
export type Level = 'restricted' | 'baseline' | 'privileged';

/**
 * A Kubernetes API server with nothing behind it: it takes, refuses, defaults and authorizes objects as any cluster does,
 * with the admission plugins that are on by default, but no controller acts on them and no pod runs.
 */
export class Cluster extends Client {
  static async start(): Promise<Cluster> {
    const [store, apiserver] = [tool('etcd'), tool('kube-apiserver')];
    const folder = scratch();
    const [etcdPort = 0, peerPort = 0, port = 0] = await freePorts(3);
    writeCredentials(folder);
    const etcd = new Running(store, etcdFlags(folder, etcdPort, peerPort));
    const server = new Running(apiserver, serverFlags(folder, etcdPort, port));
    try {
      await server.printed('Serving securely on', 60);
      const certificate = { file: join(folder, 'apiserver.crt'), key: join(folder, 'apiserver.key') };
      const identity = { port, authority: readFileSync(certificate.file, 'utf8'), token: adminToken };
      const cluster = new Cluster(identity, certificate, folder, [server, etcd]);
      await until(async () => (await cluster.ask('GET', '/readyz')).ok, 'the API server to be ready', 60);
      return cluster;
    } catch (error) {
      await Promise.all([server.stop(), etcd.stop()]);
      throw error;
    }
  }

  private constructor(
    identity: Identity,
    /** The files of the certificate for 127.0.0.1 that the API server made itself, its authority among them. */
    readonly certificate: { readonly file: string; readonly key: string },
    private readonly folder: string,
    private readonly programs: readonly Running[],
  ) {
    super(identity);
  }

  async stop(): Promise<void> {
    this.close();
    for (const program of this.programs) await program.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Where the API server is, for programs that read a kubeconfig, with somebody's token. */
  kubeconfig(token: string): Manifest {
    const { port, authority } = this.identity;
    const data = Buffer.from(authority).toString('base64');
    return {
      apiVersion: 'v1',
      kind: 'Config',
      clusters: [{ name: 'e2e', cluster: { server: `https://127.0.0.1:${port}`, 'certificate-authority-data': data } }],
      users: [{ name: 'e2e', user: { token } }],
      contexts: [{ name: 'e2e', context: { cluster: 'e2e', user: 'e2e' } }],
      'current-context': 'e2e',
    };
  }

  /** A token of a ServiceAccount, for two hours. */
  async token({ namespace, name }: Account): Promise<string> {
    const path = `/api/v1/namespaces/${namespace}/serviceaccounts/${name}/token`;
    const wanted = { apiVersion: 'authentication.k8s.io/v1', kind: 'TokenRequest', spec: { expirationSeconds: 7200 } };
    return accepted(await this.ask('POST', path, wanted)).body.status.token;
  }

  /** The API as a ServiceAccount's pods have it. */
  asUser(account: Account): Client {
    const { user, groups } = userOf(account);
    return new Client({ ...this.identity, impersonation: { 'impersonate-user': user, 'impersonate-group': groups } });
  }

  /** Whether a ServiceAccount may do something. */
  async may(account: Account, action: Action): Promise<boolean> {
    return accepted(await this.create(accessReview(account, action))).body.status.allowed;
  }

  /** A namespace with the ServiceAccount that each gets from a controller, and if asked for with a level to enforce. */
  async namespace(name: string, level?: Level): Promise<void> {
    const labels = level && { 'pod-security.kubernetes.io/enforce': level };
    accepted(await this.apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels } }));
    const account = { name: 'default', namespace: name };
    accepted(await this.apply({ apiVersion: 'v1', kind: 'ServiceAccount', metadata: account }));
  }

  /** The namespaces that objects are in. */
  async namespacesFor(objects: readonly Manifest[]): Promise<void> {
    const names = new Set(objects.flatMap(({ metadata }) => metadata.namespace ?? []));
    for (const name of names) await this.namespace(name);
  }

  /** The custom resources of the projects in tools/go.mod. */
  async installCrds(): Promise<void> {
    const crds = definitions();
    for (const crd of crds) accepted(await this.apply(crd));
    await until(
      async () => (await this.list(definition)).filter(isEstablished).length >= crds.length,
      'the custom resources to be served',
    );
  }
}

function isEstablished({ status }: Manifest): boolean {
  return status?.conditions?.some(({ type, status }: Manifest) => type === 'Established' && status === 'True');
}

function etcdFlags(folder: string, port: number, peerPort: number): string[] {
  return [
    `--data-dir=${join(folder, 'etcd')}`,
    `--listen-client-urls=http://127.0.0.1:${port}`,
    `--advertise-client-urls=http://127.0.0.1:${port}`,
    `--listen-peer-urls=http://127.0.0.1:${peerPort}`,
    // The data is not needed after a crash.
    '--unsafe-no-fsync',
    '--log-level=warn',
  ];
}

/** The token of an administrator, and the key that signs those of ServiceAccounts. */
function writeCredentials(folder: string): void {
  writeFileSync(join(folder, 'tokens.csv'), `${adminToken},admin,admin,system:masters\n`);
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const key = privateKey.export({ type: 'pkcs8', format: 'pem' });
  writeFileSync(join(folder, 'accounts.pem'), key, { mode: 0o600 });
}

function serverFlags(folder: string, etcdPort: number, port: number): string[] {
  return [
    `--etcd-servers=http://127.0.0.1:${etcdPort}`,
    '--bind-address=127.0.0.1',
    `--secure-port=${port}`,
    `--cert-dir=${folder}`,
    // Where the inside of the cluster would reach the server: an address for documentation, as nothing is inside.
    '--advertise-address=192.0.2.1',
    '--service-cluster-ip-range=10.0.0.0/16',
    `--token-auth-file=${join(folder, 'tokens.csv')}`,
    '--authorization-mode=RBAC',
    '--service-account-issuer=https://kubernetes.default.svc',
    `--service-account-key-file=${join(folder, 'accounts.pem')}`,
    `--service-account-signing-key-file=${join(folder, 'accounts.pem')}`,
  ];
}
