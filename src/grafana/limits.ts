import { collectorAlerts } from '../monitoring/alerts';
import type { Limits } from './panel';

/** Where the pictures show that something is wrong: where the alerts, with their defaults, say so. */
export const limits = {
  queue: { warning: 0.6, critical: collectorAlerts.queueFilling.threshold ?? 1 },
  memory: { warning: 0.8, critical: collectorAlerts.memoryHigh.threshold ?? 1 },
} as const satisfies Record<string, Limits>;
