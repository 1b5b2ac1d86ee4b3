import type { Manifest } from '../../../src/testing';
import { fetchDefinitions, pinnedVersion } from '../../../tools/crds/fetch';
import { type CrdSource, crdSources } from '../../../tools/crds/sources';

/** Kinds that nothing renders yet, or that only an operator asks for. */
const others: readonly CrdSource[] = [
  {
    group: 'opentelemetry.io',
    module: 'github.com/open-telemetry/opentelemetry-operator',
    folder: 'config/crd/bases',
    kinds: { Instrumentation: 'v1alpha1', OpAMPBridge: 'v1alpha1', TargetAllocator: 'v1alpha1' },
  },
  {
    group: 'cert-manager.io',
    module: 'github.com/cert-manager/cert-manager',
    folder: 'deploy/crds',
    kinds: { Certificate: 'v1', Issuer: 'v1', ClusterIssuer: 'v1' },
  },
  {
    group: 'gateway.networking.k8s.io',
    module: 'sigs.k8s.io/gateway-api',
    folder: 'config/crd/standard',
    kinds: { HTTPRoute: 'v1' },
  },
];

const sources = [...crdSources, ...others];

/** The custom resource definitions of the projects in tools/go.mod, whole. */
export function definitions(): Manifest[] {
  return sources.flatMap((source) => fetchDefinitions(source, pinnedVersion(source.module)));
}

/** The definition of a kind. */
export function definitionOf(kind: string): Manifest {
  const source = sources.find(({ kinds }) => kind in kinds);
  if (!source) throw new Error(`No project in tools/go.mod defines ${kind}.`);
  const [definition] = fetchDefinitions({ ...source, kinds: { [kind]: '' } }, pinnedVersion(source.module));
  return definition as Manifest;
}
