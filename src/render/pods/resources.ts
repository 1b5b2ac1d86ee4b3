import type { OpenTelemetryCollectorSpec } from '../../../imports/opentelemetry.io';
import type { PodModel } from '../../model/collector';
import { canonicalQuantity } from '../../model/quantity';
import { defined } from './merge';

/** What the container is given: all the memory that it may use, and a part of the CPU. */
export function resources({
  cpuMillis,
  memoryMiB,
}: PodModel): NonNullable<OpenTelemetryCollectorSpec['resources']> | undefined {
  if (cpuMillis === undefined && memoryMiB === undefined) return undefined;
  const memory = memoryMiB === undefined ? undefined : mebibytes(memoryMiB);
  const part = (divisor: number) => (cpuMillis === undefined ? undefined : cpu(cpuMillis / divisor));
  return {
    requests: quantities({ cpu: part(cpuRequestPart), memory }),
    limits: quantities({ cpu: part(1), memory }),
  };
}

/** The CPU limit is for bursts; this part of it is set aside for each pod. */
export const cpuRequestPart = 10;

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
