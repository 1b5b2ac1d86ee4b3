import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { type ConfigValue, isConfigMap } from '../../src/model/config';
import { commentsIn } from '../../src/source/comments/documents';
import type { Pointer } from '../../src/source/document';
import { Positions } from '../../src/source/positions';
import { type ReadFile, readDocuments } from '../../src/source/read-file';

const folder = join(__dirname, '../convert/corpus');
const texts = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n'));

function read(text: string): ReadFile {
  return readDocuments({ path: 'file.yaml', text, binary: false });
}

/** The entries that begin on each line, the outermost first. */
function entriesByLine(file: ReadFile): Map<number, { readonly pointer: Pointer; readonly column: number }[]> {
  const positions = new Positions([file]);
  const found = new Map<number, { readonly pointer: Pointer; readonly column: number }[]>();
  for (const document of file.documents) {
    const visit = (value: ConfigValue, at: Pointer) => {
      if (typeof value !== 'object' || value === null) return;
      for (const [name, inner] of Object.entries(value)) {
        const pointer = [...at, Array.isArray(value) ? Number(name) : name];
        const { line, column } = positions.of(document, pointer, 'key');
        found.set(line, [...(found.get(line) ?? []), { pointer, column }]);
        visit(inner as ConfigValue, pointer);
      }
    };
    visit(document.content, []);
  }
  return found;
}

/** What the only comment of a text with a name speaks of. */
function attached(text: string, name: string): { readonly pointer: Pointer; readonly place: string } | undefined {
  const all = [...commentsIn([read(text)], () => []).values()].flat();
  return all.find(({ lines }) => lines.some((line) => line.text.includes(name)));
}

// What an alias stands for is in two places at once.
const files = texts.filter((text) => !/[:-] \*\w/.test(text)).map((text) => ({ text, file: read(text) }));

test('a comment above an entry, and one behind it, speak of the entry that stands there', () => {
  let checked = 0;
  fc.assert(
    fc.property(fc.nat(files.length - 1), fc.nat(997), fc.boolean(), (which, drawn, beside) => {
      const { text, file } = files[which] as (typeof files)[number];
      const lines = text.split('\n');
      const at = drawn % lines.length;
      const line = lines[at] ?? '';
      const entries = entriesByLine(file).get(at + 1);
      const wanted = beside ? entries?.at(-1) : entries?.[0];
      // Brackets hold several entries on a line.
      if (wanted === undefined || /[[{]/.test(line)) return;
      const indent = line.length - line.trimStart().length;
      const put = beside ? [`${line} # drawn`] : [`${' '.repeat(indent)}# drawn`, line];
      const changed = [...lines.slice(0, at), ...put, ...lines.slice(at + 1)].join('\n');
      const contents = ({ documents }: ReadFile) => documents.map(({ content }) => content);
      if (!isDeepStrictEqual(contents(read(changed)), contents(file))) return;
      const isHead = !beside && wanted.pointer.length === 1 && isFirst(file, wanted.pointer);
      expect([changed.split('\n').slice(at, at + 2), attached(changed, 'drawn')]).toEqual([
        expect.anything(),
        expect.objectContaining({ pointer: isHead ? [] : wanted.pointer }),
      ]);
      checked++;
    }),
    { numRuns: Number(process.env.MDAI_COMMENTS ?? 600), seed: 1 },
  );
  expect(checked).toBeGreaterThan(200);
});

function isFirst({ documents }: ReadFile, [key]: Pointer): boolean {
  return documents.some(({ content }) => isConfigMap(content) && Object.keys(content)[0] === key);
}
