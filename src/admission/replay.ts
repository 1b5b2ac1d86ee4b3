import type { ConfigMap } from '../model/config';
import type { Keys } from '../model/keys';
import { isReplayTime } from './go-text';
import { mapAt, textAt } from './read';
import { type Refusal, shown } from './refusal';

/**
 * What the operator refuses in a replay: an object of its own, or one that an automation deploys, which gets its hub, its times
 * and its signal when it is.
 */
export function* replayRefusals(spec: ConfigMap, keys: Keys, as: 'object' | 'deployed'): Generator<Refusal> {
  const refused = (field: Keys, message: string, fix: string): Refusal => ({
    code: 'hub-value',
    keys: [...keys, ...field],
    message,
    fix,
  });
  const needed =
    as === 'object' ? ['hubName', 'statusVariableRef', 'opampEndpoint'] : ['statusVariableRef', 'opampEndpoint'];
  for (const field of needed) {
    if (textAt(spec, field) === '') yield refused([field], `the replay needs "${field}".`, `Add "${field}".`);
  }
  if (as === 'object') {
    for (const field of ['startTime', 'endTime']) {
      const time = textAt(spec, field);
      if (isReplayTime(time)) continue;
      const message = time === '' ? `the replay needs "${field}".` : `${shown(time)} is no time.`;
      yield refused([field], message, 'Write 2026-01-31T08:00:00Z, 2026-01-31 08:00 or 2026-01-31.');
    }
    if (textAt(spec, 'telemetryType') === '') {
      yield refused(['telemetryType'], 'the replay needs "telemetryType".', 'Write logs, metrics or traces.');
    }
  }
  const { s3, aws } = mapAt(spec, 'source');
  if (s3 === undefined) return;
  if (aws === undefined || mapAt(aws).awsAccessKeySecret === undefined) {
    const message = 'what is read from S3 needs the Secret with the AWS credentials.';
    yield refused(['source', 'aws'], message, 'Write aws: { awsAccessKeySecret: … }.');
  }
}
