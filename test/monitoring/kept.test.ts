import { keptFlows } from '../../src/monitoring/kept';
import { collector, config } from '../checks/models';

interface Pipelines {
  readonly [id: string]: { readonly receivers: string[]; readonly processors?: string[]; readonly exporters: string[] };
}

function flows(pipelines: Pipelines, release: '0.159.0' | '0.131.0' = '0.159.0') {
  const used = Object.values(pipelines);
  const section = (role: 'receivers' | 'processors' | 'exporters') =>
    Object.fromEntries(used.flatMap((one) => one[role] ?? []).map((id) => [id, {}]));
  return keptFlows(
    collector({
      release,
      config: config((draft) => {
        draft.receivers = section('receivers');
        draft.processors = section('processors');
        draft.exporters = { ...section('exporters'), debug: {} };
        draft.connectors = { count: {} };
        delete draft.exporters.count;
        draft.service.pipelines = pipelines;
      }),
    }),
  );
}

test('what goes to several exporters is due at each', () => {
  expect(
    flows({
      logs: { receivers: ['otlp', 'syslog'], processors: ['memory_limiter', 'batch'], exporters: ['debug'] },
      'logs/copy': { receivers: ['otlp'], exporters: ['otlp_http/vendor', 'otlp_http/archive'] },
    }),
  ).toEqual([
    {
      signal: 'logs',
      copies: { otlp: 3, syslog: 1 },
      exporters: ['debug', 'otlp_http/archive', 'otlp_http/vendor'],
    },
  ]);
});

test('signals, and parts that share nothing, are apart', () => {
  const found = flows({
    logs: { receivers: ['otlp'], exporters: ['otlp_http'] },
    traces: { receivers: ['otlp'], exporters: ['otlp_http'] },
    'logs/other': { receivers: ['syslog'], exporters: ['debug'] },
  });
  expect(found.map(({ signal, exporters }) => `${signal} ${exporters}`)).toEqual([
    'logs otlp_http',
    'traces otlp_http',
    'logs debug',
  ]);
});

test.each([
  ['a processor that drops', { logs: { receivers: ['otlp'], processors: ['filter'], exporters: ['debug'] } }],
  ['a processor that is not known', { logs: { receivers: ['otlp'], processors: ['acme'], exporters: ['debug'] } }],
  [
    'a transformation of metrics',
    { metrics: { receivers: ['otlp'], processors: ['transform'], exporters: ['debug'] } },
  ],
  ['a connector', { logs: { receivers: ['otlp'], exporters: ['debug', 'count'] } }],
  ['an exporter that counts nothing', { logs: { receivers: ['otlp'], exporters: ['nop'] } }],
  ['an exporter that hands on', { traces: { receivers: ['otlp'], exporters: ['load_balancing'] } }],
  [
    'a receiver that also feeds what drops',
    {
      logs: { receivers: ['otlp'], exporters: ['debug'] },
      'logs/some': { receivers: ['otlp'], processors: ['filter'], exporters: ['otlp_http'] },
    },
  ],
])('nothing is due behind %s', (_, pipelines) => {
  expect(flows(pipelines)).toEqual([]);
});

test('labels say the names that a release knows', () => {
  expect(flows({ logs: { receivers: ['otlp'], exporters: ['otlp_http/vendor'] } }, '0.131.0')).toEqual([
    { signal: 'logs', copies: { otlp: 1 }, exporters: ['otlphttp/vendor'] },
  ]);
});
