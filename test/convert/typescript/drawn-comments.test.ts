import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { type Imported, importSources } from '../../../src/cli/importing/import';
import { withParsedConfigs } from '../../../src/convert/typescript/embedded';
import { isConfigMap } from '../../../src/model/config';
import { defaultRelease } from '../../../src/model/release';
import { readSources, type Sources } from '../../../src/source/read';
import { manifests } from './apps';

const root = join(__dirname, '../../..');
const folder = mkdtempSync(join(tmpdir(), 'commented-'));
let drawnCount = 0;
const apps: { readonly path: string; readonly text: string }[] = [];

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function read(text: string): Sources {
  const path = join(folder, 'manifest.yaml');
  writeFileSync(path, text);
  return readSources([path]);
}

/** What a text says, the layout of configurations inside it aside. */
function saidBy(text: string): unknown {
  const { documents, issues } = read(text);
  if (issues.some(({ code }) => code === 'yaml-syntax')) return undefined;
  return documents.map(({ content }) => (isConfigMap(content) ? withParsedConfigs(content) : content));
}

function imported({ documents, commentsOf }: Sources): Imported {
  return importSources(documents, defaultRelease, 'app', { commentsOf });
}

interface Draw {
  readonly file: number;
  readonly places: readonly { readonly line: number; readonly column: number; readonly beside: boolean }[];
}

interface Commented {
  readonly text: string;
  /** The line of each comment that was put in, by its name. */
  readonly comments: ReadonlyMap<string, number>;
}

/** A text with comments at those of the drawn places where YAML has them. */
function commented(original: string, places: Draw['places']): Commented {
  const said = saidBy(original);
  let lines = original.split('\n');
  const names: string[] = [];
  for (const [i, { line, column, beside }] of places.entries()) {
    const at = line % lines.length;
    const name = `remark-${i}-end`;
    const comment = `# ${name}`;
    const next = beside
      ? lines.map((one, n) => (n === at ? `${one.replace(/\r$/, '')} ${comment}` : one))
      : [...lines.slice(0, at), `${' '.repeat(column)}${comment}`, ...lines.slice(at)];
    // Inside of texts, it would be a part of them.
    if (!isDeepStrictEqual(saidBy(next.join('\n')), said)) continue;
    lines = next;
    names.push(name);
  }
  return {
    text: lines.join('\n'),
    comments: new Map(names.map((name) => [name, lines.findIndex((one) => one.includes(name))])),
  };
}

/** Whether a line is in a document that is left out. */
function isLeftOut(text: string, line: number, { differences }: Imported): boolean {
  const lines = text.split('\n');
  const isStart = (at: number) => /^---(\s|$)/.test(lines[at] ?? '---');
  let [from, to] = [line, line + 1];
  while (from > 0 && !isStart(from)) from--;
  while (!isStart(to)) to++;
  const document = lines.slice(from, to).join('\n');
  return differences.some(({ object, path, is }) => {
    const [kind = '', name = ''] = object.split(' ');
    return (
      path === '' && is === 'left out' && document.includes(kind) && document.includes(name.split('/').pop() ?? '')
    );
  });
}

const draws = fc.record({
  file: fc.nat(manifests.length - 1),
  places: fc.array(fc.record({ line: fc.nat(997), column: fc.nat(12), beside: fc.boolean() }), {
    minLength: 1,
    maxLength: 12,
  }),
});

test('a comment stands in the program once, wherever it stood, and changes nothing else', () => {
  fc.assert(
    fc.property(draws, ({ file, places }: Draw) => {
      const original = readFileSync(join(root, manifests[file] ?? ''), 'utf8');
      const { text, comments } = commented(original, places);
      const before = imported(read(original));
      const app = imported(read(text));
      const isOther = ({ reason }: { readonly reason?: string }) => !reason?.startsWith('A comment');
      expect(app.differences.filter(isOther)).toEqual(before.differences.filter(isOther));
      drawnCount += comments.size;
      const sources = [...app.files].filter(([path]) => path.endsWith('.ts'));
      const all = sources.map(([, source]) => source).join('');
      const missing = app.differences.filter(({ reason }) => reason?.startsWith('A comment'));
      for (const [name, line] of comments) {
        const isListed = missing.some(({ reason }) => reason?.includes(`:${line + 1}:`));
        if (isListed || isLeftOut(text, line, app)) continue;
        expect([name, all.split(name).length - 1]).toEqual([name, 1]);
      }
      for (const [path, source] of sources) apps.push({ path: join(folder, `app-${apps.length}`, path), text: source });
    }),
    { numRuns: Number(process.env.MDAI_COMMENTS ?? 50), seed: Number(process.env.MDAI_SEED ?? 1) },
  );
}, 550_000);

test('what has comments stays as it is when it is formatted', () => {
  for (const { path, text } of apps) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  const { formatter, javascript } = JSON.parse(readFileSync(join(root, 'biome.json'), 'utf8')) as Record<
    string,
    unknown
  >;
  writeFileSync(join(folder, 'biome.json'), JSON.stringify({ root: true, formatter, javascript }));
  execFileSync(join(root, 'node_modules/.bin/biome'), ['format', '--write', folder], { cwd: folder, stdio: 'pipe' });
  const changed = apps.filter(({ path, text }) => readFileSync(path, 'utf8') !== text);
  expect(apps.length).toBeGreaterThan(30);
  expect(drawnCount).toBeGreaterThan(apps.length);
  expect(changed.map(({ path, text }) => ({ was: text, is: readFileSync(path, 'utf8') }))).toEqual([]);
}, 60_000);
