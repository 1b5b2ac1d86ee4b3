import { collector, config, hub, issuesOf, model } from './models';

const reader = (text: string) =>
  collector({
    hub: 'filtration',
    envFrom: [{ kind: 'configMap', name: 'filtration-variables' }],
    config: config((draft) => {
      draft.exporters.otlp_http = { endpoint: 'https://vendor.example', headers: { a: text } };
      draft.service.pipelines.logs.exporters = ['otlp_http', 'debug'];
    }),
  });

const hubs = [hub('filtration', 'LIST')];

test('a collector of the hub reads each export', () => {
  const warning = ['export-unread mdai/filtration/variables/LIST'];
  expect(issuesOf(model({ collectors: [reader('a')], hubs }))).toEqual(warning);
  expect(issuesOf(model({ collectors: [reader('${LIST}')], hubs }))).toEqual([]);
  expect(issuesOf(model({ collectors: [reader('a')], hubs, closed: false }))).toEqual([]);
});

test('a configuration from elsewhere may read it', () => {
  expect(issuesOf(model({ collectors: [reader('${file:/a}')], hubs }))).toEqual([]);
});
