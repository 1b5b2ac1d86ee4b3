import type { Issue } from '../model/issue';
import type { ReplaySpecModel } from '../model/replay';
import { error, type Rule } from './rule';

/** Replays without a bucket, on which the operator breaks down, and replays that send nothing anywhere. */
export const replays: Rule = (model) => [
  ...model.replays.flatMap((replay) => [...incomplete(replay, replay.path)]),
  ...model.hubs.flatMap(({ path, automations }) =>
    automations.flatMap(({ name, do: actions }) =>
      actions.flatMap((action) =>
        action.kind === 'deployReplay' ? [...incomplete(action.replay, `${path}/automations/${name}`)] : [],
      ),
    ),
  ),
];

function* incomplete({ source, endpoint }: ReplaySpecModel, path: string): Generator<Issue> {
  if (source?.s3 === undefined) {
    const message = 'the replay does not say which bucket holds the telemetry, and the operator breaks down on it.';
    yield error('replay-incomplete', path, message, 'Add source: { s3: … }.');
  }
  if (endpoint === undefined || endpoint === '') {
    const message = 'the replay does not say where the telemetry goes.';
    yield error('replay-incomplete', path, message, 'Add destination: { otlpHttp: { endpoint: … } }.');
  }
}
