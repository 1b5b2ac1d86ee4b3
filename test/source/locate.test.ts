import { readModel } from '../../src/convert/read';
import type { Issue } from '../../src/model/issue';
import type { IssueCode } from '../../src/model/issue-codes';
import { locate } from '../../src/source/locate';
import { sources } from './files';

const texts = {
  'plain.yaml': `receivers:
  otlp/in:
    protocols: { grpc: { endpoint: localhost:4317 } }
exporters:
  debug:
  otlp / out :
    endpoint: x:4317
    tls::insecure: true
service:
  extensions: [health_check]
  pipelines:
    logs/in:
      receivers:
        - otlp/in
      exporters: [debug, otlp/out]
`,
  'objects.yaml': `apiVersion: opentelemetry.io/v1alpha1
kind: OpenTelemetryCollector
metadata:
  name: old
  namespace: ns
spec:
  maxReplicas: 3
  ports:
    - name: web
      port: 80
  config: |
    receivers:
      otlp:
        protocols:
          grpc:
    exporters: {debug: {}}
    service:
      pipelines:
        logs:
          receivers: [otlp]
          exporters: [debug]
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: relay
data:
  relay: |-
    receivers: {otlp: {protocols: {http: {}}}}
    exporters:
      debug:
        verbosity: loud
    service:
      pipelines: {logs: {receivers: [otlp], exporters: [debug]}}
---
apiVersion: apps/v1
kind: DaemonSet
metadata: { name: relay }
spec:
  updateStrategy: { type: OnDelete }
  template:
    spec:
      tolerations: [{ operator: Exists }]
      containers:
        - name: relay
          image: otel/opentelemetry-collector-contrib:0.159.0
          args: [--config=/conf/relay]
          resources: { limits: { memory: 1Gi } }
          volumeMounts: [{ name: conf, mountPath: /conf }]
      volumes: [{ name: conf, configMap: { name: relay } }]
`,
  'mdai.yaml': `apiVersion: hub.mydecisive.ai/v1
kind: MdaiHub
metadata: { name: hub }
spec:
  variables:
    - { key: one, type: manual, dataType: string }
    - key: two
      type: computed
      dataType: set
  prometheusAlerts:
    - name: loud
      expr: up == 0
      severity: warning
  rules:
    - name: mute
      when: { alertName: loud, status: firing }
      then:
        - addToSet: { set: two, value: x }
---
apiVersion: hub.mydecisive.ai/v1
kind: MdaiObserver
metadata: { name: observer }
spec:
  observers:
    - name: received
      labelResourceAttributes: [a]
---
apiVersion: hub.mydecisive.ai/v1
kind: MdaiIngress
metadata: { name: front }
spec:
  otelCollector: { name: old }
  collectorEndpoints:
    otlp: a.example
`,
  'monitoring.yaml': `apiVersion: monitoring.coreos.com/v1
kind: Prometheus
metadata: { name: main }
spec:
  podMonitorSelector: {}
  ruleSelector: {}
  externalLabels: { "a-b": c }
  remoteWrite:
    - url: https://x
      queueConfig:
        maxShards: 0
---
apiVersion: monitoring.coreos.com/v1
kind: PodMonitor
metadata: { name: pods }
spec:
  selector: { matchLabels: { app: a } }
  podMetricsEndpoints:
    - port: web
    - port: admin
      relabelings:
        - action: hashmod
---
apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata: { name: rules }
spec:
  groups:
    - name: g
      rules:
        - alert: A
          expr: up == 0
          labels: { severity: page }
        - alert: A
          expr: |
            up == 1
          annotations:
            summary: "{{ $label }}"
`,
};

const { documents, positionOf } = sources(texts);
const { origins } = readModel(documents);

/** Where an issue is: `line:column path`. */
function placeOf(path: string, code: IssueCode, more: Pick<Issue, 'at' | 'part' | 'offset'> = {}): string {
  const issue: Issue = { code, severity: 'error', path, message: '', fix: '', ...more };
  const { file, line, column, path: inside } = locate(issue, origins, positionOf);
  return `${file} ${line}:${column} ${inside}`;
}

