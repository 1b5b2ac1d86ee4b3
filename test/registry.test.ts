import { ApiObject, App, Chart, JsonPatch, Testing } from 'cdk8s';
import { Construct } from 'constructs';
import {
  Collector,
  type CollectorProps,
  exporters,
  extensions,
  MdaiApp,
  Prometheus,
  processors,
  promql,
  receivers,
} from '../src/index';
import { Registry } from '../src/registry';
import type { KubernetesObject } from '../src/render/object';
import { find, issuesOf, type Manifest, synthesize } from '../src/testing';
import { parseYaml } from './synth/parsers';

const otlp = receivers.otlp({ protocols: { grpc: {} } });
const vendor = exporters.otlp_http('vendor', { endpoint: 'https://in.vendor.example' });

function gatewayIn(app: App, props: CollectorProps = {}) {
  const gateway = new Collector(new Chart(app, 'telemetry', { namespace: 'ns' }), 'gateway', props);
  gateway.pipeline('logs', { from: [otlp], to: [vendor] });
  return gateway;
}

function patched(...patches: JsonPatch[]) {
  const gateway = gatewayIn(new App());
  ApiObject.of(gateway).addJsonPatch(...patches);
  return gateway;
}

describe('derived objects', () => {
  function alerting() {
    const chart = new Chart(new App(), 'telemetry', { namespace: 'ns' });
    const prometheus = new Prometheus(chart, 'prometheus');
    const alert = (name: string) => prometheus.alert(name, { expr: promql`up == 0`, severity: 'warning' });
    alert('first');
    synthesize(chart);
    const [rules] = prometheus.node.children
      .filter(ApiObject.isApiObject)
      .filter(({ kind }) => kind === 'PrometheusRule');
    return { chart, prometheus, alert, rules: rules! };
  }

  test('stay while they are the same in Kubernetes, with new content and what was done to them', () => {
    const { chart, prometheus, alert, rules } = alerting();
    rules.addJsonPatch(JsonPatch.add('/spec/groups/0/interval', '1m'));
    rules.metadata.addLabel('team', 'payments');
    alert('second');
    const [group] = find(synthesize(chart), 'PrometheusRule', rules.name).spec.groups;
    expect(prometheus.node.tryFindChild(rules.node.id)).toBe(rules);
    expect(group.interval).toBe('1m');
    expect(group.rules.map((rule: Manifest) => rule.alert)).toEqual(['first', 'second']);
    expect(rules.toJson().metadata.labels).toMatchObject({ team: 'payments' });
  });

  test('change in every part with the model, are made anew as another object, and go alone', () => {
    const chart = new Chart(new App(), 'c', { namespace: 'ns', labels: { app: 'c' } });
    const part = new Construct(chart, 'part');
    const registry = Registry.of(chart);
    let derived: Record<string, KubernetesObject> = {};
    registry.add(part, { contribute: () => undefined, derive: () => derived });
    const objects = (now: typeof derived) => {
      derived = now;
      registry.touch();
      return synthesize(chart);
    };
    const map = { apiVersion: 'v1', kind: 'ConfigMap' };
    const one = {
      ...map,
      metadata: { name: 'one', labels: { app: 'x', a: 'b' }, annotations: { c: 'd' } },
      data: { a: '1' },
    };
    registry.patch(part, 'One', [JsonPatch.add('/immutable', true)]);
    objects({ One: one, Two: { ...map, metadata: { name: 'two' } } });
    const first = part.node.findChild('One') as ApiObject;
    first.metadata.addAnnotation('mine', 'kept');
    const changed = { ...map, metadata: { name: 'one', labels: { a: 'c' } }, binaryData: { b: '2' } };
    expect(objects({ One: changed })).toEqual([
      {
        ...map,
        metadata: { name: 'one', namespace: 'ns', labels: { app: 'c', a: 'c' }, annotations: { mine: 'kept' } },
        binaryData: { b: '2' },
        immutable: true,
      },
    ]);
    expect(part.node.findChild('One')).toBe(first);
    expect(objects({ One: { ...map, metadata: { name: 'other' } } })).toEqual([
      { ...map, metadata: { name: 'other', namespace: 'ns', labels: { app: 'c' } }, immutable: true },
    ]);
    expect(part.node.findChild('One')).not.toBe(first);
  });

  test('are the ones that a tree has that was never read before', () => {
    const { chart, alert } = alerting();
    alert('second');
    const fresh = new Chart(new App(), 'telemetry', { namespace: 'ns' });
    const prometheus = new Prometheus(fresh, 'prometheus');
    for (const name of ['first', 'second']) prometheus.alert(name, { expr: promql`up == 0`, severity: 'warning' });
    expect(JSON.stringify(synthesize(chart))).toBe(JSON.stringify(synthesize(fresh)));
  });

  test('go when nothing wants them any more', () => {
    const { chart, prometheus } = alerting();
    chart.node.tryRemoveChild(prometheus.node.id);
    expect(synthesize(chart)).toEqual([]);
  });

  test.each(['before it is made', 'after that'])('are patched by their construct id, %s', (when) => {
    const { chart, prometheus, rules } = alerting();
    const patch = JsonPatch.add('/metadata/annotations', { checked: 'yes' });
    if (when === 'after that') prometheus.patch(rules.node.id, patch);
    else {
      const other = new Prometheus(chart, 'other').patch(rules.node.id, patch);
      other.alert('first', { expr: promql`up == 0`, severity: 'warning' });
    }
    const annotated = synthesize(chart).filter(({ metadata }) => metadata.annotations?.checked === 'yes');
    expect(annotated.map(({ kind }) => kind)).toEqual(['PrometheusRule']);
  });

  test('a patch for one that does not exist is an issue that names those that do', () => {
    const gateway = gatewayIn(new App(), { defaults: false }).patch('Servce', JsonPatch.add('/spec/a', 1));
    expect(issuesOf(gateway)).toEqual([
      {
        code: 'patch-missing',
        severity: 'error',
        path: 'telemetry/gateway/Servce',
        message: 'a patch is for the object "Servce", which telemetry/gateway does not have.',
        fix: expect.stringMatching(/^Name one of its objects: Default/),
      },
    ]);
  });

  test('the main object is patched by its id too', () => {
    const gateway = gatewayIn(new App()).patch('Default', JsonPatch.add('/spec/priorityClassName', 'high'));
    const { spec } = find(synthesize(Chart.of(gateway)), 'OpenTelemetryCollector', 'gateway');
    expect(spec.priorityClassName).toBe('high');
  });

  test('what belongs to no namespace has none', () => {
    const chart = new Chart(new App(), 'telemetry', { namespace: 'ns' });
    const gateway = new Collector(chart, 'gateway');
    gateway.pipeline('logs', { from: [otlp], processors: [processors.k8s_attributes()], to: [vendor] });
    const roles = synthesize(chart).filter(({ kind }) => kind === 'ClusterRole' || kind === 'ClusterRoleBinding');
    expect(roles.map(({ metadata }) => metadata.namespace)).toEqual([undefined, undefined]);
    expect(issuesOf(gateway)).toEqual([]);
  });
});

