import { componentAttributes } from '../metrics/own';
import { ownReaders } from '../metrics/reader';
import { gateIsOn } from '../view/view';
import { perCollector, placedAt, warning } from './rule';

/**
 * With the gate, each component has metrics of its own, told apart by their scopes; a reader that leaves scopes out
 * answers with an error then, and serves nothing. Seen with the real collectors of both releases.
 */
export const telemetryScope = perCollector(function* ({ collector, path }) {
  if (!gateIsOn(collector, componentAttributes)) return;
  for (const [i, { withoutScopeInfo }] of ownReaders(collector).entries()) {
    if (!withoutScopeInfo) continue;
    const issue = warning(
      'telemetry-scope',
      `${path}/service/telemetry/metrics/readers/${i}`,
      `the collector's own metrics cannot be read: with the feature gate "${componentAttributes}", they differ in their scopes alone.`,
      'Set "without_scope_info: false" for the reader, or leave the feature gate out.',
    );
    const reader = ['service', 'telemetry', 'metrics', 'readers', i];
    yield placedAt(issue, [...reader, 'pull', 'exporter', 'prometheus', 'without_scope_info']);
  }
});
