import fc from 'fast-check';
import { refusalsOf } from '../../src/admission/admit';
import { everyTwist } from './drawn/every';
import { manifest } from './drawn/manifest';

/** Every reason of the operator's webhooks, and the keywords of the definitions. */
const reasons = [
  /has no field/,
  /but has to be a map/,
  /but has to be a whole number\./,
  /needs "/,
  /cannot be "/,
  /is empty\./,
  /too short/,
  /too long/,
  /which does not fit in/,
  /is -?\d+\.$/,
  /two entries of/,
  /exactly one of "secretKeyRef"/,
  /exactly one of "value"/,
  /exactly one of "alertName"/,
  /mixes the type/,
  /which the operator reads as an empty text/,
  /the expression is the number/,
  /the hub has two variables/,
  /names others, which only/,
  /a metaHashSet names 2/,
  /of type meta names no others/,
  /both exported as|is exported as/,
  /has no transformers/,
  /a status is of an alert/,
  /an "updateType" is of a variable/,
  /the hub has no variable/,
  /the hub has no alert/,
  /the rule does nothing/,
  /the action does nothing/,
  /the action is both/,
  /has no value, or one of white space/,
  /the URL is empty/,
  /is no URL/,
  /slackAlertTemplate takes no payload/,
  /jsonTemplate needs a payload/,
  /a payload is posted/,
  /writes the header/,
  /is no duration/,
  /the replay needs "hubName"/,
  /the replay needs "opampEndpoint"/,
  /is no time/,
  /the replay needs "telemetryType"/,
  /read from S3 needs the Secret/,
  /written to S3 needs the Secret/,
  /"s3Bucket" is empty/,
  /"minSeverity" cannot be/,
  /has no name for a metric/,
  /is no quantity/,
];

test('what is drawn is refused for each reason, and for no other at the same time', () => {
  const drawn = [...everyTwist(20261122), ...fc.sample(manifest, { numRuns: 3000, seed: 20261122 })];
  const alone = drawn
    .map(refusalsOf)
    .flatMap(([first, ...others]) => (first && others.length === 0 ? [first.message] : []));
  expect(reasons.filter((reason) => !alone.some((message) => reason.test(message)))).toEqual([]);
});
