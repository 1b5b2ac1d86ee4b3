import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { goVersion } from './go';

/** How one of the real programs that judge our output is built. */
export interface Tool {
  /** The release, as the program says it. */
  readonly version: string;
  /** The name of the executable. */
  readonly binary: string;
  /** The folder, under tools/, of the go.mod and go.sum that pin every module; a collector's manifest is there too. */
  readonly folder: string;
  /** The Go package of the program: `.` is in the folder itself; a collector's is written by the builder, from the manifest. */
  readonly package?: string;
  /** The Go variable that holds what `--version` prints, where the program's own build sets it. */
  readonly versionVariable?: string;
  /** Go's build tags. */
  readonly tags?: readonly string[];
}

const promtool = {
  binary: 'promtool',
  package: 'github.com/prometheus/prometheus/cmd/promtool',
  versionVariable: 'github.com/prometheus/common/version.Version',
};

/** Every program that the end-to-end tests run, by name. */
export const tools = {
  'otelcol-0.159.0': { version: '0.159.0', binary: 'otelcol', folder: 'collector/0.159.0' },
  'otelcol-0.131.0': { version: '0.131.0', binary: 'otelcol', folder: 'collector/0.131.0' },
  // The clients of other clouds' service discovery are left out: they are most of the build.
  promtool: {
    ...promtool,
    version: '3.15.0',
    folder: 'promtool/3.15.0',
    tags: ['remove_all_sd', 'enable_kubernetes_sd'],
  },
  'promtool-2.54.1': { ...promtool, version: '2.54.1', folder: 'promtool/2.54.1' },
  // What the Prometheus operator of this release makes of its custom resources.
  promconfig: { version: '0.94.0', binary: 'promconfig', folder: 'promconfig', package: '.' },
} as const satisfies Record<string, Tool>;

/** The name of a program in the table. */
export type ToolName = keyof typeof tools;

/** The names, in the order in which they are built. */
export const toolNames = Object.keys(tools) as ToolName[];

/** The folder of a tool's pins. */
export function pinsOf(tool: Tool): string {
  return join(__dirname, tool.folder);
}

/** Where built programs are kept, outside the repository so that checkouts share them. */
export function cacheFolder(): string {
  const { MDAI_TOOLS_CACHE, XDG_CACHE_HOME } = process.env;
  return resolve(MDAI_TOOLS_CACHE || join(XDG_CACHE_HOME || join(homedir(), '.cache'), 'cdk8s-mdai', 'tools'));
}

/** The file that a tool's build leaves: its folder's name changes with anything that goes into the build. */
export function binaryPath(name: ToolName): string {
  const tool: Tool = tools[name];
  return join(cacheFolder(), `${name}-${inputsHash(tool)}`, tool.binary);
}

function inputsHash(tool: Tool): string {
  const pins = pinsOf(tool);
  const hash = createHash('sha256');
  hash.update(JSON.stringify([tool, goVersion(pins), process.platform, process.arch]));
  const inputs = readdirSync(pins).map((file) => join(pins, file));
  for (const input of [...inputs.sort(), join(__dirname, 'compile.ts'), join(__dirname, 'go.ts')]) {
    hash.update('\0').update(readFileSync(input));
  }
  return hash.digest('hex').slice(0, 16);
}
