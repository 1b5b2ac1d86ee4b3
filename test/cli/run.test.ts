import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../src/cli/run';

const good = `
receivers: { otlp: { protocols: { grpc: {} } } }
exporters: { debug: {} }
service: { pipelines: { logs: { receivers: [otlp], exporters: [debug] } } }
`;
const bad = good.replace('exporters: [debug]', 'exporters: [debg]');
const unused = good.replace('{ debug: {} }', '{ debug: {}, debug/spare: {} }');

async function mdai(...argv: string[]) {
  let [out, err] = ['', ''];
  const code = await run(argv, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
  });
  return { code, out, err };
}

function file(text: string, name = 'collector.yaml'): string {
  const path = join(mkdtempSync(join(tmpdir(), 'mdai-cli-')), name);
  writeFileSync(path, text);
  return path;
}

test('check is content with a configuration that the collector takes', async () => {
  expect(await mdai('check', file(good))).toEqual({ code: 0, out: '1 files, 0 errors, 0 warnings\n', err: '' });
});

test('check names the mistake, its place and its fix', async () => {
  const path = file(bad);
  const { code, out } = await mdai('check', path);
  expect(code).toBe(1);
  expect(out).toContain(`error: ${path}/logs: exporter "debg" is not defined.`);
  expect(out).toContain('"debug"');
});

test('as JSON, one document and nothing else', async () => {
  const { code, out, err } = await mdai('check', '--format', 'json', file(bad));
  expect({ code, err }).toEqual({ code: 1, err: '' });
  expect(JSON.parse(out)).toMatchObject({
    issues: expect.arrayContaining([expect.objectContaining({ code: 'component-undefined', severity: 'error' })]),
    summary: { files: 1, objects: 1, errors: 1 },
  });
});

test('warnings pass, and fail with --strict', async () => {
  expect(await mdai('check', file(unused))).toMatchObject({
    code: 0,
    out: expect.stringContaining('0 errors, 1 warnings'),
  });
  expect((await mdai('check', '--strict', file(unused))).code).toBe(1);
});

test('custom resources in folders are read, and other kinds pass', async () => {
  const path = file(
    `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: x}\n---\napiVersion: opentelemetry.io/v1beta1\nkind: OpenTelemetryCollector\nmetadata: {name: gateway}\nspec:\n  config:\n${bad.trim().replace(/^/gm, '    ')}\n`,
  );
  expect(await mdai('check', join(path, '..'))).toMatchObject({
    code: 1,
    out: expect.stringContaining(`${path}/gateway/logs`),
  });
});

test.each<[string, string[], string]>([
  ['no command', [], 'Usage'],
  ['an unknown command', ['chek'], 'there is no command "chek". Did you mean "check"?'],
  ['no path', ['check'], 'name a file'],
  ['a path that is not there', ['check', '/nowhere.yaml'], 'there is no file or folder "/nowhere.yaml"'],
  ['an unknown option', ['check', '--loud', 'x'], 'loud'],
  ['a format that it lacks', ['check', '--format', 'xml', 'x'], '--format is text or json, not "xml"'],
  ['a release that it lacks', ['check', '--release', '0.1.0', 'x'], '--release is 0.159.0 or 0.131.0, not "0.1.0"'],
  ['what is no YAML', ['check', file('a: [')], 'is no YAML'],
])('%s: exit code 2, and why on stderr', async (_, argv, message) => {
  expect(await mdai(...argv)).toEqual({ code: 2, out: '', err: expect.stringContaining(message) });
});

test('help and version are not errors', async () => {
  expect(await mdai('--help')).toMatchObject({ code: 0, out: expect.stringContaining('Usage') });
  expect((await mdai('check', '--help')).code).toBe(0);
});