describe('what patches change of a collector', () => {
  const exporter = '/spec/config/exporters/otlp_http~1vendor';

  test.each([
    [
      'an unknown field',
      JsonPatch.add(`${exporter}/endpont`, 'https://a'),
      'field-unknown',
      'exporters/otlp_http/vendor/endpont',
    ],
    [
      'a value of another type',
      JsonPatch.add(`${exporter}/endpoint`, 1),
      'field-type',
      'exporters/otlp_http/vendor/endpoint',
    ],
    [
      'a target that is not defined',
      JsonPatch.add('/spec/config/service/pipelines/logs/exporters/-', 'otlp_htp/vendor'),
      'component-undefined',
      'logs',
    ],
    ['no target', JsonPatch.remove('/spec/config/service/pipelines/logs/exporters'), 'pipeline-incomplete', 'logs'],
    ['no receivers', JsonPatch.remove('/spec/config/receivers'), 'receivers-missing', 'receivers'],
    ['no required field', JsonPatch.remove(`${exporter}/endpoint`), 'field-value', 'exporters/otlp_http/vendor'],
    [
      'a variable that nothing sets',
      JsonPatch.replace(`${exporter}/endpoint`, 'https://${env:NOWHERE}'),
      'env-unknown',
      'exporters/otlp_http/vendor/endpoint',
    ],
  ])('is checked: %s', (_, patch, code, where) => {
    const gateway = patched(patch);
    const issues = issuesOf(gateway).filter((issue) => issue.code === code);
    expect(issues).toEqual([expect.objectContaining({ severity: 'error', fix: expect.any(String) })]);
    expect(issues[0]!.path).toBe(`telemetry/gateway/${where}`);
    expect(() => synthesize(Chart.of(gateway))).toThrow(`[${code}]`);
  });

  test('is reported in the place of what it repairs', () => {
    const gateway = new Collector(new Chart(new App(), 'telemetry'), 'gateway');
    gateway.pipeline('logs', {
      from: [otlp],
      to: [exporters.otlp_http('vendor', { endpoint: 'https://${env:HOST}' })],
    });
    expect(issuesOf(gateway)).toEqual([expect.objectContaining({ code: 'env-unknown' })]);
    ApiObject.of(gateway).addJsonPatch(JsonPatch.add('/spec/env/-', { name: 'HOST', value: 'a' }));
    expect(issuesOf(gateway)).toEqual([]);
  });

  test.each([App, MdaiApp])('stands in the YAML where it is fine: %p', (Type) => {
    const app = new Type();
    const gateway = gatewayIn(app);
    new Chart(app, 'empty');
    ApiObject.of(gateway).addJsonPatch(
      JsonPatch.add(`${exporter}/timeout`, '5s'),
      JsonPatch.add('/spec/priorityClassName', 'high'),
    );
    const [object] = (parseYaml(app.synthYaml()) as Manifest[]).filter(({ kind }) => kind === 'OpenTelemetryCollector');
    expect(object!.spec.priorityClassName).toBe('high');
    expect(object!.spec.config.exporters['otlp_http/vendor'].timeout).toBe('5s');
    expect(issuesOf(gateway)).toEqual([]);
  });

  test('is in the names of the release, and checked for it', () => {
    const gateway = gatewayIn(new App(), { release: '0.131.0' });
    gateway.declare(exporters.otlp_http('spare', { endpoint: 'https://a' }));
    const object = ApiObject.of(gateway);
    object.addJsonPatch(JsonPatch.add('/spec/config/exporters/otlphttp~1vendor/timeout', '5s'));
    expect(issuesOf(gateway)).toEqual([]);
    object.addJsonPatch(JsonPatch.add('/spec/config/exporters/otlphttp~1vendor/timeot', '5s'));
    expect(issuesOf(gateway)).toEqual([
      expect.objectContaining({ code: 'field-unknown', path: 'telemetry/gateway/exporters/otlphttp/vendor/timeot' }),
    ]);
  });

  test('is checked in the file of a collector without an operator, and in its environment', () => {
    const gateway = gatewayIn(new App(), { backend: 'workload' });
    expect(issuesOf(gateway)).toEqual([]);
    const file = find(synthesize(Chart.of(gateway)), 'ConfigMap', 'gateway-collector');
    const [key, text] = Object.entries(file.data)[0] as [string, string];
    gateway.patch('ConfigMap', JsonPatch.replace(`/data/${key}`, text.replace('endpoint: https', 'endpont: https')));
    expect(issuesOf(gateway)).toContainEqual(
      expect.objectContaining({ code: 'field-unknown', path: 'telemetry/gateway/exporters/otlp_http/vendor/endpont' }),
    );
    const reading = text.replace('https://in.vendor.example', 'https://${env:HOST}');
    gateway.patch('ConfigMap', JsonPatch.replace(`/data/${key}`, reading));
    expect(issuesOf(gateway).map(({ code }) => code)).toEqual(['env-unknown']);
    const variable = { name: 'HOST', value: 'in.vendor.example' };
    ApiObject.of(gateway).addJsonPatch(JsonPatch.add('/spec/template/spec/containers/0/env/-', variable));
    expect(issuesOf(gateway)).toEqual([]);
  });

  test('is not taken from objects that a user put beside', () => {
    for (const backend of ['operator', 'workload'] as const) {
      const gateway = gatewayIn(new App(), { backend });
      const extra = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'extra' }, data: { a: 'b' } };
      new ApiObject(gateway, 'Extra', extra).addJsonPatch(JsonPatch.add('/data/c', 'd'));
      expect(issuesOf(gateway)).toEqual([]);
    }
  });

  test('is found when it was made after the first look, and after a synthesis', () => {
    const gateway = patched();
    const chart = Chart.of(gateway);
    expect(issuesOf(gateway)).toEqual([]);
    synthesize(chart);
    ApiObject.of(gateway).addJsonPatch(JsonPatch.add(`${exporter}/endpont`, 'https://a'));
    expect(() => Testing.synth(chart)).toThrow('[field-unknown]');
  });

  test('is read once, however often the app validates', () => {
    const gateway = patched(JsonPatch.add('/spec/priorityClassName', 'high'));
    const read = jest.spyOn(ApiObject.of(gateway), 'toJson');
    for (let i = 0; i < 3; i++) expect(gateway.node.root.node.validate()).toEqual([]);
    expect(read).toHaveBeenCalledTimes(1);
  });

  test('costs nothing where nobody patches', () => {
    const gateway = patched();
    const read = gateway.node
      .findAll()
      .filter(ApiObject.isApiObject)
      .map((object) => jest.spyOn(object, 'toJson'));
    gateway.node.root.node.validate();
    expect(read.map(({ mock }) => mock.calls.length)).toEqual(read.map(() => 0));
  });

  test('cannot be applied: an issue with the path of the object', () => {
    expect(issuesOf(patched(JsonPatch.add('/spec/nothing/here', 1)))).toEqual([
      {
        code: 'patch-failed',
        severity: 'error',
        path: 'telemetry/gateway/Default',
        message: expect.stringMatching(/^the object cannot be written with its patches: .*\.$/),
        fix: 'Correct the path of the patch, or add what it goes into first.',
      },
    ]);
  });

  test('leaves extensions that only the patched configuration uses alone', () => {
    const gateway = gatewayIn(new App());
    gateway.enable(extensions.zpages());
    ApiObject.of(gateway).addJsonPatch(JsonPatch.remove('/spec/config/extensions/zpages'));
    expect(issuesOf(gateway)).toEqual([expect.objectContaining({ code: 'extension-undefined' })]);
  });
});
