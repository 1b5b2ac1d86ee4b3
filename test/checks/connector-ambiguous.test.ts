import { issuesIn } from './models';

test('a connector does not share its id with an exporter', () => {
  const connected = (connector: string, exporter: string) =>
    issuesIn((config) => {
      config.connectors = { [connector]: {} };
      config.exporters[exporter] = {};
      config.service.pipelines = {
        logs: { receivers: ['otlp'], exporters: ['debug', connector, exporter] },
        'logs/b': { receivers: [connector], exporters: ['debug'] },
      };
    });
  expect(connected('acme', 'acme')).toEqual(['connector-ambiguous telemetry/gateway/connectors/acme']);
  expect(connected('acme', 'acme/b')).toEqual([]);
});
