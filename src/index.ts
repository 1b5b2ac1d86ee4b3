import {
  type ConnectorFactories,
  type ExporterFactories,
  type ExtensionFactories,
  factories,
  type ProcessorFactories,
  type ReceiverFactories,
} from './catalog/factories';
import type {
  KnownConnectors,
  KnownExporters,
  KnownExtensions,
  KnownProcessors,
  KnownReceivers,
} from './catalog/types';

// The catalogue's maps stand in this file, because TypeScript augments only what a module declares itself:
// declare module 'cdk8s-mdai' { interface Exporters { acme: ComponentType<AcmeConfig, 'logs'> } }

/** The receiver types that `receivers` has. Augment it with those of your own builds. */
export interface Receivers extends KnownReceivers {}
/** The processor types that `processors` has. Augment it with those of your own builds. */
export interface Processors extends KnownProcessors {}
/** The exporter types that `exporters` has. Augment it with those of your own builds. */
export interface Exporters extends KnownExporters {}
/** The connector types that `connectors` has. Augment it with those of your own builds. */
export interface Connectors extends KnownConnectors {}
/** The extension types that `extensions` has. Augment it with those of your own builds. */
export interface Extensions extends KnownExtensions {}

/** Makes receivers: `receivers.otlp({…})` is `otlp`, `receivers.otlp('edge', {…})` is `otlp/edge`. */
export const receivers: ReceiverFactories<Receivers> = factories('receiver');
/** Makes processors: `processors.batch()` is `batch`, `processors.batch('large', {…})` is `batch/large`. */
export const processors: ProcessorFactories<Processors> = factories('processor');
/** Makes exporters: `exporters.debug()` is `debug`, `exporters.otlp_http('vendor', {…})` is `otlp_http/vendor`. */
export const exporters: ExporterFactories<Exporters> = factories('exporter');
/** Makes connectors: `connectors.count('service', {…})` is `count/service`. */
export const connectors: ConnectorFactories<Connectors> = factories('connector');
/** Makes extensions: `extensions.file_storage('queue', {…})` is `file_storage/queue`. */
export const extensions: ExtensionFactories<Extensions> = factories('extension');