test.each<[string, string, IssueCode]>([
  // Fields, under keys with slashes, spaces and two colons.
  [
    'plain.yaml/receivers/otlp/in/protocols/grpc/endpoint',
    'plain.yaml 3:36 receivers/otlp/in/protocols/grpc/endpoint',
    'field-value',
  ],
  ['plain.yaml/exporters/otlp/out/endpoint', 'plain.yaml 7:15 exporters/otlp/out/endpoint', 'field-value'],
  ['plain.yaml/exporters/otlp/out/tls/insecure', 'plain.yaml 8:20 exporters/otlp/out/tls/insecure', 'field-type'],
  // A key that is wrong itself, and one that is missing.
  ['plain.yaml/exporters/otlp/out/endpoint', 'plain.yaml 7:5 exporters/otlp/out/endpoint', 'field-unknown'],
  ['plain.yaml/exporters/otlp/out/compression', 'plain.yaml 6:3 exporters/otlp/out/compression', 'field-value'],
  ['plain.yaml/exporters/debug', 'plain.yaml 5:3 exporters/debug', 'component-unused'],
  // Pipelines stand directly under their collector.
  ['plain.yaml/logs/in', 'plain.yaml 12:5 logs/in', 'pipeline-incomplete'],
  ['plain.yaml/service/extensions', 'plain.yaml 10:3 service/extensions', 'extension-undefined'],
  ['plain.yaml', 'plain.yaml 1:1 ', 'receivers-missing'],
  // Inside a text, and in what the pods are given.
  [
    'objects.yaml/old/receivers/otlp/protocols/grpc',
    'objects.yaml 15:11 old/receivers/otlp/protocols/grpc',
    'field-value',
  ],
  ['objects.yaml/old/pod/ports/web', 'objects.yaml 9:7 old/pod/ports/web', 'port-invalid'],
  ['objects.yaml/old/pod/autoscaler', 'objects.yaml 7:16 old/pod/autoscaler', 'autoscaler-refused'],
  ['objects.yaml/old', 'objects.yaml 4:9 old', 'name-invalid'],
  // A configuration in a ConfigMap, and the workload that runs it.
  [
    'objects.yaml/relay/relay/exporters/debug/verbosity',
    'objects.yaml 32:20 relay/relay/exporters/debug/verbosity',
    'field-value',
  ],
  ['objects.yaml/relay/relay/pod/tolerations', 'objects.yaml 43:7 relay/relay/pod/tolerations', 'option-mode'],
  [
    'objects.yaml/relay/relay/pod/daemonSetUpdateStrategy',
    'objects.yaml 40:3 relay/relay/pod/daemonSetUpdateStrategy',
    'option-mode',
  ],
  // Hubs by the names of their parts, and by the keys of the manifest.
  ['mdai.yaml/hub/variables/two', 'mdai.yaml 7:7 hub/variables/two', 'hub-idle'],
  ['mdai.yaml/hub/alerts/loud', 'mdai.yaml 11:7 hub/alerts/loud', 'promql-syntax'],
  ['mdai.yaml/hub/automations/mute', 'mdai.yaml 15:7 hub/automations/mute', 'hub-never'],
  ['mdai.yaml/hub/spec/variables/0/dataType', 'mdai.yaml 6:43 hub/spec/variables/0/dataType', 'hub-value'],
  ['mdai.yaml/observer/received', 'mdai.yaml 25:7 observer/received', 'hub-name'],
  ['mdai.yaml/front/hosts/otlp', 'mdai.yaml 34:11 front/hosts/otlp', 'ingress-host'],
  // What a Prometheus is told in its own object, and in those that it takes.
  ['monitoring.yaml/main/externalLabels', 'monitoring.yaml 7:3 main/externalLabels', 'prometheus-refused'],
  [
    'monitoring.yaml/main/remoteWrite/0/queue/maxShards',
    'monitoring.yaml 11:20 main/remoteWrite/0/queue/maxShards',
    'prometheus-refused',
  ],
  ['monitoring.yaml/main/pods', 'monitoring.yaml 16:1 pods', 'scrape-port'],
  ['monitoring.yaml/rules/g/A', 'monitoring.yaml 31:11 rules/g/A', 'promql-type'],
  [
    'monitoring.yaml/rules/g/A/labels/severity',
    'monitoring.yaml 33:31 rules/g/A/labels/severity',
    'prometheus-rule-name',
  ],
  ['monitoring.yaml/rules/g/A (2)', 'monitoring.yaml 34:11 rules/g/A (2)', 'promql-type'],
  [
    'monitoring.yaml/rules/g/A (2)/annotations/summary',
    'monitoring.yaml 38:22 rules/g/A (2)/annotations/summary',
    'prometheus-rule-template',
  ],
  // What nobody read is at the beginning of what it calls a file.
  ['nowhere.yaml', 'nowhere.yaml 1:1 ', 'config-empty'],
])('%s is at %s (%s)', (path, place, code) => {
  expect(placeOf(path, code)).toBe(place);
});

