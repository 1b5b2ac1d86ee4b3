import type { Issue } from '../model/issue';
import type { Keys } from '../model/keys';
import type { ReplaySpecModel } from '../model/replay';
import { error, placedAt, type Rule } from './rule';

/** Replays without a bucket, on which the operator breaks down, and replays that send nothing anywhere. */
export const replays: Rule = (model) => [
  ...model.replays.flatMap((replay) => [...incomplete(replay, replay.path, ['spec'])]),
  ...model.hubs.flatMap(({ path, automations }) =>
    automations.flatMap(({ name, do: actions }, i) =>
      actions.flatMap((action, j) => {
        if (action.kind !== 'deployReplay') return [];
        const keys = ['spec', 'rules', i, 'then', j, 'deployReplay', 'replaySpec'];
        return [...incomplete(action.replay, `${path}/automations/${name}`, keys)];
      }),
    ),
  ),
];

function* incomplete({ source, endpoint }: ReplaySpecModel, path: string, keys: Keys): Generator<Issue> {
  if (source?.s3 === undefined) {
    const message = 'the replay does not say which bucket holds the telemetry, and the operator breaks down on it.';
    const issue = error('replay-incomplete', path, message, 'Add source: { s3: … }.');
    yield placedAt(issue, [...keys, 'source', 's3']);
  }
  if (endpoint === undefined || endpoint === '') {
    const message = 'the replay does not say where the telemetry goes.';
    const issue = error('replay-incomplete', path, message, 'Add destination: { otlpHttp: { endpoint: … } }.');
    yield placedAt(issue, [...keys, 'destination', 'otlpHttp', 'endpoint']);
  }
}