// Alerts: who hears of which
export type { Config as AlertmanagerConfig, GlobalConfig as AlertmanagerGlobal } from '../imports/alertmanager/types';
export type { OwnMetricName } from '../imports/telemetry/names';
export type { AlertArrival, AlertFate, AlertFateOptions, AlertInhibited } from './alertmanager/fate';
export {
  type AlertInhibition,
  type AlertIntegrations,
  type AlertMatch,
  type AlertReceiver,
  type AlertRoute,
  alertReceiver,
  type LabelMatch,
  label,
  type MdaiGatewayOptions,
  mdaiGateway,
  type RootRoute,
  type TimeInterval,
  timeInterval,
} from './alertmanager/values';
// The app
export { MdaiApp, type MdaiAppProps } from './app';
// Components
export { Component, Connector, Exporter, Extension, Processor, Receiver, type Source } from './catalog/component';
export { type ComponentType, type ConnectorType, type ExtensionType, raw } from './catalog/factories';
export type {
  AttributeOptions,
  BooleanAttributeOptions,
  Inverted,
  NumericAttributeOptions,
} from './catalog/policies/attributes';
export type { CompositeOptions, CompositePart, PolicyPart } from './catalog/policies/combined';
export type { BytesLimitingOptions, ProbabilisticOptions, RateLimitingOptions } from './catalog/policies/limits';
export type { ConditionOptions, SlowOptions, SpanCountOptions, StatusCode } from './catalog/policies/outcomes';
export { policy } from './catalog/policy';
export type { Target } from './catalog/target';
// The cluster
export { MdaiCluster, type MdaiClusterProps } from './cluster/mdai-cluster';
// Collectors
export { Collector } from './collector/collector';
export type { CollectorDefaults, HealthCheck, MemoryLimiter } from './collector/defaults';
export type { CollectorMetrics, LimitedSignal, ScrapedSignal } from './collector/metrics';
export { type Override, unset } from './collector/override';
export type { Pipeline, PipelineAdditions, PipelineId, PipelineProps, TapOptions } from './collector/pipeline';
export type { CollectorProps, StorageProps } from './collector/props';
export type { ServiceAccountProps, WorkloadIdentity } from './collector/service-account';
export type { SidecarOptions } from './collector/sidecar';
export type { Telemetry, TelemetrySection } from './collector/telemetry';
// Grafana
export { Dashboards, type DashboardsProps, type GrafanaDashboard } from './grafana/dashboards';
// The hub
export type { Action, ActionValue } from './hub/action';
export type { Alert, AlertAnnotation, AlertLabel, AlertProps, GivenLabel } from './hub/alert';
export { type AutomationProps, MdaiHub, type MdaiHubProps } from './hub/hub';
export { HubMonitor, type HubMonitorProps } from './hub/hub-monitor';
export { type DeployReplayOptions, type HubReplay, type ReplayEvent, replay } from './hub/hub-replay';
export type { ListExport } from './hub/list-export';
export type { ComputedMap, MapVariable } from './hub/map-variable';
export { type LogStream, type LogStreams, MdaiCollector, type MdaiCollectorProps } from './hub/mdai-collector';
export { MdaiDal, type MdaiDalProps } from './hub/mdai-dal';
export { type IngressHost, type IngressServiceOptions, MdaiIngress, type MdaiIngressProps } from './hub/mdai-ingress';
export { MdaiObserver, type MdaiObserverProps } from './hub/mdai-observer';
export { MdaiReplay, type MdaiReplayProps } from './hub/mdai-replay';
export type { Measure, MeasureProps } from './hub/measure';
export type { HashSetParts, HashSetVariable, PriorityListEntry, PriorityListVariable } from './hub/meta-variable';
export type { ReplayOptions, ReplaySource } from './hub/replay-options';
export type { ComputedScalar, ScalarType, ScalarValue, ScalarVariable } from './hub/scalar-variable';
export type { ComputedSet, SetVariable } from './hub/set-variable';
export type { Trigger } from './hub/trigger';
export type {
  ComputedVariableProps,
  HubVariable,
  MetaVariableProps,
  VariableProps,
  VariableUpdate,
} from './hub/variable-state';
export { type WebhookProps, webhook } from './hub/webhook';
export {
  type JsonBody,
  type JsonEvent,
  type JsonTemplateOptions,
  jsonTemplate,
  type SlackAlertOptions,
  slackAlertTemplate,
  type WebhookTemplate,
} from './hub/webhook-template';
// Values and mistakes
export type { Backend, CollectorMode, ReplicaRange, Replicas } from './model/collector';
export type { ConfigMap, ConfigValue } from './model/config';
export {
  type AlertEvent,
  type EventField,
  type EventOf,
  type EventText,
  event,
  type VariableEvent,
} from './model/event';
export { type Issue, MdaiError, type Severity } from './model/issue';
export type { IssueCode } from './model/issue-codes';
export type { Identified, Metric, MetricSeries, SeriesMatch, SeriesValue } from './model/metric';
export type { OperatorOptions, PodOptions } from './model/pod';
export type { Release } from './model/release';
export type { ExplainedRow } from './model/route';
export type { Signal } from './model/signal';
export {
  blank,
  configMapFile,
  type DurationLike,
  type DurationValue,
  type EntryRef,
  env,
  type ListValue,
  type PrometheusDuration,
  type Ref,
  type SizeValue,
  secret,
  secretFile,
  text,
  type Value,
} from './model/value';
// Monitoring of collectors
export type {
  CollectorAlertName,
  CollectorAlerts,
  CollectorException,
  CollectorReference,
  MonitorCollectorsOptions,
  MonitoringAlert,
  MonitoringThreshold,
} from './monitoring/options';
// OTTL
export type { Condition, Context, Literal, SeverityLevel } from './ottl/condition';
export {
  client,
  datapoint,
  log,
  type MetricType,
  metric,
  resource,
  type SpanKind,
  type SpanStatus,
  scope,
  span,
  spanevent,
} from './ottl/expressions';
export type { DurationField, EnumField, Field, IdField, SeverityField, SeverityOptions } from './ottl/field';
export type { OttlStatement } from './ottl/statement';
export {
  type OttlTemplate,
  ottl,
  type StatementTemplate,
  type TemplateValue,
  type Unquoted,
  unquoted,
} from './ottl/template';
// Presets
export type { ClusterMetricsOptions } from './presets/cluster-metrics';
export type { HostMetricsOptions } from './presets/host-metrics';
export type { KubeletMetricsOptions } from './presets/kubelet-metrics';
export type { KubernetesAttributesOptions, PodExtract, PodFact } from './presets/kubernetes-attributes';
export type { KubernetesEventsOptions } from './presets/kubernetes-events';
export type { LeaderElection } from './presets/leader-election';
export type { PodLogFiles, PodLogsOptions } from './presets/pod-logs';
export type { PresetOptions } from './presets/preset';
export { presets } from './presets/presets';
export type { ResourceDetectionOptions } from './presets/resource-detection';
export type { SelfMonitoringOptions } from './presets/self-monitoring';
// Prometheus
export { Alertmanager, type AlertmanagerProps } from './prometheus/alertmanager';
export type {
  AddressScrapeOptions,
  PodScrapeOptions,
  ProbeOptions,
  PrometheusBase,
  Scrapable,
  ServiceScrapeOptions,
} from './prometheus/base';
export type { HttpClientOptions, TlsOptions } from './prometheus/http-client';
export { Prometheus } from './prometheus/prometheus';
export { PrometheusAgent } from './prometheus/prometheus-agent';
export { PrometheusRules, type PrometheusRulesProps } from './prometheus/prometheus-rules';
export { type Promql, promql } from './prometheus/promql';
export type {
  ExistingPrometheusProps,
  PrometheusAgentProps,
  PrometheusCommonProps,
  PrometheusProps,
} from './prometheus/props';
export type { RemoteWrite, RemoteWriteQueue } from './prometheus/remote-write';
export type { PrometheusAlertProps, RecordProps, RuleGroup, RuleGroupProps } from './prometheus/rules';
export type { LabelledTargets } from './prometheus/scrape-object';
export type { RelabelRule, ScrapeOptions } from './prometheus/scrape-options';
export { type FormatOptions, formatPromql } from './promql/format';
export type { ParsedPromql, PromqlProblem } from './promql/problem';
// Kubernetes
export type { Container } from './render/workload/pod-template';
export type { Sidecar } from './render/workload/sidecar';
// Routing
export type { RouteContexts, RoutedSignal } from './routing/contexts';
export type { Delivery, Drop, Outcome } from './routing/outcome';
export {
  deleteAttributes,
  renameAttributes,
  type SetAttributesOptions,
  setAttributes,
} from './routing/processing/attributes';
export type { AttributedSignal, AttributesOptions, Matching } from './routing/processing/attributes-of';
export { keepAttributes, type LimitAttributesOptions, limitAttributes } from './routing/processing/limits';
export { patterns } from './routing/processing/patterns';
export { type Allowed, type KeyedHash, type RedactOptions, redact } from './routing/processing/redact';
export { type RedactSpansOptions, redactSpans } from './routing/processing/redact-spans';
export {
  type AggregateOptions,
  aggregate,
  type DeduplicateOptions,
  deduplicate,
  type LogFields,
} from './routing/processing/reduce';
export type { Route, RouteProps } from './routing/route';
export {
  type AnyRule,
  type Carried,
  type Rule,
  type RuleContexts,
  type RuleProps,
  type RuleSignals,
  rule,
  type When,
} from './routing/rule';
export type { RuleHandle, RuleOverride } from './routing/rule-handle';
export { type Rights, type RuleSet, type RuleSetProps, ruleSet } from './routing/rule-set';
export type { Sample } from './routing/sample';
export { type TenantKey, type TenantOutcome, type TenantSignals, type TenantsProps, tenants } from './routing/tenants';
// Tiers of collectors
export type {
  BalancedInletOptions,
  BalancedSignals,
  BalanceKey,
  HttpInletOptions,
  InletOptions,
} from './tiers/inlet-options';
export { type ClientTls, type Issuer, type IssuerOptions, issuer, type ServerTls } from './tiers/issuer';
export { type KafkaBuffer, type KafkaBufferOptions, kafkaBuffer } from './tiers/kafka-buffer';
