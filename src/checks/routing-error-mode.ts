import { Conditions } from '../analysis/conditions/conditions';
import type { CollectorModel } from '../model/collector';
import { isAtLeast } from '../model/release';
import { routingTables } from './routing-table';
import { perCollector, warning } from './rule';

const gate = 'connector.routing.defaultErrorModeIgnore';
/** The first of this library's releases in which the gate is on unless it is switched off. */
const ignoresSince = '0.159.0';

/** Tables in which one record that a condition fails on makes the collector refuse all that came with it. */
export const routingErrorMode = perCollector(function* (view) {
  if (!propagates(view.collector)) return;
  const { release } = view.collector;
  for (const { connector, rows } of routingTables(view)) {
    if (connector.config.error_mode != null) continue;
    const failing = rows.find(
      ({ condition, context }) =>
        condition !== undefined &&
        context !== 'request' &&
        new Conditions([condition], { release }).mayFail(condition) !== 'no',
    );
    if (failing === undefined) continue;
    yield warning(
      'routing-error-mode',
      connector.path,
      `a record on which ${failing.name} fails makes the connector refuse the whole batch: without "error_mode" it is "propagate".`,
      'Write "error_mode: ignore", which counts such a record as one that does not match.',
    );
  }
});

function propagates({ release, featureGates }: CollectorModel): boolean {
  if (!isAtLeast(release, ignoresSince)) return true;
  const gates = featureGates.flatMap((entry) => entry.split(',')).map((name) => name.trim());
  return gates.findLast((name) => name.replace(/^[+-]/, '') === gate)?.startsWith('-') ?? false;
}
