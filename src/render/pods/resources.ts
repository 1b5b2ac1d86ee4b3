import type { OpenTelemetryCollectorSpec } from '../../../imports/opentelemetry.io';
import type { PodModel } from '../../model/collector';
import { merged } from '../../model/merge';
import { canonicalQuantity, quantity } from '../../model/quantity';
import { defined } from './merge';

type Resources = NonNullable<OpenTelemetryCollectorSpec['resources']>;

/** What the container is given, derived and said. */
export function resourcesOf(pod: PodModel): Resources | undefined {
  return merged(pod.derive.resources ? resourceLimits(pod) : undefined, pod.options.resources);
}

/** How much of a resource the container may use for each that is requested; 1 where either is not said. */
export function limitPerRequest(pod: PodModel, resource: 'cpu' | 'memory'): number {
  const { limits, requests } = resourcesOf(pod) ?? {};
  const [limit, request] = [quantity(limits?.[resource]), quantity(requests?.[resource])];
  return limit && request ? limit / request : 1;
}

/** All the memory that it may use, and a part of the CPU. */
export function resourceLimits({
  cpuMillis,
  memoryMiB,
}: Pick<PodModel, 'cpuMillis' | 'memoryMiB'>): Resources | undefined {
  if (cpuMillis === undefined && memoryMiB === undefined) return undefined;
  const memory = memoryMiB === undefined ? undefined : mebibytes(memoryMiB);
  const part = (divisor: number) => (cpuMillis === undefined ? undefined : cpu(cpuMillis / divisor));
  return {
    requests: quantities({ cpu: part(cpuRequestPart), memory }),
    limits: quantities({ cpu: part(1), memory }),
  };
}

/** The CPU limit is for bursts; this part of it is set aside for each pod. */
const cpuRequestPart = 10;

/** A size as the API server writes it. */
export function mebibytes(size: number): string {
  return String(canonicalQuantity(`${Math.ceil(size)}Mi`));
}

function cpu(millis: number): string {
  return millis % 1000 === 0 ? String(millis / 1000) : `${Math.ceil(millis)}m`;
}

function quantities(given: { cpu?: string | undefined; memory?: string | undefined }) {
  return defined(given) as { [resource: string]: string };
}
