import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Imported, importSources } from '../../../src/cli/importing/import';
import { defaultRelease } from '../../../src/model/release';
import { readSources } from '../../../src/source/read';

const root = join(__dirname, '../../..');

/** The manifests that have to come back: the corpus, and what the examples synthesize. */
export const manifests: readonly string[] = [
  ...readdirSync(join(root, 'test/convert/corpus'))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => join('test/convert/corpus', name)),
  ...readdirSync(join(root, 'examples')).flatMap((example) =>
    readdirSync(join(root, 'examples', example, 'expected')).map((name) => join('examples', example, 'expected', name)),
  ),
];

/** The app that a file becomes. */
export function importFile(file: string): Imported {
  const { documents, commentsOf } = readSources([join(root, file)]);
  return importSources(documents, defaultRelease, 'app', { commentsOf });
}
