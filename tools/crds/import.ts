import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CustomResourceDefinition } from './schema';

const cdk8s = join(__dirname, '../../node_modules/.bin/cdk8s');

/** What `cdk8s import` of the pinned cdk8s-cli writes for the definitions of one API group. */
export function importGroup(group: string, definitions: readonly CustomResourceDefinition[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'cdk8s-mdai-imports-'));
  try {
    // JSON is YAML, and keeps its order.
    writeFileSync(join(folder, 'crds.yaml'), definitions.map((crd) => JSON.stringify(crd)).join('\n---\n'));
    const args = [
      'import',
      'crds.yaml',
      '--language',
      'typescript',
      '--output',
      '.',
      '--no-save',
      '--no-check-upgrade',
    ];
    const run = spawnSync(cdk8s, args, { cwd: folder, encoding: 'utf8' });
    if (run.error) throw new Error(`cannot run cdk8s (${run.error.message}): run "npm ci"`);
    if (run.status !== 0) throw new Error(`cdk8s ${args.join(' ')}\n${run.stdout}${run.stderr}`);
    return readFileSync(join(folder, `${group}.ts`), 'utf8');
  } finally {
    rmSync(folder, { recursive: true });
  }
}
