import { alphaCollector, betaCollector } from './collectors/custom-resource';
import { helmValues, isHelmValues } from './collectors/helm-values';
import { plainCollector } from './collectors/plain';
import { isCollectorConfig } from './collectors/shape';
import { inlineCollectors, mountedCollectors } from './collectors/workload';
import type { Found } from './found';
import { hubReaders } from './hub-objects';
import { monitoringApis } from './monitoring/kinds';
import { monitoringObject } from './monitoring/objects';
import { isRuleFile, mountedRules, ruleFile } from './monitoring/rule-files';
import type { Reader } from './reading';

/** The readers of each kind of object. Objects of other kinds pass. */
const readers: Readonly<Record<string, readonly Reader[]>> = {
  'opentelemetry.io/v1beta1 OpenTelemetryCollector': [betaCollector],
  'opentelemetry.io/v1alpha1 OpenTelemetryCollector': [alphaCollector],
  'v1 ConfigMap': [mountedCollectors, mountedRules],
  'v1 Secret': [mountedCollectors, mountedRules],
  'apps/v1 Deployment': [inlineCollectors],
  'apps/v1 DaemonSet': [inlineCollectors],
  'apps/v1 StatefulSet': [inlineCollectors],
  'apps/v1 ReplicaSet': [inlineCollectors],
  'batch/v1 Job': [inlineCollectors],
  'batch/v1 CronJob': [inlineCollectors],
  'v1 Pod': [inlineCollectors],
  ...Object.fromEntries(Object.entries(hubReaders).map(([kind, reader]) => [kind, [reader]])),
  ...Object.fromEntries(Object.keys(monitoringApis).map((kind) => [kind, [monitoringObject]])),
};

/** The readers of documents that are no objects, by what they look like. */
const files: readonly { readonly is: (found: Found) => boolean; readonly read: Reader }[] = [
  { is: ({ content }) => isCollectorConfig(content), read: plainCollector },
  { is: ({ content }) => isHelmValues(content), read: helmValues },
  { is: ({ content }) => isRuleFile(content), read: ruleFile },
];

/** What reads an object; nothing for one that says nothing of the model by itself. */
export function readersOf(object: Found): readonly Reader[] {
  if (Object.hasOwn(readers, object.kind)) return readers[object.kind] ?? [];
  return files.filter(({ is }) => is(object)).map(({ read }) => read);
}
