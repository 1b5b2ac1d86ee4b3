import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '../..');
const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
// The oldest compiler that users may have, ours, and the newest.
const compilers = { 'typescript-5.4': '5.4.5', 'typescript-6': devDependencies.typescript, 'typescript-7': '7.0.2' };
const folder = mkdtempSync(join(tmpdir(), 'cdk8s-mdai-package-'));

function run(command: string, args: readonly string[], cwd = folder): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed:\n${error ?? ''}${stdout}${stderr}`);
  return stdout;
}

/** The programs with mistakes of test/types.test.ts, for the packed types. */
function mistakes(): string {
  const text = readFileSync(join(root, 'test/types.test.ts'), 'utf8');
  const end = text.indexOf("\ntest('");
  return `${text.slice(0, end).replace("'../src/index'", "'cdk8s-mdai'")}\nvoid programs;\n`;
}

// Installs the packed package as a user does, beside the versions of its peers that this repository has.
beforeAll(() => {
  run('npm', ['pack', '--pack-destination', folder], root);
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'))!;
  const program = readFileSync(join(__dirname, 'program.ts'), 'utf8');
  for (const name of ['program.cts', 'program.mts']) writeFileSync(join(folder, name), program);
  writeFileSync(join(folder, 'types.cts'), mistakes());
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true }));
  const compilerOptions = { strict: true, module: 'nodenext', target: 'es2022', lib: ['es2022', 'dom'], types: [] };
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ compilerOptions, files: ['program.cts', 'program.mts', 'types.cts'] }),
  );
  const peers = ['cdk8s', 'constructs'].map((name) => `${name}@${devDependencies[name]}`);
  const aliases = Object.entries(compilers).map(([name, version]) => `${name}@npm:typescript@${version}`);
  run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', `./${tarball}`, ...peers, ...aliases]);
}, 300_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(Object.keys(compilers))(
  '%s compiles users of CommonJS and of ES modules',
  (compiler) => {
    const tsc = join(folder, 'node_modules', compiler, 'bin/tsc');
    run(process.execPath, [tsc, '-p', '.']);
    for (const program of ['program.cjs', 'program.mjs']) {
      expect(JSON.parse(run(process.execPath, [program]).trim().split('\n').pop()!)).toEqual({
        objects: ['OpenTelemetryCollector', 'ServiceAccount', 'NetworkPolicy'],
        issues: [],
      });
      rmSync(join(folder, program));
    }
  },
  120_000,
);

test('one copy each of cdk8s and constructs is installed', () => {
  expect(existsSync(join(folder, 'node_modules/cdk8s-mdai/node_modules/cdk8s'))).toBe(false);
  expect(existsSync(join(folder, 'node_modules/cdk8s-mdai/node_modules/constructs'))).toBe(false);
});

test('the package holds the library and its types alone', () => {
  const top = readdirSync(join(folder, 'node_modules/cdk8s-mdai')).filter((name) => name !== 'node_modules');
  expect(top.sort()).toEqual(['LICENSE', 'README.md', 'lib', 'package.json']);
});

test('the command runs', () => {
  const mdai = join(folder, 'node_modules/.bin/mdai');
  expect(run(mdai, ['--version'])).toBe(`${JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version}\n`);
  expect(JSON.parse(run(mdai, ['check', '--format', 'json', 'out'])).summary).toMatchObject({ errors: 0 });
});

describe('the validation plugin in a real cdk8s synth', () => {
  const cdk8s = join(root, 'node_modules/.bin/cdk8s');
  const synth = (exporter: string, properties?: object) => {
    const validation = {
      package: './node_modules/cdk8s-mdai/lib/src/plugin',
      version: '0.1.0',
      class: 'MdaiValidation',
      properties,
    };
    writeFileSync(
      join(folder, 'cdk8s.yaml'),
      JSON.stringify({ app: `node app.js ${exporter}`, validations: [validation] }),
    );
    writeFileSync(
      join(folder, 'app.js'),
      `const { App, Chart, ApiObject } = require('cdk8s');
       const app = new App();
       const config = { receivers: { otlp: { protocols: { grpc: { endpoint: '0.0.0.0:4317' } } } }, exporters: { debug: {}, nop: {} },
         service: { pipelines: { logs: { receivers: ['otlp'], exporters: [process.argv[2], 'nop'] } } } };
       if (process.argv[2] === 'nop') config.service.pipelines.logs.exporters.pop();
       new ApiObject(new Chart(app, 'plain'), 'gateway', {
         apiVersion: 'opentelemetry.io/v1beta1', kind: 'OpenTelemetryCollector', metadata: { name: 'gateway' }, spec: { config } });
       app.synth();`,
    );
    const report = 'dist/report.json';
    const { status, stdout, stderr } = spawnSync(cdk8s, ['synth', '--validation-reports-output-file', report], {
      cwd: folder,
      encoding: 'utf8',
    });
    const written = join(folder, report);
    return { status, told: stdout + stderr, report: existsSync(written) ? readFileSync(written, 'utf8') : '' };
  };

  test('lets a manifest without mistakes pass', () => {
    expect(synth('debug')).toMatchObject({ status: 0 });
  }, 60_000);

  test('fails on one with a mistake, and says where and what to write', () => {
    const { status, told } = synth('debg');
    expect(status).toBe(2);
    expect(told).toMatch(/component-undefined[\s\S]*"debg" is not defined[\s\S]*debug/);
    // The line and column of the exporter in the file that was synthesized.
    const lines = readFileSync(join(folder, 'dist/plain.k8s.yaml'), 'utf8').split('\n');
    const line = lines.findIndex((text) => text.trim() === '- debg') + 1;
    expect(told).toContain(`${line}:${(lines[line - 1] ?? '').indexOf('debg') + 1} gateway/logs`);
  }, 60_000);

  test('lets warnings pass, and tells them in the report', () => {
    const { status, report } = synth('nop');
    expect(status).toBe(0);
    expect(report).toContain('component-unused');
  }, 60_000);

  test('fails on warnings where it is strict', () => {
    const { status, told } = synth('nop', { strict: true });
    expect(status).toBe(2);
    expect(told).toContain('component-unused');
  }, 60_000);

  test('holds collectors against the release that it is told', () => {
    const { told } = synth('debug', { release: '0.1.0' });
    expect(told).toContain('"release" of MdaiValidation is 0.159.0 or 0.131.0, not "0.1.0"');
  }, 60_000);

  test('says of many manifests with mistakes what the command says', () => {
    const broken = JSON.stringify(join(root, 'test/cli/broken'));
    writeFileSync(join(folder, 'copy.js'), `require('node:fs').cpSync(${broken}, 'broken', { recursive: true });`);
    const validation = {
      package: './node_modules/cdk8s-mdai/lib/src/plugin',
      version: '0.1.0',
      class: 'MdaiValidation',
    };
    writeFileSync(join(folder, 'cdk8s.yaml'), JSON.stringify({ app: 'node copy.js', validations: [validation] }));
    const args = ['synth', '--output', 'broken', '--validation-reports-output-file', 'report.json'];
    expect(spawnSync(cdk8s, args, { cwd: folder, encoding: 'utf8' }).status).toBe(2);
    const [{ violations }] = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')).reports;
    const mdai = join(folder, 'node_modules/.bin/mdai');
    const { stdout } = spawnSync(mdai, ['check', '--format', 'json', 'broken'], {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
    });
    const errors = JSON.parse(stdout).issues.filter(({ severity }: { severity: string }) => severity === 'error');
    expect(errors.length).toBeGreaterThan(100);
    expect(
      violations.map(
        ({ ruleName, recommendation, fix, violatingConstructs: [{ locations, manifestPath }] }: Violation) => {
          return [ruleName, recommendation, fix, manifestPath, ...locations];
        },
      ),
    ).toEqual(
      errors.map(({ code, message, fix, file, line, column, path }: Record<string, string>) => {
        return [code, message, fix, file, [`${line}:${column}`, path].filter(Boolean).join(' ')];
      }),
    );
  }, 60_000);
});

/** A violation, as cdk8s-cli writes it to a file. */
interface Violation {
  readonly ruleName: string;
  readonly recommendation: string;
  readonly fix: string;
  readonly violatingConstructs: readonly [{ readonly locations: readonly string[]; readonly manifestPath: string }];
}
