import type { CollectorModel } from '../model/collector';
import type { OperatorOptions } from '../model/pod';
import { viewOf } from '../view/view';
import { accessOf } from './access';
import { read } from './access-row';
import { runningComponents } from './component';
import type { AccessNeed } from './needs';

type TargetAllocator = NonNullable<OperatorOptions['targetAllocator']>;

/** The target allocator that the operator runs for a collector. */
export function targetAllocatorOf({ pod }: CollectorModel): TargetAllocator | undefined {
  const allocator = pod?.backend === 'operator' ? pod.operator.targetAllocator : undefined;
  return allocator?.enabled === true ? allocator : undefined;
}

/** The service account of a collector's target allocator, and whether it is the operator's own. */
export function targetAllocatorAccount(collector: CollectorModel): { readonly name: string; readonly own: boolean } {
  const given = targetAllocatorOf(collector)?.serviceAccount;
  // Operator 0.153, internal/naming.
  return given ? { name: given, own: false } : { name: `${collector.name}-targetallocator`, own: true };
}

/**
 * The least rights with which a collector's target allocator finds targets; none without one. It scrapes nothing itself.
 * The operator's webhook warns where it has less than the operator's own list, which has wildcards.
 */
export function targetAllocatorAccess(collector: CollectorModel): readonly AccessNeed[] {
  const allocator = targetAllocatorOf(collector);
  if (allocator === undefined) return [];
  const { prometheusCR } = allocator;
  return [
    // Operator 0.153, cmd/otel-allocator/internal/collector: whom it gives targets to.
    { ...core('pods'), ...(collector.namespace !== undefined && { namespace: collector.namespace }), by },
    ...discovery(collector),
    ...(prometheusCR?.enabled === true ? [...monitors(prometheusCR), ...secrets(collector, allocator)] : []),
  ];
}

const by = 'the target allocator';
const core = (...resources: readonly string[]) => ({ groups: [''], resources, verbs: read });

/** What the scrape configurations of the receiver look for, in the collector's place. */
function discovery(collector: CollectorModel): readonly AccessNeed[] {
  const { pod } = collector;
  // The operator hands over the receiver of this name alone.
  const receiver = [...runningComponents(viewOf(collector))].find(
    ({ kind, id }) => kind === 'receiver' && id === 'prometheus',
  );
  if (pod === undefined || receiver === undefined) return [];
  const { target_allocator: _, ...config } = receiver.config;
  return accessOf({ ...receiver, config }, { ...collector, pod: { ...pod, operator: {} } })
    .filter(({ urls, verbs }) => urls === undefined && verbs.includes('watch'))
    .map((need) => ({ ...need, by }));
}

/** Operator 0.153, cmd/otel-allocator/internal/watcher/promOperator.go, and the discovery that monitors lead to. */
function monitors({ allowNamespaces = [] }: NonNullable<TargetAllocator['prometheusCR']>): readonly AccessNeed[] {
  const rights = [
    {
      groups: ['monitoring.coreos.com'],
      resources: ['servicemonitors', 'podmonitors', 'probes', 'scrapeconfigs'],
      verbs: read,
    },
    core('namespaces', 'pods', 'services', 'endpoints'),
    { groups: ['discovery.k8s.io'], resources: ['endpointslices'], verbs: read },
    { groups: ['networking.k8s.io'], resources: ['ingresses'], verbs: read },
    { groups: [''], resources: ['configmaps'], verbs: ['get'] },
  ];
  if (allowNamespaces.length === 0) return [...rights, core('nodes')].map((right) => ({ ...right, by }));
  return allowNamespaces.flatMap((namespace) => rights.map((right) => ({ ...right, namespace, by })));
}

/** The credentials that monitors name: only where it was said that there are any. */
function secrets({ namespace: own }: CollectorModel, { prometheusCR, mtls }: TargetAllocator): readonly AccessNeed[] {
  const { secretNamespaces = [] } = prometheusCR ?? {};
  const handedOver = mtls?.enabled === true && own !== undefined ? [own] : [];
  const places = secretNamespaces.length > 0 ? secretNamespaces : handedOver;
  return places.map((namespace) => ({ ...core('secrets'), namespace, by }));
}
