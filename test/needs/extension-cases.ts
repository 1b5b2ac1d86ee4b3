import type { NeedsCase } from './cases';

export const extensionCases: readonly NeedsCase[] = [
  {
    name: 'health_check',
    collector: { extensions: { health_check: { endpoint: '0.0.0.0:13133' } } },
    expected: { ports: ['health-check 13133/TCP http extension'] },
  },
  {
    name: 'pprof and zpages on localhost',
    collector: { extensions: { pprof: {}, zpages: {} } },
    expected: {},
  },
  {
    name: 'jaegerremotesampling',
    collector: {
      extensions: {
        jaegerremotesampling: {
          http: { endpoint: '0.0.0.0:5778' },
          grpc: { endpoint: '0.0.0.0:14250' },
          source: { remote: { endpoint: 'jaeger.infra.svc:14250' } },
        },
      },
    },
    expected: {
      ports: ['port-5778 5778/TCP http telemetry', 'port-14250 14250/TCP grpc telemetry'],
      egress: ['jaeger.infra.svc:14250'],
    },
  },
  {
    name: 'http_forwarder',
    collector: { extensions: { http_forwarder: { ingress: {}, egress: { endpoint: 'http://backend.example' } } } },
    expected: { ports: ['port-6060 6060/TCP http telemetry'], egress: ['backend.example:80'] },
  },
  {
    name: 'file_storage',
    collector: { mode: 'statefulset', extensions: { file_storage: {} } },
    expected: { mounts: ['storage storage-var-lib-otelcol-file-storage:/var/lib/otelcol/file_storage'] },
  },
  {
    name: 'file_storage on a node',
    collector: { mode: 'daemonset', extensions: { 'file_storage/queue': { directory: '/var/lib/otelcol/queue' } } },
    expected: { mounts: ['storage storage-var-lib-otelcol-queue:/var/lib/otelcol/queue'], privileges: ['user 0'] },
  },
  {
    name: 'file_storage that compacts',
    collector: {
      mode: 'statefulset',
      extensions: { file_storage: { directory: '/data', compaction: { on_start: true, directory: '/compact' } } },
    },
    expected: { mounts: ['storage storage-data:/data', 'storage storage-compact:/compact'] },
  },
  {
    name: 'sumologic',
    collector: {
      mode: 'statefulset',
      extensions: {
        sumologic: {
          installation_token: 't',
          collector_name: 'c',
          collector_credentials_directory: '/var/lib/otelcol/sumologic',
        },
      },
    },
    expected: { mounts: ['storage storage-var-lib-otelcol-sumologic:/var/lib/otelcol/sumologic'], egress: ['*:443'] },
  },
  {
    name: 'ecs_observer',
    collector: { extensions: { ecs_observer: { cluster_name: 'c', result_file: '/etc/targets/ecs.yaml' } } },
    expected: {
      mounts: ['scratch scratch-etc-targets:/etc/targets'],
      egress: ['*:443', '169.254.169.254:80', '169.254.170.23:80'],
    },
  },
  {
    name: 'pprof into a file',
    collector: { extensions: { pprof: { save_to_file: '/var/pprof/cpu' } } },
    expected: { mounts: ['scratch scratch-var-pprof:/var/pprof'] },
  },
  {
    name: 'docker_observer',
    collector: { mode: 'daemonset', extensions: { docker_observer: {} } },
    expected: { mounts: ['node-var-run-docker-sock /var/run/docker.sock Socket ro'], privileges: ['user 0'] },
  },
  {
    name: 'host_observer',
    collector: { mode: 'daemonset', extensions: { host_observer: {} } },
    expected: { privileges: ['user 0 +DAC_READ_SEARCH +SYS_PTRACE hostPID hostNetwork'] },
  },
  {
    name: 'oauth2client',
    collector: {
      extensions: { oauth2client: { client_id: 'a', client_secret: 'b', token_url: 'https://id.example/token' } },
    },
    expected: { egress: ['id.example:443'] },
  },
  {
    name: 'oidc',
    collector: { extensions: { oidc: { issuer_url: 'https://id.example', audience: 'a' } } },
    expected: { egress: ['*:443', 'id.example:443'] },
  },
  {
    name: 'opamp',
    collector: { extensions: { opamp: { server: { ws: { endpoint: 'wss://opamp.example/v1/opamp' } } } } },
    expected: { egress: ['opamp.example:443'] },
  },
  {
    name: 'the collector’s own telemetry',
    collector: {
      telemetry: {
        metrics: {
          readers: [
            { pull: { exporter: { prometheus: { host: '0.0.0.0', port: 8888 } } } },
            {
              periodic: {
                exporter: { otlp: { protocol: 'http/protobuf', endpoint: 'http://gateway.telemetry.svc:4318' } },
              },
            },
          ],
        },
      },
    },
    expected: { ports: ['metrics 8888/TCP http metrics'], egress: ['gateway.telemetry.svc:4318'] },
  },
  {
    name: 'files of a Secret, a ConfigMap and a certificate',
    collector: {
      files: [
        { kind: 'secret', name: 'kafka-ca' },
        { kind: 'configMap', name: 'lookup.v1' },
        { kind: 'certificate', issuer: { name: 'internal', kind: 'ClusterIssuer' } },
      ],
    },
    expected: {
      mounts: [
        'file secret-kafka-ca:/etc/otelcol/secrets/kafka-ca ro',
        'file configmap-lookup-v1:/etc/otelcol/configmaps/lookup.v1 ro',
        'file certificate-internal:/etc/otelcol/certificates/internal ro',
      ],
    },
  },
  {
    name: 'variables of the pod',
    collector: {
      env: { K8S_NODE_NAME: { kind: 'value', value: 'fixed' } },
      exporters: {
        otlp_http: {
          endpoint: 'http://${env:K8S_NODE_IP}:4318',
          headers: { node: '${env:K8S_NODE_NAME}', pod: '${POD_NAME}', other: '${env:VENDOR_TOKEN}' },
        },
      },
    },
    expected: { env: ['K8S_NODE_IP=status.hostIP', 'POD_NAME=metadata.name'], egress: ['*:4318'] },
  },
];
