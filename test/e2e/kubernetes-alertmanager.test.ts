import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Chart, Size } from 'cdk8s';
import {
  Alertmanager,
  alertReceiver,
  configMapFile,
  label,
  mdaiGateway,
  Prometheus,
  secret,
  timeInterval,
} from '../../src';
import { type Manifest, synthesize } from '../../src/testing';
import { tool } from '../../tools/locate';
import { Cluster } from './kubernetes';
import { admission, podsOf } from './kubernetes/pods';
import { run, scratch } from './process';

const oncall = alertReceiver('oncall', {
  pagerduty_configs: [{ routing_key: secret('pagerduty', 'key') }],
  webhook_configs: [
    { url: 'https://hook.example', http_config: { tls_config: { ca_file: configMapFile('ca', 'ca.crt') } } },
  ],
});

/** Everything that an Alertmanager can be given. */
function program(backend: 'operator' | 'workload'): Manifest[] {
  const chart = new Chart(new App(), 'test', { namespace: `alerts-${backend}` });
  const nights = timeInterval('nights', {
    times: [{ start_time: '22:00', end_time: '24:00' }],
    location: 'Europe/Berlin',
  });
  const alertmanager = new Alertmanager(chart, 'main', {
    backend,
    replicas: 3,
    retention: '5d',
    storage: { size: Size.gibibytes(2), storageClass: 'fast' },
    memory: Size.mebibytes(300),
    cpu: 0.25,
    externalUrl: 'https://alerts.example',
    serviceAccount: { identity: { aws: 'arn:aws:iam::123456789012:role/alerts' } },
    route: {
      to: mdaiGateway(),
      group_by: ['...'],
      routes: [{ when: { severity: label.in(['page', 'critical']) }, to: oncall, mute_time_intervals: [nights] }],
    },
    inhibitions: [{ source: { severity: 'critical' }, target: { severity: 'page' }, equal: ['alertname'] }],
    templates: { 'oncall.tmpl': '{{ define "oncall" }}{{ .Status | toUpper }}{{ end }}' },
    config: { global: { resolve_timeout: '1m' } },
  });
  new Prometheus(chart, 'prometheus', { backend, alertmanager });
  return synthesize(chart);
}

const backends = [{ backend: 'operator' }, { backend: 'workload' }] as const;
let cluster: Cluster;

beforeAll(async () => {
  cluster = await Cluster.start();
  await cluster.installCrds();
});

afterAll(() => cluster?.stop());

test.each(backends)('Kubernetes takes every object of the back end $backend', async ({ backend }) => {
  const objects = program(backend);
  await cluster.namespacesFor(objects);
  const refused: Manifest[] = [];
  for (const object of objects) {
    const { ok, message, warnings } = await cluster.apply(object);
    if (!ok || warnings.length > 0)
      refused.push({ object: `${object.kind}/${object.metadata.name}`, message, warnings });
  }
  expect(refused).toEqual([]);
});

test('the strictest level admits the pods', async () => {
  const objects = program('workload');
  const found = await Promise.all(
    podsOf(objects)
      .filter(({ name }) => name.endsWith('/main'))
      .map(({ pod }) => admission(cluster, pod, ['default', pod.spec.serviceAccountName])),
  );
  expect(found).toEqual([expect.objectContaining({ level: 'restricted' })]);
});

test.each(backends)('amtool takes the configuration and the templates of the back end $backend', ({ backend }) => {
  const object = program(backend).find((one) => 'alertmanager.yaml' in (one.stringData ?? one.data ?? {}))!;
  const folder = scratch();
  for (const [name, text] of Object.entries<string>(object.stringData ?? object.data)) {
    writeFileSync(join(folder, name), text.replaceAll('/etc/alertmanager/config', folder));
  }
  const { ok, output } = run(tool('amtool'), ['check-config', join(folder, 'alertmanager.yaml')]);
  expect({ ok, output }).toEqual({ ok: true, output: expect.stringContaining('1 templates') });
});
