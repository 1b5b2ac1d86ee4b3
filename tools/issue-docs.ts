// Writes docs/issues.md from the table of issue codes. With `--check`, only says whether it is up to date.
import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type IssueCode, issueCodes } from '../src/model/issue-codes';

const root = join(__dirname, '..');
const source = join(root, 'src/model/issue-codes.ts');
const page = join(root, 'docs/issues.md');

interface Group {
  readonly title: string;
  readonly codes: IssueCode[];
}

/** The codes under the comments that head them in the table. */
function groups(): readonly Group[] {
  const found: Group[] = [];
  for (const line of readFileSync(source, 'utf8').split('\n')) {
    const [, title] = /^ {2}\/\/ (.*?)\.?$/.exec(line) ?? [];
    if (title !== undefined) found.push({ title, codes: [] });
    const [, code] = /^ {2}'([a-z-]+)':/.exec(line) ?? [];
    if (code !== undefined && code in issueCodes) found.at(-1)?.codes.push(code as IssueCode);
  }
  const listed = found.flatMap(({ codes }) => codes);
  const missing = Object.keys(issueCodes).filter((code) => !listed.includes(code as IssueCode));
  if (missing.length > 0) throw new Error(`Codes without a group in ${source}: ${missing.join(', ')}`);
  return found;
}

/** What docs/issues.md should hold. */
export function issueDocs(): string {
  const sections = groups().map(({ title, codes }) =>
    [
      `## ${title}`,
      '',
      '| code | meaning |',
      '|---|---|',
      ...codes.map((code) => `| \`${code}\` | ${issueCodes[code]} |`),
    ].join('\n'),
  );
  return `${[
    '# Issues',
    '',
    'Every mistake that `cdk8s synth`, the validation plugin and `mdai check` report has one of these codes. They are stable.',
    'An error is something that the real program would refuse, or by which telemetry would be lost; a warning runs, but hardly as meant.',
    '',
    ...sections.flatMap((section) => [section, '']),
    '<!-- Printed from src/model/issue-codes.ts by tools/issue-docs.ts. -->',
  ].join('\n')}\n`;
}

function main(): void {
  const text = issueDocs();
  if (!process.argv.includes('--check')) writeFileSync(page, text);
  else if (read(page) !== text) {
    process.stderr.write(`${relative(root, page)} is out of date: run "tsx tools/issue-docs.ts".\n`);
    process.exitCode = 1;
  }
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

if (require.main === module) main();
