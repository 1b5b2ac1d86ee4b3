import type { OpenTelemetryCollectorSpec } from '../../imports/opentelemetry.io';

/**
 * What Kubernetes is to do with a collector's pods beyond what follows from the collector itself, in Kubernetes' own
 * fields, for both back ends. Lists continue what is derived, and an entry with a derived one's name takes its place; maps
 * merge; all else replaces.
 */
export type PodOptions = Pick<
  OpenTelemetryCollectorSpec,
  | 'additionalContainers'
  | 'affinity'
  | 'args'
  | 'autoscaler'
  | 'command'
  | 'configmaps'
  | 'daemonSetUpdateStrategy'
  | 'deploymentUpdateStrategy'
  | 'dnsPolicy'
  | 'env'
  | 'envFrom'
  | 'hostAliases'
  | 'hostNetwork'
  | 'hostPID'
  | 'hostUsers'
  | 'imagePullPolicy'
  | 'initContainers'
  | 'ipFamilies'
  | 'ipFamilyPolicy'
  | 'lifecycle'
  | 'livenessProbe'
  | 'nodeSelector'
  | 'persistentVolumeClaimRetentionPolicy'
  | 'podAnnotations'
  | 'podDisruptionBudget'
  | 'podDnsConfig'
  | 'podManagementPolicy'
  | 'podSecurityContext'
  | 'ports'
  | 'priorityClassName'
  | 'readinessProbe'
  | 'resources'
  | 'securityContext'
  | 'serviceName'
  | 'shareProcessNamespace'
  | 'startupProbe'
  | 'terminationGracePeriodSeconds'
  | 'tolerations'
  | 'topologySpreadConstraints'
  | 'trafficDistribution'
  | 'volumeClaimTemplates'
  | 'volumeMounts'
  | 'volumes'
>;

/** What only the OpenTelemetry operator does. */
export type OperatorOptions = Pick<
  OpenTelemetryCollectorSpec,
  | 'configVersions'
  | 'httpRoute'
  | 'ingress'
  | 'managementState'
  | 'networkPolicy'
  | 'observability'
  | 'targetAllocator'
  | 'upgradeStrategy'
>;
