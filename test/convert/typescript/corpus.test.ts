import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import type { Imported } from '../../../src/cli/importing/import';
import { importFile, manifests } from './apps';

const root = join(__dirname, '../../..');
const examples = manifests.filter((file) => file.startsWith('examples')).length;
const apps = [
  ...manifests.map((file) => ({ file, app: importFile(file) })),
  // Together they have many collectors, several of them of one name.
  { file: 'all of the corpus', app: importFile('test/convert/corpus') },
];

/** What is said of collectors as it was, where their constructs could derive it; what watches them is a Prometheus's. */
function leftOf({ files }: Imported): readonly string[] {
  const text = [...files].flatMap(([path, code]) => (path.endsWith('.ts') ? [code] : [])).join('\n');
  const objects = [...text.matchAll(/new ApiObject\([^;]*?kind: '(\w+)',[^;]*?\bname: '([^']+)'/g)];
  return [
    ...(text.match(/verbatim: true/g) ?? []),
    ...objects.flatMap(([, kind = '', name = '']) =>
      /-collector(-headless)?$/.test(name) && !kind.endsWith('Monitor') ? [`${kind} ${name}`] : [],
    ),
  ];
}

test.each(apps)('$file comes back, but for its secrets', ({ app }) => {
  const others = app.differences.filter(({ was, object }) => was !== 'a secret' && !object.startsWith('Secret '));
  expect(others).toEqual([]);
});

test('nearly all come back whole', () => {
  const whole = apps.filter(({ app }) => app.differences.length === 0);
  expect(whole.length).toBeGreaterThan(apps.length - 8);
  expect(whole.filter(({ file }) => file.startsWith('examples')).length).toBe(examples);
});

test('the collectors of the examples derive what belongs to them', () => {
  const left = apps.flatMap(({ file, app }) => (file.startsWith('examples') ? [[file, leftOf(app)] as const] : []));
  expect(Object.fromEntries(left.filter(([, objects]) => objects.length > 0))).toMatchInlineSnapshot(`{}`);
});

test('who sends to another collector of the examples has its inlet', () => {
  const links = apps.filter(({ app }) => app.files.get('main.ts')?.includes('.inlet('));
  expect(links.map(({ file }) => file.split('/')[1]).filter((name) => name !== undefined)).toEqual(
    expect.arrayContaining(['agent-gateway', 'tail-sampling']),
  );
});

describe('the apps', () => {
  const folder = mkdtempSync(join(tmpdir(), 'imported-'));
  const files = apps.flatMap(({ app }, i) =>
    [...app.files]
      .filter(([path]) => path.endsWith('.ts'))
      .map(([path, text]) => ({ path: join(folder, `app-${i}`, path), text })),
  );

  beforeAll(() => {
    for (const { path, text } of files) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('stay as they are when they are formatted', () => {
    const { formatter, javascript } = JSON.parse(readFileSync(join(root, 'biome.json'), 'utf8')) as Record<
      string,
      unknown
    >;
    writeFileSync(join(folder, 'biome.json'), JSON.stringify({ root: true, formatter, javascript }));
    const biome = join(root, 'node_modules/.bin/biome');
    execFileSync(biome, ['format', '--write', folder], { cwd: folder, stdio: 'pipe' });
    const changed = files.filter(({ path, text }) => readFileSync(path, 'utf8') !== text);
    expect(changed.map(({ path }) => path)).toEqual([]);
  });

  test('have no mistakes in their types', () => {
    const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
    const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
    const wrong = join(folder, 'wrong.ts');
    writeFileSync(wrong, "import { receivers } from 'cdk8s-mdai';\nreceivers.otlp({ protocls: {} });\n");
    const modules = Object.fromEntries(
      ['cdk8s', 'constructs'].map((name) => [name, [join(root, 'node_modules', name)]]),
    );
    const program = ts.createProgram([...files.map(({ path }) => path), wrong], {
      ...options,
      rootDir: '/',
      noEmit: true,
      types: ['node'],
      typeRoots: [join(root, 'node_modules/@types')],
      paths: { ...modules, 'cdk8s-mdai': [join(root, 'src/index.ts')] },
    });
    const mistakes = [...files.map(({ path }) => path), wrong].flatMap((path) => {
      const source = program.getSourceFile(path);
      return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(
        ({ file, messageText }) =>
          `${file?.fileName.slice(folder.length)}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`,
      );
    });
    expect(mistakes).toEqual([expect.stringContaining('/wrong.ts: Object literal may only specify known properties')]);
  }, 300_000);
});
