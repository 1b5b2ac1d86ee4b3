import { appendFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import type { Manifest } from '../../src/testing';
import { done, installedApp, installedCommand, ran, tarball } from './packed';
import { scratch } from './process';

const folder = scratch();
const app = join(folder, 'shop');
// As a repository on the server, cloned beside the packed package.
const clone = join(folder, 'clone');
const bin = join(folder, 'bin');
const summary = join(folder, 'summary.md');
const comment = join(folder, 'comment.md');

// A program of ours stands before the machine's.
const path = { PATH: `${bin}:${process.env.PATH}` };

const git = 'git -c user.name=a -c user.email=a@shop.example -c init.defaultBranch=main';

// What a new user does: the packed package is installed to have the command, then into the new app.
beforeAll(() => {
  const packed = tarball(folder);
  done(`${installedCommand(folder, packed)} init shop`, folder);
  installedApp(app, packed);
  done(`${git} init && npm run synth && git add . && ${git} commit -m first`, app);
  done(`git clone shop clone`, folder);
  // The program with which a pipeline on GitHub comments.
  mkdirSync(bin);
  writeFileSync(
    join(bin, 'gh'),
    `#!/bin/sh\nfor last; do :; done\necho "$@" > ${comment}\ncat "$last" >> ${comment}\n`,
    {
      mode: 0o755,
    },
  );
}, 900_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('what is committed is the program, its lock and the YAML, and nothing that can be made again', () => {
  const files = done('git ls-files', app).trim().split('\n');
  expect(files).toEqual(expect.arrayContaining(['package-lock.json', 'dist/shop.k8s.yaml', '.gitignore', 'main.ts']));
  expect(files.filter((file) => /^node_modules|\.json$/.test(file)).sort()).toEqual([
    'jest.config.json',
    'package-lock.json',
    'package.json',
    'tsconfig.json',
  ]);
});

test('the YAML is a gateway with its rights and its secret', () => {
  const text = readFileSync(join(app, 'dist/shop.k8s.yaml'), 'utf8');
  for (const part of ['kind: OpenTelemetryCollector', 'namespace: shop', 'Bearer ${env:VENDOR_TOKEN}', 'key: token'])
    expect(text).toContain(part);
});

test.each(['typecheck', 'synth', 'test', 'check', 'graph'])(
  'npm run %s succeeds',
  (script) => {
    expect(ran(`npm run ${script}`, app)).toEqual({ ok: true, output: expect.any(String) });
  },
  120_000,
);

test('the plugin has looked at what was synthesized', () => {
  expect(done('npm run synth', app)).toMatch(/Validation Report .*cdk8s-mdai[\s\S]*success/);
}, 120_000);

test.each(['5.4.5', '7.0.2'])(
  'TypeScript %s compiles it as well',
  (version) => {
    const other = join(folder, `typescript-${version}`);
    mkdirSync(other);
    writeFileSync(join(other, 'package.json'), JSON.stringify({ private: true }));
    done(`npm install --prefer-offline --no-audit --no-fund typescript@${version}`, other);
    expect(ran(`${other}/node_modules/.bin/tsc --noEmit`, app)).toEqual({ ok: true, output: '' });
  },
  300_000,
);

test('every command of the pipeline on GitHub succeeds in a clone, and the picture becomes a comment', () => {
  const workflow = load(readFileSync(join(clone, '.github/workflows/telemetry.yml'), 'utf8')) as Manifest;
  const steps: Manifest[] = workflow.jobs.telemetry.steps.filter(({ run }: Manifest) => run !== undefined);
  expect(steps.length).toBeGreaterThanOrEqual(8);
  const env = { GITHUB_STEP_SUMMARY: summary, PULL_REQUEST: 'https://github.example/shop/pull/1' };
  for (const { run } of steps) done(run, clone, { ...path, ...env });
  for (const file of [summary, comment])
    expect(readFileSync(file, 'utf8')).toMatch(/```mermaid\nflowchart[\s\S]*```\n$/);
  expect(readFileSync(comment, 'utf8')).toMatch(/^pr comment https:\/\/github.example\/shop\/pull\/1 /);
  expect(readFileSync(join(clone, 'graph.html'), 'utf8')).toMatch(/^<!doctype html>/i);
  expect(done('git status --porcelain', clone)).toBe('');
}, 300_000);

test('every command of the pipeline on GitLab does, too', () => {
  const { telemetry } = load(readFileSync(join(clone, '.gitlab-ci.yml'), 'utf8')) as Manifest;
  // The cache that GitLab keeps is that of this machine.
  done('ln -s "$(npm config get cache)" .npm', clone);
  for (const line of telemetry.script) done(line, clone);
  rmSync(join(clone, '.npm'));
}, 300_000);

describe('the pipeline fails', () => {
  const broken = join(folder, 'broken');

  beforeEach(() => {
    rmSync(broken, { recursive: true, force: true });
    cpSync(clone, broken, { recursive: true, filter: (from) => !from.endsWith('/node_modules') });
    done(`ln -s ${join(app, 'node_modules')} node_modules`, broken);
  });

  function edit(file: string, from: string, to: string): void {
    const path = join(broken, file);
    const text = readFileSync(path, 'utf8');
    expect(text).toContain(from);
    writeFileSync(path, text.replace(from, to));
  }

  test('where a rule takes what a test expects elsewhere', () => {
    edit('teams/payments.ts', "'payment.declined'", "'payment.refused'");
    const { ok, output } = ran('npm test', broken);
    expect({ ok, output }).toEqual({
      ok: false,
      output: expect.stringContaining('but it reached "otlp_http/archive"'),
    });
  });

  test('where a program is changed and its YAML is not committed', () => {
    edit('destinations.ts', 'in.vendor.example', 'in.other.example');
    done('npm run synth', broken);
    expect(ran('git diff --exit-code -- dist', broken)).toMatchObject({ ok: false });
  });

  test('where YAML by hand lies beside it, with a mistake', () => {
    const text = readFileSync(join(broken, 'dist/shop.k8s.yaml'), 'utf8').replace(
      '- otlp_http/vendor',
      '- otlp_http/vender',
    );
    writeFileSync(join(broken, 'dist/by-hand.k8s.yaml'), text);
    const { ok, output } = ran('npm run check', broken);
    expect({ ok, output }).toEqual({ ok: false, output: expect.stringContaining('Did you mean "otlp_http/vendor"?') });
  });

  test('where types do not fit', () => {
    appendFileSync(join(broken, 'main.ts'), "\ngateway('app');\n");
    expect(ran('npm run typecheck', broken)).toMatchObject({ ok: false });
  });
});
