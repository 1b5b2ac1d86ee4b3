import type { OpenTelemetryCollectorSpec } from '../../../imports/opentelemetry.io';
import { canonicalQuantity } from '../../model/quantity';
import { merged } from '../pods/merge';

type Spec = Partial<OpenTelemetryCollectorSpec>;

/**
 * What the operator's defaulting webhook writes into each object, because its Go types have no way to say that a struct is
 * absent (operator 0.153). Said by us, the object comes back as it was written. None of it means anything.
 */
const zero: Spec = {
  daemonSetUpdateStrategy: {},
  deploymentUpdateStrategy: {},
  httpRoute: { enabled: false, gateway: '' },
  ingress: { route: {} },
  networkPolicy: {},
  observability: { metrics: {} },
  podDnsConfig: {},
  resources: {},
  targetAllocator: {
    observability: { metrics: {} },
    prometheusCR: {
      podMonitorNamespaceSelector: {},
      probeNamespaceSelector: {},
      scrapeConfigNamespaceSelector: {},
      serviceMonitorNamespaceSelector: {},
    },
    resources: {},
  },
} as Spec;

/** A spec in the form in which the operator gives it back. */
export function canonical(spec: Spec): Spec {
  const { ports, volumeClaimTemplates, initContainers, additionalContainers } = spec;
  return quantities(
    merged(zero, {
      ...spec,
      ...(ports && { ports: ports.map((port) => ({ targetPort: port.port, ...port })) }),
      ...(volumeClaimTemplates && {
        volumeClaimTemplates: volumeClaimTemplates.map((claim) => ({ status: {}, ...claim })),
      }),
      ...(initContainers && { initContainers: initContainers.map((one) => ({ resources: {}, ...one })) }),
      ...(additionalContainers && {
        additionalContainers: additionalContainers.map((one) => ({ resources: {}, ...one })),
      }),
    }),
  ) as Spec;
}

/** The maps whose values are quantities, wherever they stand in a pod. */
const quantityMaps = new Set(['limits', 'requests']);

function quantities(value: unknown, key?: string): unknown {
  if (Array.isArray(value)) return value.map((item) => quantities(item));
  if (typeof value !== 'object' || value === null) return key === 'sizeLimit' ? canonicalQuantity(value) : value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      name,
      key !== undefined && quantityMaps.has(key) ? canonicalQuantity(item) : quantities(item, name),
    ]),
  );
}
