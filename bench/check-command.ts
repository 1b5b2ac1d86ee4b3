import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { tool } from '../tools/locate';
import { collectorManifest } from './manifests';
import { median, report } from './measure';

const command = join(__dirname, '../lib/src/cli/mdai.js');
const repetitions = 5;

/**
 * `mdai check` as people run it, start-up included: a small file beside a Node.js that does nothing, and many files beside a
 * parser that reads the same and checks nothing, and beside the collector's own `validate`, which takes one file at a time.
 */
export function benchCheckCommand(): void {
  if (!existsSync(command)) {
    report({ bench: 'check-command', skipped: 'lib is not there: run `npm run build`' });
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'mdai-bench-'));
  try {
    small(folder);
    const lines = collectorManifest(0).split('\n').length - 1;
    many(folder, 'many', 1000, 1);
    many(folder, 'one-file', 1, Math.ceil(50_000 / lines));
    many(folder, 'small-files', 10_000, 0);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function small(folder: string): void {
  const file = join(folder, 'small.yaml');
  writeFileSync(file, collectorManifest(0));
  const nothing = join(folder, 'nothing.js');
  writeFileSync(nothing, '');
  const runs = Array.from({ length: repetitions }, () => [
    timed(['node', nothing]),
    timed(['node', command, 'check', file]),
  ]);
  const [idle = 0, ms = 0] = [0, 1].map((i) => median(runs.map((run) => run[i]?.ms ?? Number.NaN)));
  report({ bench: 'check-command', files: 1, ms, nodeMs: idle, timesNode: ms / idle });
}

/** @param collectors in each file; 0 for one of another kind, which has nothing to check */
function many(folder: string, name: string, files: number, collectors: number): void {
  const inner = join(folder, name);
  mkdirSync(inner);
  const other = 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: other }\ndata:\n  a: b\n';
  let lines = 0;
  for (let i = 0; i < files; i++) {
    const objects = Array.from({ length: collectors }, (_, j) => collectorManifest(i * collectors + j));
    const text = collectors === 0 ? other : objects.join('---\n');
    lines += text.split('\n').length - 1;
    writeFileSync(join(inner, `${i}.yaml`), text);
  }
  const parser = join(__dirname, 'check-parse-child.ts');
  const loader = pathToFileURL(require.resolve('tsx')).href;
  const parsed = timed(['node', '--import', loader, parser, inner]);
  const { ms, peakMiB } = timed(['node', command, 'check', inner]);
  report({
    bench: `check-command-${name}`,
    files,
    lines,
    ms,
    peakMiB,
    parserMs: parsed.ms,
    timesParser: ms / parsed.ms,
  });
  if (files !== 1000) return;
  const config = join(folder, 'config.yaml');
  writeFileSync(config, collectorManifest(0).split('\n  config:\n')[1]?.replace(/^ {4}/gm, '') ?? '');
  const validate = median(
    Array.from({ length: repetitions }, () => timed([tool('otelcol-0.159.0'), 'validate', '--config', config]).ms),
  );
  report({
    bench: 'check-command-validate',
    msPerFile: ms / files,
    validateMsPerFile: validate,
    timesFaster: validate / (ms / files),
  });
}

/** What a program takes. @throws if it fails */
function timed([program = '', ...args]: readonly string[]): { readonly ms: number; readonly peakMiB: number } {
  const start = performance.now();
  const isNode = program === 'node';
  const hook = `process.on('exit', () => process.stderr.write('\\npeak ' + process.resourceUsage().maxRSS))`;
  const node = ['--import', `data:text/javascript,${encodeURIComponent(hook)}`, ...args];
  const { status, stderr } = spawnSync(isNode ? process.execPath : program, isNode ? node : args, { encoding: 'utf8' });
  const ms = performance.now() - start;
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${status}:\n${stderr}`);
  return { ms, peakMiB: Number(/peak (\d+)/.exec(stderr)?.[1] ?? Number.NaN) / 1024 };
}
