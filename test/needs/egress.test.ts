import { findComponent, knownTypes } from '../../src/catalog/catalog';
import { isToldOf } from '../../src/needs/egress';
import { localByDefault, silent, toldByFields } from '../../src/needs/egress-kinds';
import { egressTable } from '../../src/needs/egress-table';
import { needsOf } from '../../src/needs/needs-of';
import { targetOf } from '../../src/needs/target';
import { kinds } from '../../src/view/view';
import { collectorOf, type Pieces, shown } from './shown';

const collector = collectorOf({ env: { HOST: { kind: 'value', value: 'db.infra' } } });
const egress = (pieces: Pieces) => shown(needsOf(collectorOf(pieces))).egress ?? [];

test.each([
  ['gateway:4317', 'gateway', 4317],
  ['dns:///gateway.telemetry.svc:4317', 'gateway.telemetry.svc', 4317],
  ['dns://8.8.8.8/gateway:4317', 'gateway', 4317],
  ['https://in.vendor.example', 'in.vendor.example', 443],
  ['http://in.vendor.example/path?at=a:b', 'in.vendor.example', 80],
  ['https://user:pass@in.vendor.example:8443/v1', 'in.vendor.example', 8443],
  ['wss://opamp.example/v1', 'opamp.example', 443],
  ['amqps://mq.example', 'mq.example', 5671],
  ['[2001:db8::1]:4317', '2001:db8::1', 4317],
  ['gateway', 'gateway', undefined],
  ['${env:HOST}:5432', 'db.infra', 5432],
  ['${env:OTHER}:5432', undefined, 5432],
  ['https://${env:OTHER}/v1', undefined, 443],
  ['https://in.${env:SITE}', undefined, 443],
  ['gateway:${env:PORT}', 'gateway', undefined],
  ['${env:ADDRESS}', undefined, undefined],
  ['`endpoint`', undefined, undefined],
  ['`endpoint`:9090', undefined, 9090],
])('%s leads to %s, port %s', (address, host, port) => {
  expect(targetOf(address, collector)).toEqual({
    ...(host !== undefined && { host }),
    ...(port !== undefined && { port }),
    transport: 'TCP',
  });
});

test.each(['localhost:4317', '127.0.0.1:4317', 'http://[::1]:4318', 'unix:///run/agent.sock', 'unix:agent.sock'])(
  '%s stays in the pod',
  (address) => {
    expect(targetOf(address, collector)).toBeUndefined();
  },
);

test('UDP is said by the scheme', () => {
  expect(targetOf('udp://switch.example:161', collector)).toEqual({
    host: 'switch.example',
    port: 161,
    transport: 'UDP',
  });
});

test('of every component of the catalogue it is known whether it connects, and where that is written', () => {
  const all = kinds.flatMap((kind) => knownTypes(kind).map((type) => `${kind} ${type}`));
  expect(all.filter((key) => !isToldOf(key))).toEqual([]);
  const lists = [[...silent], [...localByDefault, ...toldByFields]];
  const told = lists.flat();
  expect(told.filter((key) => !all.includes(key))).toEqual([]);
  expect(new Set(told).size).toBe(told.length);
  expect(egressTable.filter(({ component }) => silent.has(component))).toEqual([]);
});

test('a component that nobody knows may connect anywhere', () => {
  expect(findComponent('exporter', 'mystery')).toBeUndefined();
  expect(egress({ exporters: { mystery: { endpoint: 'https://a.example' } } })).toEqual(['a.example:443', '*:*']);
});

test('a field for an address that is needed, and absent, may be anywhere', () => {
  expect(egress({ exporters: { elasticsearch: {} } })).toEqual(['*:*']);
  expect(egress({ exporters: { otlp_grpc: { endpoint: 'localhost:4317' } } })).toEqual([]);
});

test('the API server is no pod in the namespace of its Service', () => {
  expect(egress({ exporters: { otlp_http: { endpoint: 'https://kubernetes.default.svc' } } })).toEqual([
    '*:443',
    '*:6443',
  ]);
});

test('a proxy is connected to, and what serves the configuration', () => {
  const otlp_http = {
    endpoint: 'https://in.vendor.example',
    proxy_url: 'http://proxy.example:3128',
    headers: { token: '${https://vault.example/token}', other: '${secretsmanager:arn}' },
  };
  expect(egress({ exporters: { otlp_http } })).toEqual([
    'in.vendor.example:443',
    'proxy.example:3128',
    'vault.example:443',
    '*:443',
  ]);
});

test('the target allocator of the operator tells the targets when the collector runs', () => {
  const model = collectorOf(
    { mode: 'statefulset', receivers: { prometheus: { config: { scrape_configs: [{ job_name: 'a' }] } } } },
    'operator',
  );
  const pod = model.pod && { ...model.pod, operator: { targetAllocator: { enabled: true } } };
  expect(shown(needsOf({ ...model, pod })).egress).toEqual(['*:*']);
});
