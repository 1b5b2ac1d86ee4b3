import type { AlertKind } from './alert';
import { exportBroken, exportFailing, exportStalled, queueFilling, queueFull } from './export-alerts';
import type { CollectorAlertName } from './options';
import {
  absent,
  losingData,
  memoryGrowing,
  memoryHigh,
  memoryLimiting,
  podUnreachable,
  restarting,
} from './process-alerts';
import { receiverRefusing, receiverRefusingLogs, scrapeEmpty, scrapeErrors } from './receive-alerts';
import { backendsEmpty, backendsFailing, tracesDroppedEarly } from './tier-alerts';

/** Every alert of the collectors, in the order in which they stand in the rules. */
export const collectorAlerts: Readonly<Record<CollectorAlertName, AlertKind>> = {
  absent,
  podUnreachable,
  restarting,
  queueFull,
  queueFilling,
  exportStalled,
  exportBroken,
  exportFailing,
  receiverRefusing,
  receiverRefusingLogs,
  memoryLimiting,
  memoryHigh,
  memoryGrowing,
  losingData,
  scrapeErrors,
  scrapeEmpty,
  backendsEmpty,
  backendsFailing,
  tracesDroppedEarly,
};