test('in a text of several lines, the character is shown that is meant', () => {
  const place = { at: ['expr'], offset: 3 };
  expect(placeOf('monitoring.yaml/rules/g/A (2)', 'promql-type', place)).toBe('monitoring.yaml 36:16 rules/g/A (2)');
  expect(placeOf('monitoring.yaml/rules/g/A', 'promql-type', place)).toBe('monitoring.yaml 32:17 rules/g/A');
});

// What a check says: keys of the configuration, of the object, and names of the model for those of a monitor.
test.each<[string, string, IssueCode, NonNullable<Issue['at']>]>([
  [
    'plain.yaml/logs/in',
    'plain.yaml 15:26 logs/in',
    'component-undefined',
    ['service', 'pipelines', 'logs/in', 'exporters', 1],
  ],
  [
    'plain.yaml/service/extensions',
    'plain.yaml 10:16 service/extensions',
    'extension-undefined',
    ['service', 'extensions', 0],
  ],
  ['objects.yaml/old', 'objects.yaml 5:14 old', 'name-invalid', ['metadata', 'namespace']],
  ['objects.yaml/old', 'objects.yaml 11:11 old', 'config-empty', []],
  ['mdai.yaml/hub', 'mdai.yaml 18:11 hub', 'hub-value', ['spec', 'rules', 0, 'then', 0]],
  [
    'mdai.yaml/hub/alerts/loud',
    'mdai.yaml 12:13 hub/alerts/loud',
    'promql-syntax',
    ['spec', 'prometheusAlerts', 0, 'expr'],
  ],
  [
    'monitoring.yaml/main/pods',
    'monitoring.yaml 20:13 pods',
    'scrape-port',
    ['spec', 'podMetricsEndpoints', 1, 'port'],
  ],
  [
    'monitoring.yaml/main/pods/relabel/0',
    'monitoring.yaml 22:11 pods/relabel/0',
    'relabel-refused',
    ['spec', 'podMetricsEndpoints', 1, 'relabel', 0],
  ],
  ['monitoring.yaml/main/pods', 'monitoring.yaml 17:3 pods', 'scrape-selector', ['selector']],
  ['monitoring.yaml/rules/g/A', 'monitoring.yaml 32:17 rules/g/A', 'promql-type', ['expr']],
  // Keys of what is missing are near what is there; those that lead nowhere say nothing.
  ['mdai.yaml/hub', 'mdai.yaml 18:11 hub', 'hub-value', ['spec', 'rules', 0, 'then', 0, 'addToSet', 'key']],
  ['mdai.yaml/hub/variables/two', 'mdai.yaml 7:7 hub/variables/two', 'hub-idle', ['nowhere']],
])('%s is at %s (%s), as its keys %j say', (path, place, code, at) => {
  expect(placeOf(path, code, { at })).toBe(place);
});

test('an issue about a key is at the key, whatever is usual for its code', () => {
  const at = ['externalLabels', 'a-b'];
  const path = 'monitoring.yaml/main/externalLabels';
  expect(placeOf(path, 'prometheus-refused', { at })).toBe('monitoring.yaml 7:28 main/externalLabels');
  expect(placeOf(path, 'prometheus-refused', { at, part: 'key' })).toBe('monitoring.yaml 7:21 main/externalLabels');
});
