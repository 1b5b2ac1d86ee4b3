/** The picture in docs/graph.md: what `mdai graph --format svg` makes of an example. */
import { join } from 'node:path';
import { graphOf } from '../src/analysis/graph/build';
import { manifestsIn } from '../src/analysis/graph/objects';
import { svgOf } from '../src/analysis/graph/svg/svg';
import { readModel } from '../src/convert/read';
import { readSources } from '../src/source/read';

const manifests = join(__dirname, '../examples/multi-tenant/expected');

/** The text of docs/graph.svg. Nothing in it says where the repository is. */
export async function graphPicture(): Promise<string> {
  const { documents } = readSources([manifests]);
  const named = documents.map((document) => ({ ...document, path: 'multi-tenant' }));
  return await svgOf(graphOf(readModel(named), manifestsIn(named.map(({ content }) => content))));
}
