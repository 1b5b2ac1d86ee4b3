/**
 * Code in Markdown comes from files that run. Between the lines
 *
 *   <!-- from examples/quickstart/main.ts -->
 *   <!-- end -->
 *
 * stands that file; `#a,b` behind its name takes the lines from the first that holds `a` to the next that holds `b`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';

const root = join(__dirname, '..');
const block = /<!-- from ([^ #]+)(?:#([^ ,]+),([^ ]+))? -->\n[\s\S]*?<!-- end -->/g;
const languages: Readonly<Record<string, string>> = { '.ts': 'ts', '.yaml': 'yaml', '.json': 'json', '.txt': 'text' };

/** Markdown files whose included code is to be kept. */
export function markdownFiles(): string[] {
  const folders = ['docs', ...readdirSync(join(root, 'examples')).map((name) => `examples/${name}`)];
  const inFolders = folders.flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith('.md'))
      .map((name) => `${folder}/${name}`),
  );
  return ['README.md', 'CONTRIBUTING.md', ...inFolders];
}

/** The text of a Markdown file with its code brought up to date. */
export function withIncludes(markdown: string): string {
  return markdown.replace(block, (_, file: string, first?: string, last?: string) => {
    const name = first === undefined ? file : `${file}#${first},${last}`;
    const code = excerpt(readFileSync(join(root, file), 'utf8'), file, first, last);
    return `<!-- from ${name} -->\n\`\`\`${languages[extname(file)] ?? ''}\n${code}\`\`\`\n<!-- end -->`;
  });
}

function excerpt(text: string, file: string, first?: string, last?: string): string {
  if (first === undefined || last === undefined) return text;
  const lines = text.split('\n');
  const from = lines.findIndex((line) => line.includes(first));
  const to = lines.findIndex((line, i) => i >= from && line.includes(last));
  if (from === -1 || to === -1) throw new Error(`${file} has no lines from "${first}" to "${last}"`);
  return `${lines.slice(from, to + 1).join('\n')}\n`;
}
