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
  expect(issuesOf(model({ collectors, hubs, closed: false }))).toEqual([]);
  expect(issuesOf(model({ collectors: [reading('LIST', { hub: 'filtration', envFrom })], hubs }))).toEqual([]);
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
