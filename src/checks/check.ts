import { isConfigMap } from '../model/config';
import type { Issue } from '../model/issue';
import type { Model } from '../model/model';
import { autoscaler } from './autoscaler';
import { certificateIssuer } from './certificate-issuer';
import { componentDistribution } from './component-distribution';
import { componentDuplicate } from './component-duplicate';
import { componentId } from './component-id';
import { componentUndefined } from './component-undefined';
import { configSection } from './config-section';
import { configUri } from './config-uri';
import { connectorAmbiguous } from './connector-ambiguous';
import { connectorUse } from './connector-use';
import { envUnknown } from './env-unknown';
import { exportUnread } from './export-unread';
import { extensionCycle } from './extension-cycle';
import { extensionReference } from './extension-reference';
import { extensionUndefined } from './extension-undefined';
import { checkFields } from './fields';
import { hubLink } from './hub-link';
import { inletBalance } from './inlet-balance';
import { inletUse } from './inlet-use';
import { kafkaPartitions } from './kafka-partitions';
import { kafkaQueue } from './kafka-queue';
import { memory } from './memory';
import { metricsDelta } from './metrics-delta';
import { nameInvalid } from './name-invalid';
import { nameTaken } from './name-taken';
import { namespaceMissing } from './namespace-missing';
import { checkObserverSignals } from './observer-signals';
import { operatorPortName } from './operator-port-name';
import { ottl } from './ottl';
import { pipelineCycle } from './pipeline-cycle';
import { pipelineId } from './pipeline-id';
import { pipelineIncomplete } from './pipeline-incomplete';
import { pipelineReference } from './pipeline-reference';
import { podOptions } from './pod-options';
import { portShared } from './port-shared';
import { processorOrder } from './processor-order';
import { processorRepeated } from './processor-repeated';
import { profilesGate } from './profiles-gate';
import { requiredSections } from './required-sections';
import { routingContext } from './routing-context';
import { routingDefault } from './routing-default';
import { routingErrorMode } from './routing-error-mode';
import { routingMetadata } from './routing-metadata';
import { routingRows } from './routing-rows';
import { routingSplit } from './routing-split';
import type { Rule } from './rule';
import { scaled } from './scaled';
import { servicePorts } from './service-ports';
import { sidecarAccess } from './sidecar-access';
import { signalUnsupported } from './signal-unsupported';
import { storage } from './storage';
import { targetAllocator } from './target-allocator';
import { telemetryReaders } from './telemetry-readers';
import { telemetryResource } from './telemetry-resource';
import { telemetryViews } from './telemetry-views';
import { udpBlocked } from './udp-blocked';
import { unused } from './unused';

/** Every rule. Adding a check means adding a file, and a line here. */
const rules: readonly Rule[] = [
  configSection,
  configUri,
  componentId,
  componentDuplicate,
  componentDistribution,
  pipelineId,
  fields,
  ottl,
  requiredSections,
  connectorAmbiguous,
  extensionUndefined,
  componentUndefined,
  pipelineIncomplete,
  processorRepeated,
  profilesGate,
  telemetryReaders,
  telemetryViews,
  telemetryResource,
  signalUnsupported,
  connectorUse,
  pipelineCycle,
  extensionReference,
  extensionCycle,
  pipelineReference,
  unused,
  portShared,
  processorOrder,
  metricsDelta,
  routingRows,
  routingDefault,
  routingContext,
  routingMetadata,
  routingErrorMode,
  routingSplit,
  envUnknown,
  hubLink,
  exportUnread,
  nameTaken,
  nameInvalid,
  checkObserverSignals,
  podOptions,
  autoscaler,
  servicePorts,
  operatorPortName,
  storage,
  memory,
  kafkaQueue,
  scaled,
  udpBlocked,
  namespaceMissing,
  sidecarAccess,
  inletUse,
  inletBalance,
  certificateIssuer,
  kafkaPartitions,
  targetAllocator,
];

/** Nothing can be said of the fields of a configuration that is no map. */
function fields(model: Model): readonly Issue[] {
  return checkFields({ ...model, collectors: model.collectors.filter(({ config }) => isConfigMap(config)) });
}

/** Every mistake in a model, sorted by place. Issues about one place stand in the order of their codes. */
export function checkModel(model: Model): Issue[] {
  return rules.flatMap((rule) => rule(model)).sort((a, b) => compare(a.path, b.path) || compare(a.code, b.code));
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
