/**
 * Keeps the Markdown true: code from files that run, and the tables of issues and components; and the picture in it.
 *
 *   npm run docs             writes it
 *   npm run docs -- --check  fails where it differs
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { componentDocs } from './component-docs';
import { graphPicture } from './graph-docs';
import { withHelp } from './help-docs';
import { markdownFiles, withIncludes } from './includes';
import { issueDocs } from './issue-docs';
import { withNeeds } from './needs-docs';

const root = join(__dirname, '..');

/** The text that a file should hold, by its name. */
async function wanted(): Promise<ReadonlyMap<string, string>> {
  const printed = new Map([
    ['docs/issues.md', issueDocs()],
    ['docs/components/README.md', componentDocs()],
    ['docs/graph.svg', await graphPicture()],
  ]);
  const files = markdownFiles().filter((name) => !printed.has(name));
  const texts = files.map(
    (name) => [name, withHelp(withNeeds(withIncludes(readFileSync(join(root, name), 'utf8'))))] as const,
  );
  return new Map([...texts, ...printed]);
}

async function main(check: boolean): Promise<void> {
  let differ = 0;
  for (const [name, text] of await wanted()) {
    const file = join(root, name);
    if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
    differ += 1;
    process.stdout.write(`${name} ${check ? 'is not what npm run docs writes' : 'written'}\n`);
    if (!check) writeFileSync(file, text);
  }
  process.exitCode = check && differ > 0 ? 1 : 0;
}

main(process.argv.includes('--check')).catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exitCode = 1;
});
