import { checkModel } from '../../src/checks/check';
import { collector, config, hub, issuesIn, model } from './models';

test('all mistakes come at once, sorted by place', () => {
  expect(
    issuesIn((draft) => {
      draft.exporter = {};
      draft.service.pipelines['log/in'] = { receivers: ['otpl'], exporters: ['debug', 'debug'] };
      draft.service.pipelines.logs.processors = ['batch', 'batch'];
      draft.service.extensions = ['health_check'];
    }),
  ).toEqual([
    'config-section telemetry/gateway/exporter',
    'component-undefined telemetry/gateway/log/in',
    'pipeline-id telemetry/gateway/log/in',
    'component-undefined telemetry/gateway/logs',
    'processor-repeated telemetry/gateway/logs',
    'extension-undefined telemetry/gateway/service/extensions',
  ]);
});

test('500 collectors take no longer than their number says', () => {
  const large = () =>
    config((draft) => {
      draft.processors = { memory_limiter: { check_interval: '1s', limit_mib: 512 } };
      draft.connectors = {};
      for (let i = 0; i < 6; i++) {
        draft.connectors[`forward/${i}`] = {};
        draft.service.pipelines[`logs/${i}`] = {
          receivers: [i === 0 ? 'otlp' : `forward/${i - 1}`],
          processors: ['memory_limiter'],
          exporters: [`forward/${i}`, 'debug'],
        };
      }
      draft.service.pipelines.logs.receivers.push('forward/5');
    });
  const collectors = Array.from({ length: 500 }, (_, i) =>
    collector({
      name: `gateway-${i}`,
      config: large(),
      hub: 'filtration',
      envFrom: [{ kind: 'configMap', name: 'filtration-variables' }],
    }),
  );
  const checked = model({ collectors, hubs: [hub('filtration')] });
  checkModel(model({ collectors: [collector()] }));
  const start = performance.now();
  expect(checkModel(checked)).toEqual([]);
  // A fifth of a second on an idle machine. Anything that grows with the square takes minutes.
  expect(performance.now() - start).toBeLessThan(5000);
});
