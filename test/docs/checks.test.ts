// docs/checks.md shows parts of this file.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { Chart } from 'cdk8s';
import { Collector, exporters, log, MdaiApp, processors, receivers } from 'cdk8s-mdai';
import { MdaiValidation } from 'cdk8s-mdai/plugin';
import { find, issuesOf, synthesize } from 'cdk8s-mdai/testing';
import { load } from 'js-yaml';
import { mdai } from '../cli/mdai';

function telemetry() {
  const chart = new Chart(new MdaiApp(), 'telemetry', { namespace: 'telemetry' });
  const otlp = receivers.otlp({ protocols: { grpc: {}, http: {} } });
  const noise = processors.filter('noise', { log_conditions: [log.severity.below('INFO')] });
  const vendor = exporters.otlp_http('vendor', { endpoint: 'https://in.vendor.example' });
  new Collector(chart, 'gateway').pipeline('logs', { from: [otlp], processors: [noise], to: [vendor] });
  return chart;
}

test('the vendor gets no noise', () => {
  const gateway = find(synthesize(telemetry()), 'OpenTelemetryCollector', 'gateway');
  expect(gateway.spec.config.service.pipelines.logs.processors).toContain('filter/noise');
});

test('there is nothing to warn of', () => expect(issuesOf(telemetry())).toEqual([]));

test('what is absent is named, with what is there', () => {
  expect(() => find(synthesize(telemetry()), 'MdaiHub', 'hub')).toThrow(
    'There is no MdaiHub/hub. There are: OpenTelemetryCollector/gateway, ServiceAccount/gateway-collector, NetworkPolicy/gateway-collector.',
  );
});

const file = (name: string) => relative(process.cwd(), join(__dirname, name));

test('mdai check prints what the page shows, for people and for programs', async () => {
  expect(await mdai('check', file('gateway.yaml'))).toEqual({
    code: 1,
    out: readFileSync(file('check.txt'), 'utf8'),
    err: '',
  });
  const { out } = await mdai('check', '--format', 'json', file('gateway.yaml'));
  expect(out).toBe(readFileSync(file('check.json'), 'utf8'));
});

test('exit codes', async () => {
  const examples = file('../../examples/quickstart/expected');
  expect(await mdai('check', examples)).toMatchObject({ code: 0 });
  expect(await mdai('check', '--release', '0.131.0', '--strict', examples)).toMatchObject({ code: 0 });
  expect(await mdai('check', '--strict', file('warned.yaml'))).toMatchObject({ code: 1 });
  expect(await mdai('check', file('warned.yaml'))).toMatchObject({ code: 0 });
  for (const wrong of [['check'], ['check', 'nowhere'], ['check', '--format', 'xml', 'x'], ['mend'], []]) {
    expect(await mdai(...wrong)).toMatchObject({ code: 2, out: '' });
  }
});

test('the plugin is where the page says', () => {
  const { exports } = JSON.parse(readFileSync(file('../../package.json'), 'utf8'));
  const path = exports['./plugin'].default.replace(/^\.\/(.*)\.js$/, './node_modules/cdk8s-mdai/$1');
  expect(load(readFileSync(file('cdk8s.yaml'), 'utf8'))).toMatchObject({
    validations: [{ package: path, class: MdaiValidation.name }],
  });
});

describe('what runs in a pull request, or before a commit', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mdai-snippets-'));
  const bin = join(folder, 'bin');
  // Stands for the one that `npm ci` leads to.
  const npx = [process.execPath, require.resolve('tsx/cli'), join(__dirname, '../../src/cli/mdai.ts')];
  beforeAll(() => {
    mkdirSync(bin);
    mkdirSync(join(folder, 'manifests'));
    writeFileSync(join(bin, 'npx'), `#!/bin/sh\nshift\nexec ${npx.join(' ')} "$@"\n`, { mode: 0o755 });
    copyFileSync(join(__dirname, 'gateway.yaml'), join(folder, 'manifests/gateway.yaml'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const shell = (command: string) =>
    spawnSync('bash', ['-eo', 'pipefail', '-c', command], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, PATH: `${bin}:${process.env.PATH}` },
    });

  /** The steps of a workflow that are commands of ours. */
  const steps = (name: string) => {
    const { jobs } = load(readFileSync(file(name), 'utf8')) as {
      jobs: { check: { steps: Record<string, unknown>[] } };
    };
    return jobs.check.steps;
  };
  const command = (name: string) => String(steps(name).find(({ run: line }) => String(line).includes('mdai'))?.run);

  test('fills the file that is uploaded, and fails', () => {
    const { status, stderr } = shell(command('github-sarif.yaml'));
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    const uploaded = steps('github-sarif.yaml').find(({ uses }) => String(uses).includes('upload-sarif'))?.with;
    const { sarif_file: name } = uploaded as { sarif_file: string };
    const log = JSON.parse(readFileSync(join(folder, name), 'utf8'));
    expect(log.runs[0].results.map(({ ruleId }: { ruleId: string }) => ruleId)).toContain('component-undefined');
  });

  test('prints annotations, and fails', () => {
    const { status, stdout } = shell(command('github-annotations.yaml'));
    expect(status).toBe(1);
    expect(stdout).toContain('::error file=manifests/gateway.yaml,line=21,col=23,title=component-undefined::');
  });

  test('stops the commit', () => {
    const { repos } = load(readFileSync(file('pre-commit.yaml'), 'utf8')) as {
      repos: { hooks: { entry: string; files: string }[] }[];
    };
    const hook = repos[0]?.hooks[0];
    expect(new RegExp(hook?.files ?? '').test('manifests/gateway.yaml')).toBe(true);
    expect(shell(hook?.entry ?? '')).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('component-undefined'),
    });
    writeFileSync(join(folder, 'manifests/gateway.yaml'), 'apiVersion: v1\nkind: Namespace\nmetadata: { name: x }\n');
    expect(shell(hook?.entry ?? '')).toMatchObject({ status: 0 });
  });
});
