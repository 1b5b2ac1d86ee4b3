import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mdaiOn } from './mdai';

const before = process.cwd();
const folder = mkdtempSync(join(tmpdir(), 'mdai-check-'));
beforeAll(() => process.chdir(folder));
afterAll(() => {
  process.chdir(before);
  rmSync(folder, { recursive: true });
});

const good = `
receivers: { otlp: { protocols: { grpc: { endpoint: "0.0.0.0:4317" } } } }
exporters: { debug: {} }
service: { pipelines: { logs: { receivers: [otlp], exporters: [debug] } } }
`;
const bad = good.replace('exporters: [debug]', 'exporters: [debg]');
const unused = good.replace('{ debug: {} }', '{ debug: {}, debug/spare: {} }');
const secret = good.replace(
  '{ debug: {} }',
  '{ debug: {}, otlp_http: { endpoint: https://a.example, headers: { Authorization: hunter2 } } }',
);

/** What `mdai check` prints of files that are there with these texts. */
async function check(
  files: Readonly<Record<string, string>>,
  options: readonly string[] = [],
  terminal: Parameters<typeof mdaiOn>[0] = {},
) {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return mdaiOn(terminal, 'check', ...Object.keys(files), ...options);
}

describe('as text', () => {
  test('content is said in one line', async () => {
    expect(await check({ 'a.yaml': good })).toEqual({ code: 0, out: '1 file, 0 errors, 0 warnings\n', err: '' });
  });

  test('a mistake has its place, its fix, and its line with a caret', async () => {
    const { code, out } = await check({ 'a.yaml': bad });
    expect(code).toBe(1);
    expect(out).toMatchInlineSnapshot(`
"a.yaml:3:14: warning: exporters/debug: no pipeline uses exporter "debug". Add it to a pipeline, or remove it from "exporters". [component-unused]
  exporters: { debug: {} }
               ^

a.yaml:4:64: error: logs: exporter "debg" is not defined. Did you mean "debug"? [component-undefined]
  service: { pipelines: { logs: { receivers: [otlp], exporters: [debg] } } }
                                                                 ^

1 file, 1 error, 1 warning
"
`);
  });

  test('a long line is cut around the place, and tabs are one column', async () => {
    const text = good.replace('{ debug: {} }', `{ debug: {},\t${'x'.repeat(100)}: {}, y: {}, ${'z'.repeat(100)}: {} }`);
    const { out } = await check({ 'a.yaml': text });
    const lines = out.split('\n');
    expect(lines.filter((line) => /^ {2}.*[xyz]/.test(line)).every((line) => line.length <= 80)).toBe(true);
    const carets = lines.flatMap((line, i) => (/^ *\^$/.test(line) ? [lines[i - 1]?.charAt(line.length - 1)] : []));
    expect(carets.sort().join('')).toBe('xyz');
  });

  test('colours are for terminals', async () => {
    const painted = (await check({ 'a.yaml': bad }, [], { colours: true })).out;
    expect(painted).toContain('\u001b[31merror:\u001b[0m');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
    expect(painted.replace(/\u001b\[\d+m/g, '')).toBe((await check({ 'a.yaml': bad })).out);
  });
});

test.each(['text', 'json', 'sarif', 'github'])('a secret is not printed as %s', async (format) => {
  const { code, out } = await check({ 'a.yaml': secret }, ['--format', format]);
  expect(code).toBe(1);
  expect(out).toContain('secret-literal');
  expect(out).not.toContain('hunter2');
});

test('nor is one beside another mistake', async () => {
  const { out } = await check({ 'a.yaml': secret.replace('headers', 'heders') });
  expect(out).toContain('field-unknown');
  expect(out).not.toContain('hunter2');
});

describe('as JSON', () => {
  test('one document is printed, with these fields', async () => {
    const { code, out, err } = await check({ 'a.yaml': bad }, ['--format', 'json']);
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(JSON.parse(out)).toEqual({
      issues: [
        expect.objectContaining({ code: 'component-unused', severity: 'warning', line: 3, column: 14 }),
        {
          code: 'component-undefined',
          severity: 'error',
          file: 'a.yaml',
          line: 4,
          column: 64,
          path: 'logs',
          message: 'exporter "debg" is not defined.',
          fix: 'Did you mean "debug"?',
        },
      ],
      summary: { files: 1, objects: 1, errors: 1, warnings: 1 },
    });
  });
});

test('warnings pass, and fail with --strict', async () => {
  expect(await check({ 'a.yaml': unused })).toMatchObject({
    code: 0,
    out: expect.stringContaining('0 errors, 1 warning'),
  });
  expect((await check({ 'a.yaml': unused }, ['--strict'])).code).toBe(1);
});

test('issues come by file, then by line, whatever order the files are named in', async () => {
  const { out } = await check({ 'b.yaml': bad, 'a.yaml': `---\n${bad}` }, ['--format', 'json']);
  const { issues } = JSON.parse(out) as { issues: { file: string; line: number }[] };
  expect(issues.map(({ file, line }) => `${file}:${line}`)).toEqual(['a.yaml:4', 'a.yaml:5', 'b.yaml:3', 'b.yaml:4']);
});

test('a file that is no YAML is an issue, and the others are checked', async () => {
  const { code, out } = await check({ 'a.yaml': 'a: [', 'b.yaml': bad }, ['--format', 'json']);
  expect(code).toBe(1);
  expect(JSON.parse(out)).toMatchObject({
    issues: [{ code: 'yaml-syntax', file: 'a.yaml', line: 1, column: 4 }, { file: 'b.yaml' }, { file: 'b.yaml' }],
    summary: { files: 2, objects: 1 },
  });
});

test('objects in lists are found and counted one by one', async () => {
  const item = (name: string) => ({
    apiVersion: 'opentelemetry.io/v1beta1',
    kind: 'OpenTelemetryCollector',
    metadata: { name },
    spec: { config: { receivers: { otlp: { protocols: { grp: {} } } }, exporters: { debug: {} }, service: {} } },
  });
  const list = { apiVersion: 'v1', kind: 'List', items: [item('one'), item('two')] };
  const { out } = await check({ 'a.json': JSON.stringify(list, undefined, 2) }, ['--format', 'json']);
  const { issues, summary } = JSON.parse(out);
  expect(summary.objects).toBe(2);
  const unknown = issues.filter(({ code }: { code: string }) => code === 'field-unknown');
  expect(unknown.map(({ line, path }: { line: number; path: string }) => `${line} ${path}`)).toEqual([
    '16 one/receivers/otlp/protocols/grp',
    '38 two/receivers/otlp/protocols/grp',
  ]);
});

test('progress is wiped, and nothing else is told', async () => {
  const { err } = await check({ 'a.yaml': good }, [], { interactive: true });
  expect(err).toBe('');
});

test('what kustomize patches other objects with is passed over, and said so', async () => {
  const patch =
    'apiVersion: opentelemetry.io/v1beta1\nkind: OpenTelemetryCollector\nmetadata: { name: a }\nspec: { replicas: 3 }\n';
  const files = { 'kustomization.yaml': 'patches: [{ path: replicas.yaml }]\n', 'replicas.yaml': patch };
  expect(await check(files)).toEqual({
    code: 0,
    out: '2 files, 0 errors, 0 warnings\n',
    err: 'replicas.yaml: passed over, because kustomize patches other objects with it: read what "kustomize build ." prints, with "-" for standard input.\n',
  });
  expect((await check({ 'replicas.yaml': patch })).code).toBe(1);
});
