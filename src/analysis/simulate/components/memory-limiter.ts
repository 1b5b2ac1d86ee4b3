import type { ProcessorKind } from '../setup';

/** It refuses telemetry when memory is short, which is no matter of its configuration alone; here it never is. */
export const memoryLimiter: ProcessorKind = {
  mutates: false,
  make: () => (batch) => batch,
};
