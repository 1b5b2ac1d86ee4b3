import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mdai } from './mdai';

const folder = mkdtempSync(join(tmpdir(), 'mdai-import-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const good = file(
  'collector.yaml',
  `receivers: { otlp: { protocols: { grpc: {} } } }
exporters: { debug: {} }
service: { pipelines: { logs: { receivers: [otlp], exporters: [debug] } } }
`,
);

test('an app is written, and proved to make the same', async () => {
  const out = join(folder, 'app');
  const { code, out: said } = await mdai('import', good, '--out', out, '--format', 'json');
  expect(code).toBe(0);
  const report = JSON.parse(said);
  expect(report).toEqual({
    files: ['main.ts', 'package.json', 'tsconfig.json', 'cdk8s.yaml', '.gitignore', 'README.md'],
    roundTrip: { equal: true, differences: [] },
  });
  expect(readdirSync(out).sort()).toEqual([...report.files].sort());
});

test('people read what was written and what to do next', async () => {
  const { code, out } = await mdai('import', good, '--out', join(folder, 'people'));
  expect(code).toBe(0);
  expect(out).toContain('field by field: all are equal.');
  expect(out).toContain('npm install && npm run synth');
});

test('a folder with something in it is left alone, unless it is forced', async () => {
  const out = join(folder, 'full');
  mkdirSync(out);
  writeFileSync(join(out, 'mine.txt'), 'mine');
  expect(await mdai('import', good, '--out', out)).toMatchObject({ code: 2, out: '' });
  expect(readdirSync(out)).toEqual(['mine.txt']);
  expect((await mdai('import', good, '--out', out, '--force')).code).toBe(0);
  expect(readFileSync(join(out, 'mine.txt'), 'utf8')).toBe('mine');
  expect(existsSync(join(out, 'main.ts'))).toBe(true);
});

test('without a folder to write to, or with a file, it was called wrongly', async () => {
  expect((await mdai('import', good)).code).toBe(2);
  expect((await mdai('import', good, '--out', good)).code).toBe(2);
});

test('what is no YAML is an error, and nothing is written', async () => {
  const broken = file('broken.yaml', 'receivers: [\nexporters: }');
  const out = join(folder, 'broken');
  const { code, out: said } = await mdai('import', good, broken, '--out', out, '--format', 'json');
  expect(code).toBe(1);
  expect(JSON.parse(said)).toMatchObject({
    files: [],
    roundTrip: { equal: false, differences: [{ object: expect.stringContaining('broken.yaml:'), is: 'not read' }] },
  });
  expect(existsSync(out)).toBe(false);
});

test('what differs is listed with its reason', async () => {
  const secret = file(
    'secret.yaml',
    '{ apiVersion: v1, kind: Secret, metadata: { name: s }, data: { a: aHVudGVyMg== } }',
  );
  const { code, out } = await mdai('import', good, secret, '--out', join(folder, 'secret'));
  expect(code).toBe(0);
  expect(out).toContain('Secret s: a document → left out');
  expect(out).not.toContain('aHVudGVyMg');
});
