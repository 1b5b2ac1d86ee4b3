import fc from 'fast-check';
import { needsOf } from '../../src/needs/needs-of';
import { isPortName, PortNames } from '../../src/needs/port-name';
import { collectorOf, type Pieces } from './shown';

const names = (pieces: Pieces) => needsOf(collectorOf(pieces)).ports.map(({ name, port }) => `${name} ${port}`);
const grpc = (endpoint: string) => ({ protocols: { grpc: { endpoint } } });

test.each([
  ['0.0.0.0:4317', true],
  ['[::]:4317', true],
  [':4317', true],
  ['${env:MY_POD_IP}:4317', true],
  ['${env:OTHER}:4317', true],
  ['10.0.0.7:4317', true],
  ['localhost:4317', false],
  ['127.0.0.1:4317', false],
  ['127.0.0.53:4317', false],
  ['[::1]:4317', false],
  // Port and all are read when the collector starts.
  ['${env:ENDPOINT}', false],
  ['0.0.0.0:${env:PORT}', false],
  // The kernel chooses one.
  ['0.0.0.0:0', false],
  ['0.0.0.0:70000', false],
  ['unix:///run/otlp.sock', false],
])('others may connect to %s: %s', (endpoint, open) => {
  expect(names({ receivers: { otlp: grpc(endpoint) } })).toEqual(open ? ['otlp-grpc 4317'] : []);
});

test('names that are too long, or none, become the number', () => {
  const receivers = {
    'otlp/applications': grpc('0.0.0.0:1111'),
    'otlp/Edge': grpc('0.0.0.0:1112'),
    'otlp/a--b': grpc('0.0.0.0:1113'),
  };
  expect(names({ receivers })).toEqual(['port-1111 1111', 'port-1112 1112', 'port-1113 1113']);
});

test('of two components with one name, the second gets its number', () => {
  const receivers = { 'otlp/a_b': grpc('0.0.0.0:1111'), 'otlp/a/b': grpc('0.0.0.0:1112') };
  expect(names({ receivers })).toEqual(['otlp-a-b-grpc 1111', 'port-1112 1112']);
});

test('one number for both transports has two names', () => {
  const receivers = {
    'syslog/applications': { tcp: { listen_address: '0.0.0.0:5514' }, udp: { listen_address: '0.0.0.0:5514' } },
  };
  expect(names({ receivers })).toEqual(['port-5514 5514', 'port-5514-udp 5514']);
});

test('a socket that two components would bind is one port', () => {
  const receivers = { otlp: grpc('0.0.0.0:4317'), 'otlp/b': grpc('0.0.0.0:4317') };
  expect(names({ receivers })).toEqual(['otlp-grpc 4317']);
});

test('an unrelated component renames nothing', () => {
  const otlp = { otlp: grpc('0.0.0.0:4317') };
  const zipkin = { zipkin: { endpoint: '0.0.0.0:9411' } };
  expect(names({ receivers: { ...zipkin, ...otlp } })).toEqual(expect.arrayContaining(names({ receivers: otlp })));
});

test('every reader of the collector’s own metrics is a port', () => {
  const reader = (port: number) => ({ pull: { exporter: { prometheus: { host: '0.0.0.0', port } } } });
  expect(names({ telemetry: { metrics: { readers: [reader(8888), reader(9999)] } } })).toEqual([
    'metrics 8888',
    'metrics-9999 9999',
  ]);
});

const id = fc.oneof(
  fc.stringMatching(/^[a-z][a-z0-9_]{0,20}(\/[a-zA-Z0-9_./-]{1,20})?$/),
  fc.stringMatching(/^port\/[0-9]{1,5}(-udp|-tcp)?$/),
  fc.constantFrom('otlp', 'otlp/a_b', 'otlp/a/b', 'metrics'),
);
const socket = fc.record({
  id,
  section: fc.option(fc.constantFrom('grpc', 'http', 'thrift_compact'), { nil: undefined }),
  port: fc.integer({ min: 1, max: 65_535 }),
  transport: fc.constantFrom('TCP' as const, 'UDP' as const),
});

test('names are valid, and no two are one', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(socket, { selector: ({ port, transport }) => `${port}/${transport}`, maxLength: 12 }),
      (sockets) => {
        const given = new PortNames();
        const all = sockets.map((one) => given.name([one.id, ...(one.section ? [one.section] : [])], one));
        expect(all.filter((name) => !isPortName(name))).toEqual([]);
        expect(new Set(all).size).toBe(all.length);
      },
    ),
  );
});

test('a name hangs on its own component alone, unless another one’s is the same', () => {
  fc.assert(
    fc.property(socket, socket, (first, second) => {
      const parts = ({ id: own, section }: typeof first) => [own, ...(section ? [section] : [])];
      const slug = (one: typeof first) => parts(one).join('-').replaceAll(/[/_]/g, '-');
      fc.pre(slug(first) !== slug(second) && first.port !== second.port);
      const together = new PortNames();
      together.name(parts(first), first);
      expect(together.name(parts(second), second)).toBe(new PortNames().name(parts(second), second));
    }),
  );
});
