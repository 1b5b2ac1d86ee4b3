import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { graphOf } from '../../../src/analysis/graph/build';
import type { Graph } from '../../../src/analysis/graph/graph';
import { manifestsIn } from '../../../src/analysis/graph/objects';
import { readModel } from '../../../src/convert/read';
import { readSources } from '../../../src/source/read';
import { manyPipelines } from '../../analysis/graph/many';
import { namesOf } from './names';

const examples = join(__dirname, '../../../examples');

/** The graphs of all examples, of a hundred pipelines, and of names that nobody should give. */
export function cases(): readonly (readonly [name: string, graph: Graph])[] {
  const folders = readdirSync(examples, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return [
    ...folders.map(({ name }) => [name, graphAt(join(examples, name, 'expected'))] as const),
    ['a hundred pipelines', graphOfMany(100)] as const,
    ['names', namesOf(20_261_122, 60)] as const,
  ];
}

/** The graph of the manifests in a folder. */
export function graphAt(folder: string): Graph {
  const { documents } = readSources([folder]);
  return graphOf(readModel(documents), manifestsIn(documents.map(({ content }) => content)));
}

/** The graph of a gateway with as many pipelines. */
export function graphOfMany(count: number): Graph {
  return graphOf(readModel([{ path: 'many.yaml', index: 0, content: manyPipelines(count) }]));
}
