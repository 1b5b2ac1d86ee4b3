import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import type { Manifest } from '../../../src/testing';
import type { Cluster } from '../kubernetes';
import type { Account } from './accounts';
import { accepted } from './client';

/** The objects in a file of an operator's own manifests. */
export function objectsIn(file: string): Manifest[] {
  return (loadAll(readFileSync(file, 'utf8')) as (Manifest | null)[]).filter((object) => object !== null);
}

/** Gives an operator outside of the cluster a ServiceAccount with the given ClusterRoles; returns its kubeconfig. */
export async function permit(
  cluster: Cluster,
  account: Account,
  roles: readonly Manifest[],
  folder: string,
): Promise<string> {
  await cluster.namespace(account.namespace);
  accepted(await cluster.apply({ apiVersion: 'v1', kind: 'ServiceAccount', metadata: account }));
  for (const role of roles) {
    const { name } = role.metadata;
    const binding = {
      apiVersion: role.apiVersion,
      kind: 'ClusterRoleBinding',
      metadata: { name },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name },
      subjects: [{ kind: 'ServiceAccount', ...account }],
    };
    for (const object of [role, binding]) accepted(await cluster.apply(object));
  }
  const kubeconfig = join(folder, 'kubeconfig.json');
  writeFileSync(kubeconfig, JSON.stringify(cluster.kubeconfig(await cluster.token(account))), { mode: 0o600 });
  return kubeconfig;
}

/** How the API server reaches a path of a webhook outside of the cluster, which serves with the cluster's certificate. */
export function outside(cluster: Cluster, port: number, path: string): Manifest {
  return {
    url: `https://127.0.0.1:${port}${path}`,
    caBundle: readFileSync(cluster.certificate.file).toString('base64'),
  };
}

/** Registers the webhooks that a file of an operator's own manifests configures, as they are outside of the cluster. */
export async function registerWebhooks(cluster: Cluster, file: string, port: number, prefix = ''): Promise<void> {
  for (const object of objectsIn(file)) {
    const webhooks = object.webhooks.map((webhook: Manifest) => ({
      ...webhook,
      clientConfig: outside(cluster, port, webhook.clientConfig.service.path),
    }));
    const metadata = { ...object.metadata, name: `${prefix}${object.metadata.name}` };
    accepted(await cluster.apply({ ...object, metadata, webhooks }));
  }
}

/** Whether an operator's probe says that it is ready. */
export async function isReady(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  );
}
