import type { OpenTelemetryCollectorSpec } from '../../../imports/opentelemetry.io';
import { inertStructs } from '../../model/inert-structs';
import { merged } from '../../model/merge';
import { canonicalQuantity } from '../../model/quantity';

type Spec = Partial<OpenTelemetryCollectorSpec>;

/** A spec in the form in which the operator gives it back. */
export function canonical(spec: Spec): Spec {
  const { ports, volumeClaimTemplates, initContainers, additionalContainers } = spec;
  return quantities(
    merged(inertStructs as Spec, {
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
