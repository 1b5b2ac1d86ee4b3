import type { ReplaySpecModel } from '../../../src/model/replay';
import { firing, hub, loopOf } from './models';

const spec: ReplaySpecModel = { statusVariable: 'status', opampEndpoint: 'http://gateway/opamp', endpoint: 'http://x' };

const replaying = hub(
  { request: 'manual string', status: 'computed string' },
  {
    deploy: { when: { variable: 'request', update: 'set' }, do: [{ kind: 'deployReplay', replay: spec }] },
    clean: { when: { variable: 'status' }, do: [{ kind: 'cleanUpReplay' }] },
    alarm: { when: firing, do: [{ kind: 'deployReplay', replay: spec }] },
  },
);

const asked = { replayName: 'r1', startTime: '2024-01-01 10:00', endTime: '2024-01-01 11:00', telemetryType: 'logs' };

function ask(given: object | string, loop = loopOf(replaying)) {
  const data = typeof given === 'string' ? given : JSON.stringify(given);
  return { loop, run: loop.request('h', 'request', { operation: 'add', data }) };
}

test('a replay is deployed by its request, reports, and is cleaned up', () => {
  const { loop, run } = ask(asked);
  expect(run.replays).toEqual([{ automation: 'deploy', name: 'r1', operation: 'deployed' }]);
  expect(loop.replays).toEqual([
    {
      ...spec,
      path: 'mdai/r1',
      name: 'r1',
      namespace: 'mdai',
      hubName: 'h',
      startTime: '2024-01-01 10:00',
      endTime: '2024-01-01 11:00',
      telemetryType: 'logs',
    },
  ]);
  const done = loop.finishReplay('r1', 'completed');
  expect(done.replays).toEqual([{ automation: 'clean', name: 'r1', operation: 'cleaned up' }]);
  expect(loop.value('h', 'status')).toBe('{"replay_name":"r1","replay_status":"completed"}');
  expect(loop.replays).toEqual([]);
  expect(() => loop.finishReplay('r1', 'failed')).toThrow('There is no replay "r1". There are: none.');
});

test('two replays of one name are one', () => {
  const { loop } = ask(asked);
  const { run } = ask(asked, loop);
  expect(run.stopped).toEqual([expect.stringContaining('mdaireplays.hub.mydecisive.ai "r1" already exists')]);
  expect(loop.replays).toHaveLength(1);
});

test.each([
  [{ ...asked, telemetryType: 'profiles' }, 'telemetryType "profiles" is none of logs, metrics, traces'],
  [{ ...asked, startTime: 'yesterday' }, 'startTime "yesterday" is no time'],
  [{ ...asked, endTime: undefined }, 'endTime "" is no time'],
  [{ ...asked, replayName: 'R_1' }, '"R_1" is no name of an object'],
  [{ ...asked, replayName: 1 }, 'replayName is no text: 1'],
  ['now', 'the variable holds no JSON: now'],
  ['[]', 'the variable holds no JSON object: []'],
])('a request that is none deploys nothing: %j', (given, why) => {
  const { loop, run } = ask(given);
  expect(run.stopped).toEqual([expect.stringContaining(why)]);
  expect(loop.replays).toEqual([]);
});

test('an alert cannot deploy a replay: it says nothing of its times', () => {
  expect(loopOf(replaying).fire('h', 'loud', {}, 1).stopped).toEqual([
    expect.stringContaining('replay variable payload must contain inputs to decode'),
  ]);
});
