// docs/loop-tests.md shows parts of this file.
import { App } from 'cdk8s';
import { exporters, log, MdaiCluster, processors, receivers } from 'cdk8s-mdai';
import { loop } from 'cdk8s-mdai/testing';

test('automations of one event that contradict each other', () => {
  const cluster = new MdaiCluster(new App(), 'mdai');
  const hub = cluster.hub('levels');
  const level = hub.string('level');
  const errors = hub.alert('errors', { expr: 'up > 1', severity: 'warning' });
  const filter = processors.filter('below', { log_conditions: [log.attribute('level').equals(level)] });
  const gateway = cluster.collector('gateway');
  gateway.pipeline('logs', {
    from: [receivers.otlp({ protocols: { grpc: {} } })],
    processors: [filter],
    to: [exporters.debug()],
  });

  hub.automation('alarm', { when: errors.firing(), do: [level.assign('alarm')] });
  hub.automation('calm-down', { when: errors.changed(), do: [level.assign('calm')] });

  const mdai = loop(cluster);
  mdai.fire(errors);
  expect(mdai.ambiguities).toEqual([
    {
      event: 'errors.firing',
      automations: ['alarm', 'calm-down'],
      differs: [{ of: 'levels/level', outcomes: ['alarm', 'calm'] }],
      complete: true,
    },
  ]);
  expect(mdai.environment(gateway)).toEqual({ LEVEL: 'calm' });
});
