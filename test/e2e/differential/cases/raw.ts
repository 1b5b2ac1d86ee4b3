import { type CaseConfig, config } from '../case';
import type { Author } from './author';
import { filter, transform } from './ottl-processors';

/** One filter or transform between receiver and exporter. */
export function raw(author: Author): CaseConfig {
  const [id, processor] = author.dice.chance(50)
    ? ['filter/one', filter(author)]
    : ['transform/one', transform(author, 5)];
  return config({
    processors: { [id]: processor },
    exporters: ['file/out'],
    pipelines: { [`${author.signal}/in`]: { receivers: ['otlp'], processors: [id], exporters: ['file/out'] } },
  });
}
