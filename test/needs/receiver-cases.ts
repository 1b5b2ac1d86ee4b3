import type { NeedsCase } from './cases';

export const receiverCases: readonly NeedsCase[] = [
  {
    name: 'otlp on every address',
    collector: {
      receivers: {
        otlp: { protocols: { grpc: { endpoint: '${env:MY_POD_IP}:4317' }, http: { endpoint: '0.0.0.0:4318' } } },
      },
    },
    expected: {
      ports: ['otlp-grpc 4317/TCP grpc telemetry', 'otlp-http 4318/TCP http telemetry'],
      env: ['MY_POD_IP=status.podIP'],
    },
  },
  {
    name: 'otlp on localhost',
    collector: { receivers: { otlp: { protocols: { grpc: {}, http: { endpoint: 'localhost:4318' } } } } },
    expected: {},
  },
  {
    name: 'otlp under a name, with TLS',
    collector: {
      receivers: {
        'otlp/edge': {
          protocols: {
            grpc: { endpoint: ':4317', tls: { cert_file: '/c', key_file: '/k' } },
            http: { endpoint: '[::]:4318', tls: { cert_file: '/c', key_file: '/k' } },
          },
        },
      },
    },
    expected: { ports: ['otlp-edge-grpc 4317/TCP grpc telemetry', 'otlp-edge-http 4318/TCP https telemetry'] },
  },
  {
    name: 'otelarrow, which binds every address by itself',
    collector: { receivers: { otelarrow: { protocols: { grpc: {} } } } },
    expected: { ports: ['otelarrow-grpc 4317/TCP grpc telemetry'] },
  },
  {
    name: 'jaeger',
    collector: {
      receivers: {
        jaeger: {
          protocols: {
            grpc: { endpoint: '0.0.0.0:14250' },
            thrift_http: { endpoint: '0.0.0.0:14268' },
            thrift_compact: { endpoint: '0.0.0.0:6831' },
            thrift_binary: { endpoint: '0.0.0.0:6832' },
          },
        },
      },
    },
    expected: {
      ports: [
        'jaeger-grpc 14250/TCP grpc telemetry',
        'port-14268 14268/TCP http telemetry',
        'port-6832 6832/UDP telemetry',
        'port-6831 6831/UDP telemetry',
      ],
    },
  },
  {
    name: 'zipkin',
    collector: { receivers: { zipkin: { endpoint: '0.0.0.0:9411' } } },
    expected: { ports: ['zipkin 9411/TCP http telemetry'] },
  },
  {
    name: 'skywalking',
    collector: {
      receivers: {
        skywalking: { protocols: { grpc: { endpoint: '0.0.0.0:11800' }, http: { endpoint: '0.0.0.0:12800' } } },
      },
    },
    expected: { ports: ['skywalking-grpc 11800/TCP grpc telemetry', 'skywalking-http 12800/TCP http telemetry'] },
  },
  {
    name: 'loki',
    collector: { receivers: { loki: { protocols: { http: { endpoint: '0.0.0.0:3500' } } } } },
    expected: { ports: ['loki-http 3500/TCP http telemetry'] },
  },
  {
    name: 'prometheus_remote_write',
    collector: { receivers: { prometheus_remote_write: { endpoint: '0.0.0.0:9090' } } },
    expected: { ports: ['port-9090 9090/TCP http telemetry'] },
  },
  {
    name: 'splunk_hec',
    collector: { receivers: { splunk_hec: { endpoint: '0.0.0.0:8088' } } },
    expected: { ports: ['splunk-hec 8088/TCP http telemetry'] },
  },
  {
    name: 'datadog, as a receiver',
    collector: { receivers: { datadog: { endpoint: '0.0.0.0:8126' } } },
    expected: { ports: ['datadog 8126/TCP http telemetry'] },
  },
  {
    name: 'influxdb',
    collector: { receivers: { influxdb: { endpoint: '0.0.0.0:8086' } } },
    expected: { ports: ['influxdb 8086/TCP http telemetry'] },
  },
  {
    name: 'webhook_event',
    collector: { receivers: { webhook_event: { endpoint: '0.0.0.0:8080' } } },
    expected: { ports: ['webhook-event 8080/TCP http telemetry'] },
  },
  {
    name: 'syslog over TCP',
    collector: { receivers: { syslog: { protocol: 'rfc5424', tcp: { listen_address: '0.0.0.0:54526' } } } },
    expected: { ports: ['syslog-tcp 54526/TCP telemetry'] },
  },
  {
    name: 'syslog over UDP below 1024',
    collector: { receivers: { syslog: { protocol: 'rfc3164', udp: { listen_address: '0.0.0.0:514' } } } },
    expected: {
      ports: ['syslog-udp 514/UDP telemetry'],
      privileges: ['+NET_BIND_SERVICE net.ipv4.ip_unprivileged_port_start=0'],
    },
  },
  {
    name: 'tcp_log and udp_log',
    collector: {
      receivers: { tcp_log: { listen_address: '0.0.0.0:2255' }, udp_log: { listen_address: '0.0.0.0:2255' } },
    },
    expected: { ports: ['tcp-log 2255/TCP telemetry', 'udp-log 2255/UDP telemetry'] },
  },
  {
    name: 'fluent_forward, whose heartbeats are UDP',
    collector: { receivers: { fluent_forward: { endpoint: '0.0.0.0:8006' } } },
    expected: { ports: ['fluent-forward 8006/TCP telemetry', 'port-8006 8006/UDP telemetry'] },
  },
  {
    name: 'statsd',
    collector: { receivers: { statsd: { endpoint: '0.0.0.0:8125' } } },
    expected: { ports: ['statsd 8125/UDP telemetry'] },
  },
  {
    name: 'statsd over TCP',
    collector: { receivers: { statsd: { endpoint: '0.0.0.0:8125', transport: 'tcp' } } },
    expected: { ports: ['statsd 8125/TCP telemetry'] },
  },
  {
    name: 'statsd on a socket of the pod',
    collector: { receivers: { statsd: { endpoint: '/run/statsd.sock', transport: 'unixgram' } } },
    expected: {},
  },
  {
    name: 'carbon',
    collector: { receivers: { carbon: { endpoint: '0.0.0.0:2003' } } },
    expected: { ports: ['carbon 2003/TCP telemetry'] },
  },
  {
    name: 'collectd',
    collector: { receivers: { collectd: { endpoint: '0.0.0.0:8081' } } },
    expected: { ports: ['collectd 8081/TCP http telemetry'] },
  },
  {
    name: 'awsxray',
    collector: { receivers: { awsxray: { endpoint: '0.0.0.0:2000', proxy_server: { endpoint: '0.0.0.0:2000' } } } },
    expected: {
      ports: ['awsxray 2000/UDP telemetry', 'port-2000 2000/TCP http telemetry'],
      egress: ['*:443', '169.254.169.254:80', '169.254.170.23:80'],
    },
  },
  {
    name: 'wavefront',
    collector: { receivers: { wavefront: { endpoint: '0.0.0.0:2003' } } },
    expected: { ports: ['wavefront 2003/TCP telemetry'] },
  },
  {
    name: 'kafka, as a receiver',
    collector: { receivers: { kafka: { brokers: ['kafka.infra.svc:9092'] } } },
    expected: { egress: ['*:9092', 'kafka.infra.svc:9092'] },
  },
];
