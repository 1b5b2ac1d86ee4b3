import { App, Chart } from 'cdk8s';
import { load } from 'js-yaml';
import {
  blank,
  Collector,
  type CollectorProps,
  env,
  exporters,
  extensions,
  MdaiHub,
  processors,
  receivers,
  secret,
} from '../../src/index';
import { Registry } from '../../src/registry';

function objects(make: (chart: Chart) => void) {
  const app = new App();
  const chart = new Chart(app, 'telemetry');
  make(chart);
  const errors = Registry.of(chart).issues.filter(({ severity }) => severity === 'error');
  expect(errors).toEqual([]);
  return chart.toJson();
}

function collector(props: CollectorProps, more: (collector: Collector) => void = () => undefined) {
  return objects((chart) => {
    const made = new Collector(chart, 'gateway', { verbatim: true, ...props });
    made.pipeline('logs', { from: [receivers.otlp({ protocols: { grpc: {} } })], to: [exporters.debug()] });
    more(made);
  });
}

test('nothing is written but what was said', () => {
  expect(collector({})).toEqual([
    {
      apiVersion: 'opentelemetry.io/v1beta1',
      kind: 'OpenTelemetryCollector',
      metadata: { name: 'gateway' },
      spec: {
        config: {
          receivers: { otlp: { protocols: { grpc: {} } } },
          exporters: { debug: {} },
          service: { pipelines: { logs: { receivers: ['otlp'], exporters: ['debug'] } } },
        },
      },
    },
  ]);
});

test('fields that were given are written, and make no others', () => {
  const [{ spec }] = collector({ mode: 'statefulset', replicas: 2, image: 'example/otel:1', serviceAccount: 'mine' });
  const { config: _, ...fields } = spec;
  expect(fields).toEqual({ mode: 'statefulset', replicas: 2, image: 'example/otel:1', serviceAccount: 'mine' });
});

test('names of types stay as they were written, also where others refer to them', () => {
  const [{ spec }] = collector({}, (made) => {
    const vendor = exporters.otlphttp('vendor', { endpoint: 'https://in.vendor.example' });
    made.pipeline('traces', { from: [receivers.otlp({ protocols: { grpc: {} } })], to: [vendor] });
  });
  expect(Object.keys(spec.config.exporters)).toEqual(['debug', 'otlphttp/vendor']);
  expect(spec.config.service.pipelines.traces.exporters).toEqual(['otlphttp/vendor']);
});

test('extensions, variables and empty lists keep their order and place', () => {
  const [{ spec }] = collector({ env: { Z: '1', A: '2' } }, (made) => {
    made.enable(extensions.zpages(), extensions.pprof());
    made.pipeline('traces', {
      from: [receivers.otlp({ protocols: { grpc: {} } })],
      processors: [],
      to: [exporters.otlp_http({ endpoint: 'https://a', headers: { a: secret('s', 'k'), b: env('Z') } })],
    });
  });
  expect(spec.config.service.extensions).toEqual(['zpages', 'pprof']);
  expect(spec.config.service.pipelines.traces.processors).toEqual([]);
  expect(spec.env).toEqual([
    { name: 'Z', value: '1' },
    { name: 'A', value: '2' },
    { name: 'S_K', valueFrom: { secretKeyRef: { name: 's', key: 'k' } } },
  ]);
});

test('a key with nothing behind it is written as one', () => {
  const [{ spec }] = collector({}, (made) => {
    const otlp = receivers.otlp('blank', { protocols: { http: blank } });
    made.pipeline('traces', { from: [otlp], processors: [processors.batch(blank)], to: [exporters.debug()] });
  });
  expect(spec.config.receivers['otlp/blank']).toEqual({ protocols: { http: null } });
  expect(spec.config.processors).toEqual({ batch: null });
});

test('without an object, the configuration is data and text', () => {
  let made: Collector | undefined;
  const written = objects((chart) => {
    made = new Collector(chart, 'gateway', { backend: 'none', verbatim: true });
    made.pipeline('logs', { from: [receivers.otlp({ protocols: { grpc: blank } })], to: [exporters.debug()] });
  });
  expect(written).toEqual([]);
  expect(load(made?.toYaml() ?? '')).toEqual(made?.toConfig());
  expect(made?.toConfig()).toMatchObject({ receivers: { otlp: { protocols: { grpc: null } } } });
});

test('a variable that nothing sets is a warning, because others may set it', () => {
  const issues = (verbatim: boolean) => {
    const chart = new Chart(new App(), 'telemetry');
    const made = new Collector(chart, 'gateway', { verbatim });
    const to = exporters.otlp_http({ endpoint: env('WHERE') });
    made.pipeline('logs', { from: [receivers.otlp({ protocols: { grpc: {} } })], to: [to] });
    return Registry.of(chart).issues.filter(({ code }) => code === 'env-unknown');
  };
  expect(issues(true)).toMatchObject([{ severity: 'warning' }]);
  expect(issues(false)).toMatchObject([{ severity: 'error' }]);
});

test('a hub does not say where its variables are kept', () => {
  const variables = (verbatim: boolean) =>
    objects((chart) => {
      new MdaiHub(chart, 'hub', { verbatim }).string('a', { type: 'manual' });
    })[0].spec.variables;
  expect(variables(true)).toEqual([{ key: 'a', type: 'manual', dataType: 'string' }]);
  expect(variables(false)).toEqual([{ key: 'a', type: 'manual', dataType: 'string', storageType: 'mdai-valkey' }]);
});
