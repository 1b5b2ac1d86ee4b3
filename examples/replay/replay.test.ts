import { App } from 'cdk8s';
import { loop } from 'cdk8s-mdai/testing';
import { replays } from './replay';

const { cluster, logs } = replays(new App());

/** What somebody posts to the gateway. */
const asked = JSON.stringify({
  replayName: 'incident-42',
  startTime: '2026-01-07 10:00',
  endTime: '2026-01-07 11:00',
  telemetryType: 'logs',
});

test('a replay that is asked for is deployed, and removed when it is done', () => {
  const mdai = loop(cluster);
  expect(mdai.set(logs.request, asked).automations).toEqual(['logs_requested']);
  expect(mdai.replays).toMatchObject([
    {
      name: 'incident-42',
      namespace: 'mdai',
      hubName: 'archive',
      startTime: '2026-01-07 10:00',
      endpoint: 'http://analysis-collector.mdai.svc.cluster.local:4318',
    },
  ]);

  expect(mdai.finishReplay('incident-42').automations).toEqual(['logs_completed']);
  expect(mdai.value(logs.status)).toBe('{"replay_name":"incident-42","replay_status":"completed"}');
  expect(mdai.replays).toEqual([]);
});

test('one that fails is removed as well, and can be asked for again', () => {
  const mdai = loop(cluster);
  mdai.set(logs.request, asked);
  mdai.finishReplay('incident-42', 'failed');
  mdai.set(logs.request, asked);
  expect(mdai.replays.map(({ name }) => name)).toEqual(['incident-42']);
});

test('a request without times deploys nothing, and says so', () => {
  const mdai = loop(cluster);
  const { stopped } = mdai.set(logs.request, '{"replayName": "incident-43"}');
  expect(stopped).toEqual([expect.stringContaining('startTime "" is no time')]);
  expect(mdai.replays).toEqual([]);
});
