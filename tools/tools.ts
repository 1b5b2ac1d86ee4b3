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
  /** The Go variable that says the version at run time, where the program's own build sets it. */
  readonly versionVariable?: string;
  /** Go's build tags. */
  readonly tags?: readonly string[];
  /** Another folder under tools/ whose Go files it is built with: its go.mod replaces a module by it. */
  readonly shared?: string;
}

const promtool = {
  binary: 'promtool',
  package: 'github.com/prometheus/prometheus/cmd/promtool',
  versionVariable: 'github.com/prometheus/common/version.Version',
};

const promql = { binary: 'promql', package: '.', shared: 'promql/judge' };

const alertmanager = {
  version: '0.34.2',
  folder: 'alertmanager/0.34.2',
  shared: 'alertmanager/types',
  versionVariable: 'github.com/prometheus/common/version.Version',
};

/** Every program that the end-to-end tests run, by name. */
export const tools = {
  // With the components that need a cluster or a Kafka; Prometheus' service discovery is only that of Kubernetes.
  'otelcol-0.159.0': {
    version: '0.159.0',
    binary: 'otelcol',
    folder: 'kubernetes-collector/0.159.0',
    tags: ['remove_all_sd', 'enable_kubernetes_sd'],
  },
  'otelcol-0.131.0': { version: '0.131.0', binary: 'otelcol', folder: 'collector/0.131.0' },
  // The clients of other clouds' service discovery are left out: they are most of the build.
  promtool: {
    ...promtool,
    version: '3.15.0',
    folder: 'promtool/3.15.0',
    tags: ['remove_all_sd', 'enable_kubernetes_sd'],
  },
  'promtool-2.54.1': { ...promtool, version: '2.54.1', folder: 'promtool/2.54.1' },
  // What PromQL is in a release, and what its parser says of expressions.
  promql: { ...promql, version: '3.15.0', folder: 'promql/3.15.0' },
  'promql-2.54.1': { ...promql, version: '2.54.1', folder: 'promql/2.54.1' },
  // The server itself, of the same module as its promtool.
  prometheus: {
    ...promtool,
    version: '3.15.0',
    binary: 'prometheus',
    folder: 'prometheus/3.15.0',
    package: 'github.com/prometheus/prometheus/cmd/prometheus',
    tags: ['remove_all_sd', 'enable_kubernetes_sd'],
  },
  alertmanager: {
    ...alertmanager,
    binary: 'alertmanager',
    package: 'github.com/prometheus/alertmanager/cmd/alertmanager',
  },
  amtool: { ...alertmanager, binary: 'amtool', package: 'github.com/prometheus/alertmanager/cmd/amtool' },
  // What the packages of Alertmanager say of configurations and alerts, and the types of a configuration.
  'alertmanager-judge': { ...alertmanager, binary: 'judge', package: '.' },
  'alertmanager-judge-0.28.1': {
    version: '0.28.1',
    binary: 'judge',
    folder: 'alertmanager/0.28.1',
    shared: 'alertmanager/types',
    package: '.',
  },
  // What the Prometheus operator of this release makes of its custom resources.
  promconfig: { version: '0.94.0', binary: 'promconfig', folder: 'promconfig', package: '.' },
  // A Kafka broker in memory, with the topics that its arguments name.
  kafka: { version: '0.0.0-20260918054303-01f206a7e32c', binary: 'kafka', folder: 'kafka', package: '.' },
  // The API server and its store, which take or refuse every object.
  etcd: { version: '3.7.0', binary: 'etcd', folder: 'etcd', package: 'go.etcd.io/etcd/server/v3' },
  'kube-apiserver': {
    version: 'v1.37.1',
    binary: 'kube-apiserver',
    folder: 'kube-apiserver',
    package: 'k8s.io/kubernetes/cmd/kube-apiserver',
    versionVariable: 'k8s.io/component-base/version.gitVersion',
  },
  // The OpenTelemetry operator of tools/go.mod, which makes workloads of collectors.
  'opentelemetry-operator': {
    version: '0.153.0',
    binary: 'operator',
    folder: 'opentelemetry-operator',
    package: 'github.com/open-telemetry/opentelemetry-operator',
    versionVariable: 'github.com/open-telemetry/opentelemetry-operator/internal/version.otelCol',
  },
  // The MDAI operator of tools/go.mod, with its webhooks.
  'mdai-operator': {
    version: '0.2.12',
    binary: 'operator',
    folder: 'mdai-operator',
    package: 'github.com/mydecisive/mdai-operator/cmd',
  },
  // Alerts and requests become values of variables by the packages that MDAI's gateway and event hub are made of.
  'mdai-loop': { version: '0.3.0', binary: 'loop', folder: 'mdai-loop', package: '.' },
  // A Redis in memory, where the values of MDAI's variables are.
  redis: { version: '2.40.0', binary: 'redis', folder: 'redis', package: '.' },
  // What kubectl and the collector read in YAML.
  yaml: { version: '1.6.0', binary: 'yaml', folder: 'yaml', package: '.' },
  // Node.js makes keys, but no certificates.
  certificate: { version: '1', binary: 'certificate', folder: 'certificate', package: '.' },
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
  const folders = [pins, ...(tool.shared === undefined ? [] : [join(__dirname, tool.shared)])];
  const inputs = folders.flatMap((folder) => readdirSync(folder).map((file) => join(folder, file)));
  const builders = ['compile.ts', 'edits.ts', 'go.ts'].map((file) => join(__dirname, file));
  for (const input of [...inputs.sort(), ...builders]) {
    hash.update('\0').update(readFileSync(input));
  }
  return hash.digest('hex').slice(0, 16);
}
