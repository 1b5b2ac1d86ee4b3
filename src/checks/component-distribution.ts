import { distributionOf } from '../catalog/distributions';
import { kinds } from '../view/view';
import { error, perCollector } from './rule';

/** Components that the image does not hold: the collector refuses every type without a factory, used or not. */
export const componentDistribution = perCollector(function* ({ collector, sections }) {
  const distribution = distributionOf(collector.pod?.image ?? '');
  if (distribution === undefined) return;
  for (const kind of kinds) {
    for (const { id, facts, type, path } of sections[kind].components.values()) {
      if (distribution.components[kind].has(facts?.type ?? type)) continue;
      const message = `the image "${distribution.image}" has no ${kind} "${id}".`;
      yield error('component-distribution', path, message, `Use the image "opentelemetry-collector-contrib".`);
    }
  }
});
