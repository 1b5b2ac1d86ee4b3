import { configForRelease } from '../../src/render/release';

const config = {
  receivers: { 'fluent_forward/in': { endpoint: '0.0.0.0:8006' } },
  processors: {
    filter: {
      log_conditions: ['log.body == "span.x"'],
      trace_conditions: ['span.name == "a"', 'spanevent.name == "b"', 'resource.attributes["c"] == "d"'],
      metric_conditions: ['metric.name == "a"', 'datapoint.attributes["b"] != nil'],
    },
  },
  exporters: { otlp_grpc: { endpoint: 'a:4317' }, 'otlp_http/b': {}, 'load_balancing/c': {} },
  connectors: {
    count: { spans: { n: { conditions: ['span.attributes["span.kind"] == "span.a"', 'IsRootSpan()'] } } },
  },
  extensions: { health_check: {} },
  service: {
    extensions: ['health_check'],
    pipelines: {
      'logs/in': { receivers: ['fluent_forward/in'], processors: ['filter'], exporters: ['otlp_grpc', 'otlp_http/b'] },
      traces: { receivers: ['count'], exporters: ['load_balancing/c', 'count'] },
    },
  },
};

test('the newest release gets what was written', () => {
  expect(configForRelease(config, '0.159.0')).toEqual(config);
});

test('an older release gets its own names of types and fields', () => {
  expect(configForRelease(config, '0.131.0')).toEqual({
    receivers: { 'fluentforward/in': { endpoint: '0.0.0.0:8006' } },
    processors: {
      filter: {
        logs: { log_record: ['log.body == "span.x"'] },
        traces: {
          span: ['span.name == "a"', 'resource.attributes["c"] == "d"'],
          spanevent: ['spanevent.name == "b"'],
        },
        metrics: { metric: ['metric.name == "a"'], datapoint: ['datapoint.attributes["b"] != nil'] },
      },
    },
    exporters: { otlp: { endpoint: 'a:4317' }, 'otlphttp/b': {}, 'loadbalancing/c': {} },
    connectors: { count: { spans: { n: { conditions: ['attributes["span.kind"] == "span.a"', 'IsRootSpan()'] } } } },
    extensions: { health_check: {} },
    service: {
      extensions: ['health_check'],
      pipelines: {
        'logs/in': { receivers: ['fluentforward/in'], processors: ['filter'], exporters: ['otlp', 'otlphttp/b'] },
        traces: { receivers: ['count'], exporters: ['loadbalancing/c', 'count'] },
      },
    },
  });
});
