import type { CollectorModel, IssuerModel } from '../../model/collector';
import { certificateName, headlessName, objectName } from '../../model/collector-names';
import type { KubernetesObject } from '../object';

/** The certificates that cert-manager is asked to give to a collector, by construct id. */
export function certificates(collector: CollectorModel): Record<string, KubernetesObject> {
  const issuers = (collector.files ?? []).flatMap((file) => (file.kind === 'certificate' ? [file.issuer] : []));
  return Object.fromEntries(issuers.map((issuer) => [`Certificate-${issuer.name}`, certificate(collector, issuer)]));
}

function certificate(collector: CollectorModel, issuer: IssuerModel): KubernetesObject {
  const name = certificateName(collector, issuer);
  const { namespace } = collector;
  return {
    apiVersion: 'cert-manager.io/v1',
    kind: 'Certificate',
    metadata: { name, namespace },
    spec: {
      secretName: name,
      dnsNames: [objectName(collector), headlessName(collector)].flatMap((service) => hostNames(service, namespace)),
      // The same certificate is shown to clients, and to the servers that the collector is a client of.
      usages: ['server auth', 'client auth'],
      issuerRef: { name: issuer.name, kind: issuer.kind, group: issuer.group ?? 'cert-manager.io' },
    },
  };
}

/** All names under which a Service is reached. */
function hostNames(service: string, namespace: string | undefined): string[] {
  if (namespace === undefined) return [service];
  const inCluster = `${service}.${namespace}.svc`;
  return [service, `${service}.${namespace}`, inCluster, `${inCluster}.cluster.local`];
}
