import { isIPv4, isIPv6 } from 'node:net';
import type { k8s } from 'cdk8s-plus-28';
import type { CollectorModel, PodModel } from '../../model/collector';
import { identityOf, objectName, selectorLabels } from '../../model/collector-names';
import type { EgressNeed, Needs } from '../../needs/needs';
import { core } from '../kubernetes/core';
import type { KubernetesObject } from '../object';
import { podPlan } from './pod-plan';

/**
 * What may reach a collector, and what it may reach; nothing for pods on their node's network, which policies do not
 * cover. A policy knows no host names: outside of the Kubernetes cluster, the port is all that it can hold to. Inside, a
 * Service's port need not be that of its pods, so it holds to the namespace.
 */
export function networkPolicy(
  collector: CollectorModel,
  pod: PodModel,
  needs: Needs,
  ports: readonly { readonly port: number; readonly protocol?: string }[],
): KubernetesObject | undefined {
  const { mode, derive } = pod;
  if (!derive.networkPolicy || mode === 'sidecar' || podPlan(collector, pod).hostNetwork) return undefined;
  const egress = egressRules(needs.egress, collector.namespace);
  return core().KubeNetworkPolicy.manifest({
    metadata: { name: objectName(collector), namespace: collector.namespace },
    spec: {
      podSelector: { matchLabels: { ...selectorLabels(identityOf(collector)) } },
      policyTypes: egress === undefined ? ['Ingress'] : ['Ingress', 'Egress'],
      ingress:
        ports.length === 0
          ? []
          : [{ ports: uniquePorts(ports.map((port) => policyPort(port.port, port.protocol ?? 'TCP'))) }],
      ...(egress && { egress }),
    },
  });
}

function policyPort(port: number, protocol: string): k8s.NetworkPolicyPort {
  return { port: core().IntOrString.fromNumber(port), protocol };
}

function uniquePorts(ports: readonly k8s.NetworkPolicyPort[]): k8s.NetworkPolicyPort[] {
  const key = ({ port, protocol }: k8s.NetworkPolicyPort) => `${String(port?.value).padStart(5, '0')} ${protocol}`;
  const unique = new Map(ports.map((port) => [key(port), port]));
  return [...unique].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, port]) => port);
}

/** The rules that let out what components send; none where an address is not known, so that nothing may be held back. */
function egressRules(
  needs: readonly EgressNeed[],
  namespace: string | undefined,
): k8s.NetworkPolicyEgressRule[] | undefined {
  const namespaces = new Set<string>();
  const anywhere: k8s.NetworkPolicyPort[] = [];
  const addresses = new Map<string, k8s.NetworkPolicyPort[]>();
  for (const { host, port, transport } of needs) {
    const inside = host === undefined ? undefined : namespaceOf(host, namespace);
    if (inside !== undefined) namespaces.add(inside);
    else if (port === undefined) return undefined;
    else if (host !== undefined && (isIPv4(host) || isIPv6(host))) {
      const cidr = `${host}/${isIPv4(host) ? 32 : 128}`;
      addresses.set(cidr, [...(addresses.get(cidr) ?? []), policyPort(port, transport)]);
    } else anywhere.push(policyPort(port, transport));
  }
  if (namespaces.has('')) return undefined;
  return [
    { ports: uniquePorts([policyPort(53, 'TCP'), policyPort(53, 'UDP')]) },
    ...[...namespaces].sort().map((name) => ({
      to: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': name } } }],
    })),
    ...[...addresses]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([cidr, ports]) => ({
        to: [{ ipBlock: { cidr } }],
        ports: uniquePorts(ports),
      })),
    ...(anywhere.length > 0 ? [{ ports: uniquePorts(anywhere) }] : []),
  ];
}

const serviceHost = /^[^.]+(?:\.[^.]+)*?\.(?<namespace>[^.]+)\.svc(?:\.cluster\.local)?\.?$/;

/**
 * The namespace of a Service's host name; `undefined` for hosts elsewhere. A bare name is a Service beside the collector, in a
 * namespace that is empty where the collector's own is not known.
 */
function namespaceOf(host: string, own: string | undefined): string | undefined {
  if (!host.includes('.') && !host.includes(':') && host !== 'localhost') return own ?? '';
  return serviceHost.exec(host)?.groups?.namespace;
}
