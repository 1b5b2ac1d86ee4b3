import type { Manifest } from '../../../src/testing';

/** What the operator's webhook writes into every collector that lacks it: its Go types have no way to leave it out. */
const always = {
  daemonSetUpdateStrategy: {},
  deploymentUpdateStrategy: {},
  httpRoute: { enabled: false, gateway: '' },
  ingress: { route: {} },
  managementState: 'managed',
  networkPolicy: {},
  observability: { metrics: {} },
  podDnsConfig: {},
  replicas: 1,
  targetAllocator: {
    observability: { metrics: {} },
    prometheusCR: {
      podMonitorNamespaceSelector: {},
      probeNamespaceSelector: {},
      scrapeConfigNamespaceSelector: {},
      serviceMonitorNamespaceSelector: {},
    },
    resources: {},
  },
  upgradeStrategy: 'none',
};

/** With every field that the webhook would default, as it would. */
const config = {
  receivers: {
    otlp: { protocols: { grpc: { endpoint: '0.0.0.0:4317' }, http: { endpoint: '0.0.0.0:4318' } } },
    statsd: { endpoint: '0.0.0.0:8125' },
    zipkin: { endpoint: '0.0.0.0:9411' },
  },
  exporters: { debug: {}, prometheus: { endpoint: '0.0.0.0:8889' } },
  extensions: { health_check: { endpoint: '0.0.0.0:13133', path: '/' } },
  service: {
    extensions: ['health_check'],
    pipelines: {
      logs: { receivers: ['otlp'], exporters: ['debug'] },
      metrics: { receivers: ['otlp', 'statsd'], exporters: ['prometheus'] },
      traces: { receivers: ['otlp', 'zipkin'], exporters: ['debug'] },
    },
    telemetry: {
      metrics: { readers: [{ pull: { exporter: { prometheus: { host: '0.0.0.0', port: 8888 } } } }] },
    },
  },
};

const spec = {
  ...always,
  config,
  image: 'otel/opentelemetry-collector-contrib:0.153.0',
  podSecurityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
  // Quantities are rewritten unless they are in canonical form: 2Gi, not 2048Mi.
  resources: { limits: { cpu: '500m', memory: '2Gi' } },
  securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
};

/** Collectors of the modes and with the fields that no example has, written so that the webhook changes nothing. */
export const collectors: readonly Manifest[] = [
  collector('served', {
    mode: 'deployment',
    autoscaler: { minReplicas: 1, maxReplicas: 3, targetCPUUtilization: 60 },
    deploymentUpdateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
    podDisruptionBudget: { minAvailable: 1 },
    // The numbers of the ports that the operator derives itself; without a targetPort it would write 0.
    ports: [
      { name: 'otlp-grpc', port: 4317, targetPort: 4317, appProtocol: 'grpc' },
      { name: 'metrics', port: 8888, targetPort: 8888 },
    ],
    startupProbe: { failureThreshold: 30 },
    topologySpreadConstraints: [
      {
        maxSkew: 1,
        topologyKey: 'topology.kubernetes.io/zone',
        whenUnsatisfiable: 'ScheduleAnyway',
        labelSelector: { matchLabels: { 'app.kubernetes.io/instance': 'more.served' } },
      },
    ],
  }),
  collector('agent', {
    mode: 'daemonset',
    daemonSetUpdateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: '10%' } },
    env: [{ name: 'NODE', valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } }],
    serviceAccount: 'agent',
    tolerations: [{ operator: 'Exists' }],
  }),
  collector('stored', {
    mode: 'statefulset',
    persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Retain', whenScaled: 'Retain' },
    volumeClaimTemplates: [
      {
        metadata: { name: 'queue' },
        spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
        status: {},
      },
    ],
    volumeMounts: [{ name: 'queue', mountPath: '/var/lib/otelcol' }],
  }),
];

function collector(name: string, own: Manifest): Manifest {
  return {
    apiVersion: 'opentelemetry.io/v1beta1',
    kind: 'OpenTelemetryCollector',
    metadata: { name, namespace: 'more', labels: { team: 'platform' }, annotations: { note: 'kept' } },
    spec: { ...spec, ...own },
  };
}
