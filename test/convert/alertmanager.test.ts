import { readModel } from '../../src/convert/read';

const text = 'route: {receiver: a}\nreceivers: [{name: a}]\n';
const config = { route: { receiver: 'a' }, receivers: [{ name: 'a' }] };

test('configurations of Alertmanager are read by themselves, and from ConfigMaps and Secrets with their templates', () => {
  const secret = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'alertmanager-main', namespace: 'ns' } };
  const { alertmanagers } = readModel([
    { path: 'a.yaml', content: config },
    {
      path: 'b.yaml',
      content: {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name: 'c' },
        data: { 'am.yml': text, 'x.tmpl': 'x' },
      },
    },
    { path: 'c.yaml', content: { ...secret, data: { 'alertmanager.yaml': Buffer.from(text).toString('base64') } } },
    {
      path: 'd.yaml',
      content: {
        apiVersion: 'monitoring.coreos.com/v1',
        kind: 'Alertmanager',
        metadata: { name: 'main', namespace: 'ns' },
        spec: { version: 'v0.28.1' },
      },
    },
  ]);
  expect(alertmanagers).toEqual([
    { path: 'a.yaml', name: '', backend: 'workload', version: '0.34.2', config, templates: {} },
    { path: 'b.yaml/c/am.yml', name: '', backend: 'workload', version: '0.34.2', config, templates: { 'x.tmpl': 'x' } },
    {
      path: 'c.yaml/alertmanager-main/alertmanager.yaml',
      name: 'main',
      namespace: 'ns',
      backend: 'operator',
      version: '0.28.1',
      config,
      templates: {},
    },
  ]);
});

test('other Secrets and ConfigMaps say nothing of Alertmanagers', () => {
  const content = {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'c' },
    data: { 'a.yaml': 'a: [', 'b.yaml': 'route: x' },
  };
  expect(readModel([{ path: 'a.yaml', content }]).alertmanagers).toEqual([]);
});
