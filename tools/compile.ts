import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyEdits } from './edits';
import { go, requireGo } from './go';
import { pinsOf, type Tool } from './tools';

const flags = ['-trimpath', '-buildvcs=false'];

/** Builds a tool into `output`; `scratch` is an empty folder that it may fill. Everything comes from the tool's pins. */
export function compile(tool: Tool, output: string, scratch: string): void {
  const pins = pinsOf(tool);
  requireGo(/^go (.+)$/m.exec(readFileSync(join(pins, 'go.mod'), 'utf8'))?.[1] ?? '0', pins);
  const tags = `-tags=${tool.tags?.join(',') ?? ''}`;
  if (tool.package === undefined) {
    go(['build', ...flags, '-ldflags=-s -w', tags, '-o', output, '.'], writeCollectorMain(pins, scratch));
    return;
  }
  const version = tool.versionVariable === undefined ? '' : ` -X ${tool.versionVariable}=${tool.version}`;
  go(['build', ...flags, `-ldflags=-s -w${version}`, tags, '-o', output, tool.package], pins);
}

/** Lets the pinned OpenTelemetry Collector Builder write a main package from the manifest. Returns its folder. */
export function writeCollectorMain(pins: string, scratch: string): string {
  const manifest = join(pins, 'manifest.yaml');
  checkManifest(manifest, join(pins, 'go.mod'));
  const builder = join(scratch, 'builder');
  go(['build', ...flags, '-o', builder, 'go.opentelemetry.io/collector/cmd/builder'], pins);
  const main = join(scratch, 'main');
  mkdirSync(main);
  // Without --skip-get-modules it would run `go mod tidy`, which asks for the modules of other modules' tests as well.
  const args = ['--config', manifest, '--skip-compilation', '--skip-get-modules', '--skip-strict-versioning'];
  const run = spawnSync(builder, args, { cwd: main, encoding: 'utf8' });
  if (run.error) throw run.error;
  if (run.status !== 0) throw new Error(`builder ${args.join(' ')}\n${run.stdout}${run.stderr}`);
  for (const file of ['go.mod', 'go.sum']) copyFileSync(join(pins, file), join(main, file));
  applyEdits(pins, main);
  return main;
}

/** The versions in a manifest are only words in the binary: those in go.mod are built. They must be the same. */
function checkManifest(manifest: string, goMod: string): void {
  const required = readFileSync(goMod, 'utf8')
    .split('\n')
    .map((line) => line.trim());
  const modules = readFileSync(manifest, 'utf8').matchAll(/^ *- gomod: (.+)$/gm);
  const missing = [...modules].map((match) => match[1] ?? '').filter((module) => !required.includes(module));
  if (missing.length > 0) throw new Error(`${goMod} does not require what the manifest lists:\n${missing.join('\n')}`);
}
