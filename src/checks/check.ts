import { isConfigMap } from '../model/config';
import type { Issue } from '../model/issue';
import type { Model } from '../model/model';
import { alertUnrouted } from './alert-unrouted';
import { alertmanagerFields } from './alertmanager-fields';
import { alertmanagerNames } from './alertmanager-names';
import { alertmanagerRules } from './alertmanager-rules';
import { alertmanagerTexts } from './alertmanager-texts';
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
import { countAttribute } from './count-attribute';
import { dals } from './dals';
import { envUnknown } from './env-unknown';
import { exportUnread } from './export-unread';
import { extensionCycle } from './extension-cycle';
import { extensionReference } from './extension-reference';
import { extensionUndefined } from './extension-undefined';
import { checkFields } from './fields';
import { hubAdmission } from './hub-admission';
import { hubAlertLabels } from './hub-alert-labels';
import { hubAutomations } from './hub-automations';
import { hubChains } from './hub-chains';
import { hubExports } from './hub-exports';
import { hubIdle } from './hub-idle';
import { hubIgnored } from './hub-ignored';
import { hubLink } from './hub-link';
import { hubNames } from './hub-names';
import { hubPlaceholders } from './hub-placeholders';
import { hubTypes } from './hub-types';
import { ingressHosts } from './ingress-hosts';
import { ingressTwice } from './ingress-twice';
import { inhibitionNever } from './inhibition-never';
import { inletBalance } from './inlet-balance';
import { inletUse } from './inlet-use';
import { kafkaPartitions } from './kafka-partitions';
import { kafkaQueue } from './kafka-queue';
import { memory } from './memory';
import { metricLabelUnknown } from './metric-label-unknown';
import { metricUnknown } from './metric-unknown';
import { metricsDelta } from './metrics-delta';
import { monitoringUnselected } from './monitoring-unselected';
import { nameInvalid } from './name-invalid';
import { nameTaken } from './name-taken';
import { namespaceMissing } from './namespace-missing';
import { checkObserverSignals } from './observer-signals';
import { observers } from './observers';
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
import { prometheusRefused } from './prometheus-refused';
import { prometheusRuleDuplicate } from './prometheus-rule-duplicate';
import { prometheusRuleFields } from './prometheus-rule-fields';
import { prometheusRuleNames } from './prometheus-rule-names';
import { prometheusRuleTemplates } from './prometheus-rule-templates';
import { promql } from './promql';
import { promqlRange } from './promql-range';
import { replays } from './replays';
import { requiredSections } from './required-sections';
import { routingContext } from './routing-context';
import { routingDefault } from './routing-default';
import { routingErrorMode } from './routing-error-mode';
import { routingMetadata } from './routing-metadata';
import { routingRows } from './routing-rows';
import { routingSplit } from './routing-split';
import type { Rule } from './rule';
import { scaled } from './scaled';
import { scrapeTargets } from './scrape-targets';
import { secretUrl } from './secret-url';
import { secretVariable } from './secret-variable';
import { servicePorts } from './service-ports';
import { sidecarAccess } from './sidecar-access';
import { signalUnsupported } from './signal-unsupported';
import { storage } from './storage';
import { targetAllocator } from './target-allocator';
import { telemetryReaders } from './telemetry-readers';
import { telemetryResource } from './telemetry-resource';
import { telemetryScope } from './telemetry-scope';
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
  telemetryScope,
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
  countAttribute,
  routingRows,
  routingDefault,
  routingContext,
  routingMetadata,
  routingErrorMode,
  routingSplit,
  secretUrl,
  secretVariable,
  envUnknown,
  hubLink,
  hubAdmission,
  hubNames,
  hubTypes,
  hubExports,
  hubAutomations,
  hubPlaceholders,
  hubChains,
  hubIdle,
  hubIgnored,
  observers,
  replays,
  ingressTwice,
  dals,
  exportUnread,
  nameTaken,
  nameInvalid,
  checkObserverSignals,
  ingressHosts,
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
  alertmanagerFields,
  alertmanagerRules,
  alertmanagerNames,
  alertmanagerTexts,
  alertUnrouted,
  inhibitionNever,
  scrapeTargets,
  prometheusRefused,
  monitoringUnselected,
  metricUnknown,
  promql,
  promqlRange,
  prometheusRuleNames,
  prometheusRuleFields,
  prometheusRuleDuplicate,
  prometheusRuleTemplates,
  hubAlertLabels,
  metricLabelUnknown,
];

/** Nothing can be said of the fields of a configuration that is no map. */
function fields(model: Model): readonly Issue[] {
  return checkFields({ ...model, collectors: model.collectors.filter(({ config }) => isConfigMap(config)) });
}

/**
 * Every mistake in a model, sorted by place. Issues about one place stand in the order of their codes.
 *
 * @param step is told how many of the rules are done, and how many there are
 */
export function checkModel(model: Model, step: (done: number, of: number) => void = () => undefined): Issue[] {
  const found = rules.flatMap((rule, i) => {
    step(i, rules.length);
    return rule(model);
  });
  return found
    .sort((a, b) => compare(a.path, b.path) || compare(a.code, b.code))
    .filter((issue, i, all) => !isTold(issue, all[i - 1]));
}

/** Two rules may find the same mistake: a password in a URL, in a field that holds a secret anyway. */
function isTold({ path, code, message }: Issue, before: Issue | undefined): boolean {
  return before?.path === path && before.code === code && before.message === message;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
