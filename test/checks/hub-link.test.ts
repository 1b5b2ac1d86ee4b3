import { checkModel } from '../../src/checks/check';
import type { CollectorModel } from '../../src/model/collector';
import { collector, config, hub, issuesOf, model } from './models';

const reading = (name: string, parts: Partial<CollectorModel>) =>
  collector({
    config: config((draft) => {
      draft.exporters.otlp_http = { endpoint: 'https://vendor.example', headers: { a: `\${env:${name}}` } };
      draft.service.pipelines.logs.exporters = ['otlp_http', 'debug'];
    }),
    ...parts,
  });

const envFrom = [{ kind: 'configMap', name: 'filtration-variables' }] as const;
const hubs = [hub('filtration', 'LIST')];

test('a collector’s hub exists', () => {
  const collectors = [reading('LIST', { hub: 'filtation', envFrom })];
  expect(checkModel(model({ collectors, hubs }))).toMatchObject([
    { code: 'export-unread' },
    { code: 'hub-unknown', path: 'telemetry/gateway', fix: 'Did you mean "filtration"?' },
  ]);
  expect(issuesOf(model({ collectors: [reading('LIST', { hub: 'filtration', envFrom })], hubs }))).toEqual([]);
});

test('among manifests that may be a part, a hub that is not there may be elsewhere, unless it is nearly one that is', () => {
  const open = (name: string) =>
    checkModel(model({ collectors: [reading('LIST', { hub: name, envFrom: [] })], hubs, closed: false }));
  expect(open('sampling')).toEqual([]);
  expect(open('filtation')).toMatchObject([
    { code: 'hub-unknown', severity: 'warning', at: ['metadata', 'labels', 'mydecisive.ai/hub-name'] },
  ]);
});

test('it takes the variables of one hub', () => {
  const both = [...envFrom, { kind: 'configMap', name: 'sampling-variables' }] as const;
  const collectors = [reading('LIST', { hub: 'filtration', envFrom: both })];
  expect(checkModel(model({ collectors, hubs: [...hubs, hub('sampling')] }))).toMatchObject([
    { code: 'hub-several', severity: 'warning', at: ['envFrom', 1, 'configMapRef', 'name'] },
  ]);
});

test('it reads the hub’s variables from the ConfigMap', () => {
  const [unlinked] = checkModel(model({ collectors: [reading('LIST', { hub: 'filtration' })], hubs }));
  expect(unlinked).toMatchObject({
    code: 'hub-unlinked',
    severity: 'error',
    fix: expect.stringContaining('filtration-variables'),
  });
  const [harmless] = checkModel(
    model({ collectors: [reading('OTHER', { hub: 'filtration' })], hubs: [hub('filtration')] }),
  );
  expect(harmless).toMatchObject({ code: 'hub-unlinked', severity: 'warning' });
});

test('it carries the hub’s label', () => {
  const collectors = [reading('LIST', { envFrom })];
  expect(issuesOf(model({ collectors, hubs, closed: false }))).toEqual(['hub-unlinked telemetry/gateway']);
});
