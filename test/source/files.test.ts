import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { readFile, sourcePaths } from '../../src/source/files';
import { readSources } from '../../src/source/read';

const folder = mkdtempSync(join(tmpdir(), 'mdai-files-'));
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, text: string | Buffer): string {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, text);
  return path;
}

test('a folder stands for the manifests in it, in the order of their names', () => {
  for (const name of ['b.yaml', 'a.yml', 'c/d.yaml', '.hidden/e.yaml', 'node_modules/f.yaml', 'g.txt'])
    write(`in/${name}`, 'a: 1\n');
  write('in/h.json', '{"apiVersion": "v1", "kind": "A"}');
  write('in/tsconfig.json', '{ // settings\n}');
  symlinkSync(join(folder, 'in'), join(folder, 'in/circle'));
  symlinkSync(join(folder, 'in/g.txt'), join(folder, 'in/link.yaml'));
  const found = sourcePaths([join(folder, 'in'), join(folder, 'in/b.yaml'), join(folder, 'in/g.txt')]);
  expect(found.map((path) => relative(join(folder, 'in'), path))).toEqual([
    'a.yml',
    'b.yaml',
    'c/d.yaml',
    'h.json',
    'link.yaml',
    'g.txt',
  ]);
});

test('a path that is not there is refused', () => {
  expect(() => sourcePaths([join(folder, 'nowhere.yaml')])).toThrow(
    `there is no file or folder "${join(folder, 'nowhere.yaml')}".`,
  );
});

test('what is no text is told from what is', () => {
  expect(readFile(write('utf16.yaml', Buffer.from('\ufeffa: 1', 'utf16le'))).binary).toBe(true);
  expect(readFile(write('picture.yaml', Buffer.from([0x89, 0x50, 0, 1]))).binary).toBe(true);
  expect(readFile(write('latin1.yaml', Buffer.from('a: \xe9', 'latin1'))).binary).toBe(true);
  expect(readFile(write('bom.yaml', '\ufeffa: 1'))).toMatchObject({ binary: false, text: 'a: 1' });
});

test('what is being read is told, and counted', () => {
  const told: string[] = [];
  const paths = [write('one.yaml', 'a: 1\n---\nb: 2\n'), write('two.yaml', '')];
  const { files, documents } = readSources(paths, (says) => told.push(says));
  expect({ files, documents: documents.length, told }).toEqual({
    files: 2,
    documents: 2,
    told: ['reading 1 of 2 files', 'reading 2 of 2 files'],
  });
});
