import { Chart, Testing } from 'cdk8s';
import {
  Collector,
  client,
  connectors,
  env,
  exporters,
  log,
  MdaiApp,
  ottl,
  processors,
  receivers,
  resource,
  secret,
  span,
  unquoted,
} from '../../src/index';

function collector(): Collector {
  return new Collector(new Chart(new MdaiApp({ outdir: Testing.app().outdir }), 'telemetry'), 'gateway');
}

const otlp = receivers.otlp({ protocols: { grpc: {} } });

test('statements and conditions stand in transform as OTTL, with what they read from the environment', () => {
  const gateway = collector();
  const transform = processors.transform({
    log_statements: [
      {
        context: 'log',
        conditions: [ottl.log`body != nil`.and(log.severity.atLeast('WARN'))],
        statements: [
          ottl.log.statement`set(attributes["key"], ${secret('vendor', 'salt')}) where ${log.attribute('a').exists()}`,
          'set(log.body, "x")',
          ottl.log.statement`set(attributes["n"], ${unquoted(env('NUMBER'))})`,
        ],
      },
    ],
    trace_statements: [ottl.span.statement`set(attributes["root"], true) where ${span.isRoot()}`],
  });
  gateway.pipeline('logs', { from: [otlp], processors: [transform], to: [exporters.debug()] });
  expect(gateway.toConfig()).toMatchObject({
    processors: {
      transform: {
        log_statements: [
          {
            context: 'log',
            conditions: ['log.body != nil and log.severity_number >= SEVERITY_NUMBER_WARN'],
            statements: [
              'set(log.attributes["key"], "${env:VENDOR_SALT}") where log.attributes["a"] != nil',
              'set(log.body, "x")',
              'set(log.attributes["n"], ${env:NUMBER})',
            ],
          },
        ],
        trace_statements: ['set(span.attributes["root"], true) where IsRootSpan()'],
      },
    },
  });
});

test('a routing table takes conditions, statements and pipelines', () => {
  const gateway = collector();
  const debug = exporters.debug();
  const routing: ReturnType<typeof connectors.routing> = connectors.routing({
    error_mode: 'ignore',
    table: [
      {
        context: 'resource',
        condition: resource.attribute('team').equals('a'),
        pipelines: [gateway.pipeline('logs/a', { from: [], to: [debug] })],
      },
      {
        context: 'otelcol',
        condition: client.metadata('x-tenant').equals('b'),
        pipelines: [gateway.pipeline('logs/b', { from: [], to: [debug] })],
      },
      {
        context: 'log',
        statement: ottl.log.statement`route() where ${log.body.exists()}`,
        pipelines: [gateway.pipeline('logs/c', { from: [], to: [debug] })],
      },
    ],
    default_pipelines: [gateway.pipeline('logs/rest', { from: [], to: [debug] })],
  });
  gateway.pipeline('logs', { from: [otlp], to: [routing] });
  expect(gateway.toConfig()).toMatchObject({
    connectors: {
      routing: {
        table: [
          { condition: 'resource.attributes["team"] == "a"', pipelines: ['logs/a'] },
          { condition: 'otelcol.client.metadata["x-tenant"][0] == "b"', pipelines: ['logs/b'] },
          { statement: 'route() where log.body != nil', pipelines: ['logs/c'] },
        ],
        default_pipelines: ['logs/rest'],
      },
    },
  });
});

test('a field stands where a value expression does', () => {
  const gateway = collector();
  const metrics = connectors.signal_to_metrics({
    logs: [{ name: 'm', sum: { value: log.attribute('n') } }],
  });
  gateway.pipeline('logs', { from: [otlp], to: [metrics] });
  gateway.pipeline('metrics', { from: [metrics], to: [exporters.debug()] });
  expect(gateway.toConfig()).toMatchObject({
    connectors: { signal_to_metrics: { logs: [{ sum: { value: 'log.attributes["n"]' } }] } },
  });
});

test('OTTL of another signal, and a statement where a condition belongs, do not compile', () => {
  // @ts-expect-error a condition about spans, asked of logs
  processors.filter({ log_conditions: [ottl.span`name == "a"`] });
  // @ts-expect-error a statement where a condition belongs
  processors.filter({ log_conditions: [ottl.log.statement`set(body, "x")`] });
  // @ts-expect-error a condition where a statement belongs
  processors.transform({ log_statements: [log.body.exists()] });
  // @ts-expect-error a statement about spans, for logs
  processors.transform({ log_statements: [ottl.span.statement`set(name, "x")`] });
  // @ts-expect-error a field of spans, for logs
  connectors.signal_to_metrics({ logs: [{ name: 'm', sum: { value: span.name } }] });
  // @ts-expect-error no kind of a span
  span.kind.equals('SERVR');
  expect(ottl).toBeDefined();
});
