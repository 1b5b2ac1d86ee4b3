import { datapoint, log, metric, ottl, resource, scope, span } from '../../../../src/index';
import type { Condition, Context } from '../../../../src/ottl/condition';
import type { CaseSignal } from '../case';
import type { Dice } from '../dice';

type Make = (dice: Dice) => Condition<Context>;

const texts = ['a', 'b', 'c', 'payments', 'search', 'prod', 'user-42'];

const ofResource: readonly Make[] = [
  (dice) => resource.attribute('service.name').equals(dice.pick(['payments', 'search', 'ads'])),
  (dice) => resource.attribute('tenant').in(dice.some(texts, 1, 3)),
  (dice) => resource.attribute('env').matches(dice.pick(['^p', 'o', 'dev$', '(?i)PROD'])),
  (dice) => resource.attribute('shard').equals(dice.int(0, 2)),
  () => resource.attribute('owner').exists(),
  () => scope.attribute('library').equals('http'),
];

const ofRecord: Readonly<Record<CaseSignal, readonly Make[]>> = {
  logs: [
    (dice) => log.attribute('tenant').equals(dice.pick(['a', 'b', 'c'])),
    (dice) => log.severity.atLeast(dice.pick(['INFO', 'WARN', 'ERROR'])),
    (dice) => log.severity.below(dice.pick(['INFO', 'ERROR']), { unspecified: dice.pick(['match', 'skip']) }),
    (dice) => log.attribute('http.status').in(dice.some([200, 404, 500], 1, 2)),
    () => log.body.matches('user|card'),
    // What raises errors, on texts that are none.
    () => ottl.log`HasPrefix(log.attributes["user.id"], "user")`,
    () => ottl.log`Len(log.attributes["tags"]) > 1`,
  ],
  traces: [
    (dice) => span.attribute('tenant').equals(dice.pick(['a', 'b', 'c'])),
    // The routing connector of 0.131.0 has no IsRootSpan.
    () => ottl.span`${span.name} != "" and span.parent_span_id.string == "0000000000000000"`,
    (dice) => span.name.equals(dice.pick(['checkout', 'GET /cart'])),
    () => ottl.span`HasPrefix(span.attributes["user.id"], "user")`,
  ],
  metrics: [
    (dice) => datapoint.attribute('tenant').equals(dice.pick(['a', 'b', 'c'])),
    (dice) => metric.name.in(dice.some(['http.requests', 'queue.size', 'latency', 'cpu'], 1, 2)),
    () => ottl.datapoint`HasPrefix(datapoint.attributes["user.id"], "user")`,
  ],
};

/** A condition that rules of a signal can have. */
export function condition(dice: Dice, signal: CaseSignal, depth = 2): Condition<Context> {
  if (depth > 0 && dice.chance(45)) {
    const left = condition(dice, signal, depth - 1);
    const right = condition(dice, signal, depth - 1);
    return dice.weighted([4, left.and(right)], [2, left.or(right)], [1, left.not()]);
  }
  return dice.pick(dice.chance(50) ? ofResource : ofRecord[signal])(dice);
}

/** A condition on one attribute, which a route may divide records by. */
export function keyed(dice: Dice, signal: CaseSignal, ofRecords: boolean, value: string): Condition<Context> {
  const record = { logs: log, traces: span, metrics: datapoint }[signal];
  const key = (ofRecords ? record : resource).attribute('tenant');
  const asked: Condition<Context> = dice.chance(80) ? key.equals(value) : key.in([value, dice.pick(texts)]);
  return dice.chance(30) ? asked.and(condition(dice, signal, 0)) : asked;
}
