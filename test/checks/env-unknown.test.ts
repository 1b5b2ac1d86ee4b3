import { checkModel } from '../../src/checks/check';
import type { CollectorModel } from '../../src/model/collector';
import { collector, config, hub, issuesOf, model, pod } from './models';

const reading = (text: string, parts: Partial<CollectorModel> = {}) =>
  collector({
    pod,
    config: config((draft) => {
      draft.exporters.otlp_http = { endpoint: 'https://vendor.example', headers: { a: text } };
      draft.service.pipelines.logs.exporters = ['otlp_http', 'debug'];
    }),
    ...parts,
  });

const linked: Partial<CollectorModel> = {
  hub: 'filtration',
  envFrom: [{ kind: 'configMap', name: 'filtration-variables' }],
};

const issue = 'env-unknown telemetry/gateway/exporters/otlp_http/headers/a';

const issues = (one: CollectorModel, closed = true) =>
  issuesOf(model({ collectors: [one], hubs: [hub('filtration', 'SERVICE_LIST')], closed })).filter(
    (found) => !found.startsWith('export-unread'),
  );

test('something sets what a collector reads', () => {
  expect(issues(reading('${env:TOKEN}'))).toEqual([issue]);
  expect(issues(reading('${env:TOKEN:-a}'))).toEqual([]);
  expect(issues(reading('${env:TOKEN}', { env: { TOKEN: { kind: 'secret', secret: 'a', key: 'b' } } }))).toEqual([]);
});

test('a hub’s export does', () => {
  expect(issues(reading('${env:SERVICE_LIST}', linked))).toEqual([]);
  const [, found] = checkModel(
    model({ collectors: [reading('${SERVICE_LST}', linked)], hubs: [hub('filtration', 'SERVICE_LIST')] }),
  );
  expect(found).toMatchObject({
    code: 'env-unknown',
    message: 'nothing sets the environment variable SERVICE_LST.',
    fix: 'Did you mean SERVICE_LIST, which the hub "filtration" exports?',
  });
});

test('the export of another hub does not', () => {
  const hubs = [hub('filtration'), hub('other', 'LIST')];
  const [, found] = checkModel(model({ collectors: [reading('${env:LIST}', linked)], hubs }));
  expect(found).toMatchObject({ code: 'env-unknown', fix: expect.stringContaining('The hub "other" exports it') });
});

test('the operator and Kubernetes do', () => {
  expect(issues(reading('${env:POD_NAME} ${env:KUBERNETES_SERVICE_HOST} ${env:GOMEMLIMIT}'))).toEqual([]);
  expect(issues(reading('${env:OTEL_SERVICE_NAME}'))).toEqual([]);
  expect(issues(reading('${env:OTEL_SERVICE_NAME}', { pod: { ...pod, backend: 'workload' } }))).toEqual([issue]);
});

test('what the pod knows of itself is in its environment once it is read', () => {
  expect(issues(reading('${env:K8S_NODE_NAME} ${env:MY_POD_IP}'))).toEqual([]);
});

test('it is not judged where more may set it', () => {
  expect(issues(reading('${env:TOKEN}', { envFrom: [{ kind: 'secret', name: 'a' }] }))).toEqual([]);
  expect(issues(reading('${env:TOKEN}', { pod: undefined }))).toEqual([]);
});

test('manifests may be patched on their way', () => {
  const [found] = checkModel(model({ collectors: [reading('${env:TOKEN}')], closed: false }));
  expect(found).toMatchObject({ code: 'env-unknown', severity: 'warning' });
});
