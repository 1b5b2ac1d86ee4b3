import { at, type ConfigMap } from '../model/config';
import type { Keys } from '../model/keys';
import { didYouMean } from '../model/nearest';
import { mapAt, textAt } from './read';
import { type Refusal, shown } from './refusal';

const severities = ['debug', 'info', 'warn', 'error'];

/** What the webhook of the MDAI operator refuses in an `MdaiCollector`, besides its name. */
export function* monitorRefusals(content: ConfigMap): Generator<Refusal> {
  const { s3, otlp } = mapAt(content, 'spec', 'logs');
  const logs: Keys = ['spec', 'logs'];
  const refused = (keys: Keys, message: string, fix: string): Refusal => ({ code: 'hub-value', keys, message, fix });
  if (s3 !== undefined) {
    if (at(content, 'spec', 'aws', 'awsAccessKeySecret') === undefined) {
      const message = 'what is written to S3 needs the Secret with the AWS credentials.';
      yield refused(['spec', 'aws'], message, 'Write aws: { awsAccessKeySecret: … }.');
    }
    for (const field of ['s3Bucket', 's3Region']) {
      if (at(s3, field) === '')
        yield refused([...logs, 's3', field], `"${field}" is empty.`, `Name the ${field.slice(2).toLowerCase()}.`);
    }
    yield* severityRefusals(s3, [...logs, 's3']);
  }
  if (otlp !== undefined) {
    if (at(otlp, 'endpoint') === '')
      yield refused([...logs, 'otlp', 'endpoint'], '"endpoint" is empty.', 'Write host:port.');
    yield* severityRefusals(otlp, [...logs, 'otlp']);
  }
}

function* severityRefusals(streams: unknown, keys: Keys): Generator<Refusal> {
  for (const stream of ['collectorLogs', 'hubLogs', 'otherLogs']) {
    const severity = at(mapAt(streams as ConfigMap, stream), 'minSeverity');
    if (typeof severity !== 'string' || severities.includes(severity)) continue;
    yield {
      code: 'hub-value',
      keys: [...keys, stream, 'minSeverity'],
      message: `"minSeverity" cannot be ${shown(severity)}.`,
      fix: didYouMean(textAt(severity), severities, `Write one of ${severities.join(', ')}.`),
    };
  }
}
