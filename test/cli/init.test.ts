import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { mdai } from './mdai';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mdai-init-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const init = (...argv: string[]) => mdai('init', ...argv);

function read(...path: string[]): string {
  return readFileSync(join(folder, ...path), 'utf8');
}

const root = JSON.parse(readFileSync(join(__dirname, '../../package.json'), 'utf8'));

test('a new folder gets the whole app, hidden files among it, and what to type next is said', async () => {
  const app = join(folder, 'shop');
  expect(await init(app)).toEqual({
    code: 0,
    out: `shop is in ${app}:
  .github/workflows/telemetry.yml
  .gitignore
  .gitlab-ci.yml
  README.md
  cdk8s.yaml
  destinations.ts
  gateway.ts
  jest.config.json
  main.ts
  package.json
  routes.test.ts
  teams/payments.ts
  tsconfig.json

Go on with
  cd ${app}
  npm install    # and commit package-lock.json
  npm run synth  # writes dist/, to be committed and applied
  npm test       # which record goes where
  npm run check  # reads dist/ as the real programs would
  npm run graph  # draws it
`,
    err: '',
  });
  expect(readdirSync(app).filter((name) => name.startsWith('dot-'))).toEqual([]);
});

test.each([
  ['Shop Telemetry', [], 'shop-telemetry'],
  ['shop', ['--name', 'telemetry-2'], 'telemetry-2'],
  ['_x_', [], 'x'],
  ['a'.repeat(70), [], 'a'.repeat(63)],
])('the app in "%s" with %j is called %s everywhere', async (name, options, called) => {
  expect((await init(join(folder, name), ...options)).code).toBe(0);
  expect(JSON.parse(read(name, 'package.json')).name).toBe(called);
  expect(read(name, 'gateway.ts')).toContain(`new Chart(app, '${called}', { namespace: '${called}' })`);
  expect(read(name, 'README.md')).toContain(`# ${called}\n`);
  expect(read(name, 'README.md')).not.toContain('my-telemetry');
});

test('a folder with a blank in its name is quoted', async () => {
  const { out } = await init(join(folder, "the shop's"));
  expect(out).toContain(`\n  cd -- '${folder}/the shop'\\''s'\n`);
});

test.each([
  [['x', '--name', 'My_App'], '"My_App" cannot be a name'],
  [['x', '--name', `${'a'.repeat(64)}`], 'of at most 63 lower-case letters'],
  [['x', '--name', ''], '"" cannot be a name'],
  [['x', '--name=-a'], '"-a" cannot be a name'],
  [['日本'], 'Give one with --name.'],
  [[], 'name one folder'],
  [['a', 'b'], 'name one folder'],
  [['a', '--template', '@acme/telemetry'], '--template is not there yet'],
])('mdai init %j is refused, and writes nothing', async (argv, says) => {
  const before = process.cwd();
  process.chdir(folder);
  try {
    expect(await init(...argv)).toMatchObject({ code: 2, out: '', err: expect.stringContaining(says) });
  } finally {
    process.chdir(before);
  }
  expect(readdirSync(folder)).toEqual([]);
});

test('here, where nothing is but a repository, is a new folder, too', async () => {
  mkdirSync(join(folder, '.git'));
  const before = process.cwd();
  process.chdir(folder);
  try {
    const { code, out } = await init('.', '--name', 'here');
    expect(code).toBe(0);
    expect(out).not.toContain('  cd ');
  } finally {
    process.chdir(before);
  }
  expect(existsSync(join(folder, 'main.ts'))).toBe(true);
});

test('a folder with files is refused, with what it holds', async () => {
  for (const name of ['a.txt', 'b.txt', 'c.txt', 'd.txt', 'e.txt']) writeFileSync(join(folder, name), name);
  expect(await init(folder)).toEqual({
    code: 2,
    out: '',
    err: `mdai init: ${folder} is not empty: it holds a.txt, b.txt, c.txt and 2 more. Name another folder, or add --force, which keeps files of other names.\n`,
  });
  expect(readdirSync(folder)).toHaveLength(5);
});

test('with --force others’ files stay, and each that is overwritten is said', async () => {
  expect((await init(folder, '--name', 'shop')).code).toBe(0);
  writeFileSync(join(folder, 'main.ts'), 'mine\n');
  writeFileSync(join(folder, 'LICENSE'), 'mine\n');
  const { code, err } = await init(folder, '--name', 'shop', '--force');
  expect({ code, err }).toEqual({ code: 0, err: 'overwriting main.ts\n' });
  expect(read('main.ts')).toContain('new MdaiApp()');
  expect(read('LICENSE')).toBe('mine\n');
});

test('a file is no folder, with --force or without', async () => {
  const file = join(folder, 'file');
  writeFileSync(file, 'mine\n');
  for (const options of [[], ['--force']]) {
    expect(await init(file, ...options)).toEqual({
      code: 2,
      out: '',
      err: `mdai init: ${file} is a file. Name a folder.\n`,
    });
  }
  expect(read('file')).toBe('mine\n');
});

test('a folder where a file of the app belongs is said before anything is written', async () => {
  const main = join(folder, 'main.ts');
  mkdirSync(main);
  expect(await init(folder, '--name', 'shop', '--force')).toEqual({
    code: 2,
    out: '',
    err: `mdai init: ${main} is a folder, where a file of the app belongs.\n`,
  });
  expect(readdirSync(folder)).toEqual(['main.ts']);
});

test('the versions of the app are those that this project is tested with', async () => {
  await init(folder, '--name', 'shop');
  const { dependencies, devDependencies, engines } = JSON.parse(read('package.json'));
  const { 'cdk8s-mdai': own, ...others } = { ...dependencies, ...devDependencies };
  expect(own).toBe(`^${root.version}`);
  expect(engines).toEqual(root.engines);
  const known = Object.entries(others).filter(([name]) => name in root.devDependencies);
  expect(known.map(([name]) => name)).toEqual(expect.arrayContaining(['cdk8s', 'cdk8s-cli', 'jest', 'tsx']));
  expect(Object.fromEntries(known)).toEqual(
    Object.fromEntries(known.map(([name]) => [name, `^${root.devDependencies[name]}`])),
  );
  expect(load(read('cdk8s.yaml'))).toMatchObject({ validations: [{ version: root.version }] });
});
