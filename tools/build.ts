/**
 * Builds the real programs that the end-to-end tests run, all of them or those named, each once for the same inputs.
 */
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { compile } from './compile';
import { edited } from './edited';
import { GoUnavailable } from './go';
import { binaryPath, cacheFolder, type ToolName, toolNames, tools } from './tools';

/** Builds one tool unless the cache has it. Returns the seconds that it took, or `cached`. */
function build(name: ToolName, path: string): string {
  if (existsSync(path)) return 'cached';
  console.error(`building ${name} …`);
  const started = Date.now();
  mkdirSync(cacheFolder(), { recursive: true });
  const scratch = mkdtempSync(join(cacheFolder(), '.building-'));
  try {
    const finished = join(scratch, 'finished');
    compile(edited(tools[name], scratch), join(finished, tools[name].binary), scratch);
    publish(finished, dirname(path));
  } finally {
    rmSync(scratch, { recursive: true });
  }
  return `${((Date.now() - started) / 1000).toFixed(1)} s`;
}

/** A tool appears in the cache whole or not at all. */
function publish(finished: string, folder: string): void {
  try {
    renameSync(finished, folder);
  } catch (error) {
    // Another process may have built the same meanwhile.
    if (!existsSync(folder)) throw error;
  }
}

function main(args: readonly string[]): number {
  const unknown = args.filter((arg) => !toolNames.includes(arg as ToolName));
  if (unknown.length > 0) {
    console.error(`no tool is called ${unknown.join(', ')}\nusage: npm run tools [-- ${toolNames.join(' | ')}]`);
    return 2;
  }
  for (const name of toolNames) {
    if (args.length > 0 && !args.includes(name)) continue;
    const path = binaryPath(name);
    const took = build(name, path);
    console.log([name, tools[name].version, path, took].join('  '));
  }
  return 0;
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = error instanceof GoUnavailable ? 2 : 1;
}
