import { error, perCollector } from './rule';

/** A processor that stands twice in one pipeline (service/pipelines/config.go); receivers and exporters may. */
export const processorRepeated = perCollector(function* ({ pipelines }) {
  for (const { path, processors } of pipelines) {
    const repeated = new Set(processors.ids.filter((id, i) => processors.ids.indexOf(id) !== i));
    for (const id of repeated) {
      const fix = 'Name it once, or define a second one under another name.';
      yield error('processor-repeated', path, `processor "${id}" is listed more than once.`, fix);
    }
  }
});
