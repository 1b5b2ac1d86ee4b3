import type { CollectorModel } from '../model/collector';
import { strings } from '../model/config';
import { variablesConfigMap } from '../model/hub';
import { envOf, references } from '../model/reference';
import { pathTo, running, viewOf } from '../view/view';

/** An environment variable that a collector's configuration reads. */
export interface EnvRead {
  readonly name: string;
  /** Where it is read first without a default; where it is read first, if always with one. */
  readonly path: string;
  readonly hasDefault: boolean;
}

const reads = new WeakMap<CollectorModel, ReadonlyMap<string, EnvRead>>();

/** The environment variables that a collector reads, by name. */
export function envReads(collector: CollectorModel): ReadonlyMap<string, EnvRead> {
  const known = reads.get(collector);
  if (known) return known;
  const found = new Map<string, EnvRead>();
  const view = viewOf(collector);
  for (const { text, path } of strings(view.config)) {
    if (!text.includes('${')) continue;
    for (const reference of references(text)) {
      const variable = envOf(reference);
      if (variable === undefined || found.get(variable.name)?.hasDefault === false) continue;
      if (!found.has(variable.name) || !variable.hasDefault) {
        found.set(variable.name, { ...variable, path: pathTo(view, path) });
      }
    }
  }
  reads.set(collector, found);
  return found;
}

/** Whether a part of the configuration comes from elsewhere, which may read more variables than the rest shows. */
export function readsElsewhere(collector: CollectorModel): boolean {
  for (const { text } of strings(viewOf(collector).config)) {
    if (references(text).some(({ source }) => source !== undefined && source.scheme !== 'env')) return true;
  }
  return false;
}

/** Whether the collector's environment holds the exports of a hub. */
export function readsVariablesOf(collector: CollectorModel, hub: string): boolean {
  return collector.envFrom.some(({ kind, name }) => kind === 'configMap' && name === variablesConfigMap(hub));
}

interface Given {
  readonly names: RegExp;
  /** Only for collectors that run a component of this type. */
  readonly with?: string;
  /** Only where the operator makes the pods. */
  readonly operator?: true;
}

/** Variables that a collector's container has though nobody asks for them. */
const given: readonly Given[] = [
  // OpenTelemetry operator, internal/manifests/collector/container.go.
  { names: /^(POD_NAME|GOMEMLIMIT|GOMAXPROCS|SHARD)$/, operator: true },
  // The same, from its parser of the kubelet_stats receiver.
  { names: /^K8S_NODE_NAME$/, with: 'kubelet_stats', operator: true },
  // The same, from operator-lib's proxy.ReadProxyVarsFromEnv: those that the operator itself has.
  { names: /^(HTTP_PROXY|HTTPS_PROXY|NO_PROXY|http_proxy|https_proxy|no_proxy)$/, operator: true },
  // The same, internal/instrumentation/sdk.go: what it injects into pods that ask for it by an annotation.
  { names: /^OTEL_[A-Z0-9_]+$/, operator: true },
  // The container runtime and the kubelet.
  { names: /^(PATH|HOSTNAME|HOME)$/ },
  // Kubernetes: service links (core/v1 PodSpec.enableServiceLinks), among them the API server's.
  { names: /^[A-Z0-9_]+_SERVICE_(HOST|PORT(_[A-Z0-9_]+)?)$/ },
  { names: /^[A-Z0-9_]+_PORT_\d+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?$/ },
];

/** Whether the operator, Kubernetes or the container runtime sets a variable. */
export function isGiven(name: string, collector: CollectorModel): boolean {
  const operator = collector.pod?.backend !== 'workload';
  return given.some(
    (row) =>
      row.names.test(name) && (operator || !row.operator) && (row.with === undefined || runs(collector, row.with)),
  );
}

function runs(collector: CollectorModel, type: string): boolean {
  for (const component of running(viewOf(collector))) {
    if (component.type === type || component.facts?.type === type) return true;
  }
  return false;
}
