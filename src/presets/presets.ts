import { clusterMetrics } from './cluster-metrics';
import { hostMetrics } from './host-metrics';
import { kubeletMetrics } from './kubelet-metrics';
import { kubernetesAttributes } from './kubernetes-attributes';
import { kubernetesEvents } from './kubernetes-events';
import { podLogs } from './pod-logs';
import { resourceDetection } from './resource-detection';
import { runningTotals } from './running-totals';
import { selfMonitoring } from './self-monitoring';

/**
 * Components as most programs want them, made by the same factories as any other: plain functions, whose results stand
 * in pipelines. What Kubernetes has to give them follows from their configuration.
 */
export const presets = {
  podLogs,
  hostMetrics,
  kubeletMetrics,
  clusterMetrics,
  kubernetesEvents,
  kubernetesAttributes,
  resourceDetection,
  selfMonitoring,
  runningTotals,
};
