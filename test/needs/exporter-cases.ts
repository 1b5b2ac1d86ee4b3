import type { NeedsCase } from './cases';

export const exporterCases: readonly NeedsCase[] = [
  {
    name: 'otlp_grpc',
    collector: { exporters: { otlp_grpc: { endpoint: 'dns:///gateway.telemetry.svc:4317' } } },
    expected: { egress: ['gateway.telemetry.svc:4317'] },
  },
  {
    name: 'otlp_grpc in its own pod',
    collector: {
      exporters: {
        otlp_grpc: { endpoint: 'localhost:4317' },
        'otlp_grpc/socket': { endpoint: 'unix:///run/agent.sock' },
      },
    },
    expected: {},
  },
  {
    name: 'otlp_http',
    collector: {
      exporters: {
        otlp_http: { endpoint: 'https://in.vendor.example', logs_endpoint: 'http://logs.vendor.example:8080/v1/logs' },
      },
    },
    expected: { egress: ['in.vendor.example:443', 'logs.vendor.example:8080'] },
  },
  {
    name: 'otlp_http to where the environment says',
    collector: {
      exporters: {
        otlp_http: { endpoint: '${env:VENDOR}' },
        'otlp_http/port': { endpoint: 'https://${env:VENDOR_HOST}:4318' },
      },
    },
    expected: { egress: ['*:*', '*:4318'] },
  },
  {
    name: 'load_balancing over a Service',
    collector: {
      exporters: {
        load_balancing: {
          protocol: { otlp: {} },
          resolver: { k8s: { service: 'sampler.telemetry', ports: [4317, 14317] } },
        },
      },
    },
    expected: {
      access: ['get,list,watch discovery.k8s.io/endpointslices in telemetry'],
      egress: ['*:443', '*:6443', 'sampler.telemetry.svc:4317', 'sampler.telemetry.svc:14317'],
    },
  },
  {
    name: 'load_balancing over a Service in 0.131.0',
    collector: {
      release: '0.131.0',
      exporters: { load_balancing: { protocol: { otlp: {} }, resolver: { k8s: { service: 'sampler' } } } },
    },
    expected: {
      access: ['get,list,watch endpoints in telemetry'],
      egress: ['*:443', '*:6443', 'sampler.telemetry.svc:4317'],
    },
  },
  {
    name: 'load_balancing over DNS',
    collector: {
      exporters: {
        load_balancing: {
          protocol: { otlp: {} },
          resolver: { dns: { hostname: 'sampler-headless.telemetry.svc', port: '4400' } },
        },
      },
    },
    expected: { egress: ['sampler-headless.telemetry.svc:4400'] },
  },
  {
    name: 'load_balancing over a list',
    collector: {
      exporters: {
        load_balancing: {
          protocol: { otlp: {} },
          resolver: { static: { hostnames: ['a.example:4317', 'b.example'] } },
        },
      },
    },
    expected: { egress: ['a.example:4317', 'b.example:4317'] },
  },
  {
    name: 'prometheus',
    collector: { exporters: { prometheus: { endpoint: '0.0.0.0:8889' } } },
    expected: { ports: ['prometheus 8889/TCP http scrape'] },
  },
  {
    name: 'prometheus_remote_write that keeps what is not sent',
    collector: {
      mode: 'statefulset',
      exporters: {
        prometheus_remote_write: {
          endpoint: 'http://mimir.infra.svc:9009/api/v1/push',
          wal: { directory: '/var/lib/otelcol/wal' },
        },
      },
    },
    expected: {
      mounts: ['storage storage-var-lib-otelcol-wal:/var/lib/otelcol/wal'],
      egress: ['mimir.infra.svc:9009'],
    },
  },
  {
    name: 'kafka',
    collector: { exporters: { kafka: { brokers: ['b0.kafka.example:9094', 'b1.kafka.example:9094'] } } },
    expected: { egress: ['*:9094', 'b0.kafka.example:9094', 'b1.kafka.example:9094'] },
  },
  {
    name: 'file',
    collector: { exporters: { file: { path: '/var/lib/otelcol/out/traces.json' } } },
    expected: { mounts: ['storage storage-var-lib-otelcol-out:/var/lib/otelcol/out'] },
  },
  {
    name: 'file that does not last',
    collector: { exporters: { file: { path: '/tmp/traces.json' } } },
    expected: { mounts: ['scratch scratch-tmp:/tmp'] },
  },
  {
    name: 'file on the collector’s own output',
    collector: { exporters: { file: { path: '/dev/stdout' } } },
    expected: {},
  },
  {
    name: 'syslog',
    collector: {
      exporters: {
        syslog: { endpoint: 'syslog.example', port: 6514 },
        'syslog/udp': { endpoint: 'syslog.example', network: 'udp' },
      },
    },
    expected: { egress: ['syslog.example:6514', 'syslog.example:514/UDP'] },
  },
  {
    name: 'awss3',
    collector: { exporters: { awss3: { s3uploader: { region: 'eu-west-1', s3_bucket: 'b' } } } },
    expected: { egress: ['*:443', '169.254.169.254:80', '169.254.170.23:80'] },
  },
  {
    name: 'datadog',
    collector: { exporters: { datadog: { api: { key: 'k' } } } },
    expected: { egress: ['*:443'] },
  },
  {
    name: 'elasticsearch',
    collector: { exporters: { elasticsearch: { endpoints: ['https://es.example:9200'] } } },
    expected: { egress: ['es.example:9200'] },
  },
  {
    name: 'debug',
    collector: { exporters: { debug: {} } },
    expected: {},
  },
  {
    name: 'googlecloud that keeps what is not sent',
    collector: {
      mode: 'statefulset',
      exporters: { googlecloud: { metric: { experimental_wal_config: { directory: '/var/lib/otelcol/wal' } } } },
    },
    expected: {
      mounts: ['storage storage-var-lib-otelcol-wal:/var/lib/otelcol/wal'],
      egress: ['*:443', '169.254.169.254:80', '169.254.169.252:988'],
    },
  },
  {
    name: 'an exporter that nobody knows',
    collector: { exporters: { mystery: { target: 'x' } } },
    expected: { egress: ['*:*'] },
  },
];
