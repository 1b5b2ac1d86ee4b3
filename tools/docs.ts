/**
 * Keeps the Markdown true: code from files that run, and the tables of issues and components.
 *
 *   npm run docs             writes it
 *   npm run docs -- --check  fails where it differs
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { componentDocs } from './component-docs';
import { withHelp } from './help-docs';
import { markdownFiles, withIncludes } from './includes';
import { issueDocs } from './issue-docs';
import { withNeeds } from './needs-docs';

const root = join(__dirname, '..');

/** The text that a file should hold, by its name. */
function wanted(): ReadonlyMap<string, string> {
  const printed = new Map([
    ['docs/issues.md', issueDocs()],
    ['docs/components/README.md', componentDocs()],
  ]);
  const files = markdownFiles().filter((name) => !printed.has(name));
  const texts = files.map(
    (name) => [name, withHelp(withNeeds(withIncludes(readFileSync(join(root, name), 'utf8'))))] as const,
  );
  return new Map([...texts, ...printed]);
}

const check = process.argv.includes('--check');
let differ = 0;
for (const [name, text] of wanted()) {
  const file = join(root, name);
  if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
  differ += 1;
  process.stdout.write(`${name} ${check ? 'is not what npm run docs writes' : 'written'}\n`);
  if (!check) writeFileSync(file, text);
}
process.exitCode = check && differ > 0 ? 1 : 0;
