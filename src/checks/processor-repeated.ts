import { error, perCollector, placedAt } from './rule';

/** A processor that stands twice in one pipeline (service/pipelines/config.go); receivers and exporters may. */
export const processorRepeated = perCollector(function* ({ pipelines }) {
  for (const { path, keys, processors } of pipelines) {
    const { ids, places } = processors;
    const repeated = new Set(ids.filter((id, i) => ids.indexOf(id) !== i));
    for (const id of repeated) {
      const fix = 'Name it once, or define a second one under another name.';
      const issue = error('processor-repeated', path, `processor "${id}" is listed more than once.`, fix);
      yield placedAt(issue, [...keys, 'processors', places[ids.indexOf(id, ids.indexOf(id) + 1)] ?? 0]);
    }
  }
});
