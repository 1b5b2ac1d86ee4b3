import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dump, load, loadAll } from 'js-yaml';
import type { ConfigMap } from '../../src/model/config';
import type { Manifest } from '../../src/testing';
import { tool } from '../../tools/locate';
import type { Account } from './kubernetes/accounts';

const examples = join(__dirname, '../../examples');

/** The names of all examples. */
export function exampleNames(): string[] {
  return readdirSync(examples, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
}

/** The objects that an example is expected to synthesize; `npm run synth -- --check` keeps them true. */
export function manifestsOf(example: string): Manifest[] {
  const folder = join(examples, example, 'expected');
  return readdirSync(folder).flatMap((file) => loadAll(readFileSync(join(folder, file), 'utf8')) as Manifest[]);
}

export function ofKind(manifests: readonly Manifest[], kind: string): Manifest[] {
  return manifests.filter((manifest) => manifest.kind === kind);
}

/** The rules that the MDAI operator makes from a hub's alerts; they go into one group, `mdai`. */
export function hubRules({ metadata, spec }: Manifest): Manifest[] {
  return (spec.prometheusAlerts ?? []).map((alert: Manifest) => ({
    alert: alert.name,
    expr: alert.expr,
    ...(alert.for !== undefined && { for: alert.for }),
    labels: { severity: alert.severity },
    annotations: {
      alert_name: alert.name,
      hub_name: metadata.name,
      current_value: '{{ $value | printf "%.2f" }}',
      expression: alert.expr,
    },
  }));
}

/** A collector of an example, with the real program that its image holds. */
export interface ExampleCollector {
  readonly name: string;
  /** The user of the Kubernetes API that its pods are. */
  readonly account: Account;
  readonly config: ConfigMap;
  /** The configuration as its program reads it. */
  readonly text: string;
  /** The folders of its container that volumes are mounted at. */
  readonly mounts: readonly string[];
  /** Its container, where no operator makes it. */
  readonly container?: Manifest;
  /** The path of the program of the same release. */
  readonly program: string;
  /** The arguments of the program, with the configuration in a file. */
  args(file: string): string[];
  /** What its environment holds: secrets made up, the hub's exports as given. */
  environment(exports: Readonly<Record<string, string>>): Record<string, string>;
  /** The variables whose values are in secrets, and in fields of the pod. */
  readonly unknowns: readonly string[];
  /** The names that its hub exports. */
  readonly exports: readonly string[];
}

/** The collectors of an example: of the OpenTelemetry operator, and the containers that need none. */
export function collectorsOf(example: string): ExampleCollector[] {
  const manifests = manifestsOf(example);
  return [
    ...ofKind(manifests, 'OpenTelemetryCollector').map((collector) => custom(collector, manifests)),
    ...manifests.flatMap((workload) => containers(workload, manifests)),
  ];
}

function custom({ metadata, spec }: Manifest, manifests: readonly Manifest[]): ExampleCollector {
  const hub = metadata.labels?.['mydecisive.ai/hub-name'];
  const variables = ofKind(manifests, 'MdaiHub').find((object) => object.metadata.name === hub)?.spec.variables ?? [];
  return {
    ...running(spec),
    name: metadata.name,
    account: { namespace: metadata.namespace, name: spec.serviceAccount },
    config: spec.config,
    text: dump(spec.config),
    args: (file) => [`--config=${file}`],
    exports: variables.flatMap((variable: Manifest) =>
      (variable.serializeAs ?? []).map((entry: Manifest) => entry.name),
    ),
  };
}

const configVariable = 'OTEL_CONFIG';

/** The containers with collectors in the pods of a workload. */
function containers({ metadata, spec }: Manifest, manifests: readonly Manifest[]): ExampleCollector[] {
  const pod = spec?.template?.spec;
  const all: Manifest[] = [...(pod?.initContainers ?? []), ...(pod?.containers ?? [])];
  return all
    .filter(({ image }) => /\/opentelemetry-collector[^/]*:/.test(image))
    .map((container) => {
      const isSidecar = container.args.includes(`--config=env:${configVariable}`);
      const variable = container.env?.find(({ name }: Manifest) => name === configVariable);
      const [path, text] = isSidecar ? ['', expanded(variable.value)] : configFile(container, pod, manifests);
      return {
        ...running(container),
        name: isSidecar ? container.name : metadata.name.replace(/-collector$/, ''),
        account: { namespace: metadata.namespace, name: pod.serviceAccountName ?? 'default' },
        config: load(text) as ConfigMap,
        text,
        container,
        args: (file) => container.args.map((argument: string) => (path ? argument.replace(path, file) : argument)),
        exports: [],
      };
    });
}

/** The file that a container's arguments name: its path, and the text that a ConfigMap has for it. */
function configFile(container: Manifest, pod: Manifest, manifests: readonly Manifest[]): [string, string] {
  for (const { name, mountPath } of container.volumeMounts ?? []) {
    const source = pod.volumes.find((volume: Manifest) => volume.name === name)?.configMap;
    const map = ofKind(manifests, 'ConfigMap').find(({ metadata }) => metadata.name === source?.name);
    for (const { key, path } of source?.items ?? []) {
      const file = `${mountPath}/${path}`;
      if (container.args.includes(`--config=${file}`)) return [file, map!.data[key]];
    }
  }
  throw new Error(`No ConfigMap holds what ${container.name} reads: ${container.args.join(' ')}`);
}

/** What the kubelet makes of `$$` in a value. */
function expanded(value: string): string {
  return value.replaceAll('$$', () => '$');
}

// As long as a key for a hash has to be.
const madeUp = 'made-up-made-up-made-up-made-up-made-up';

function running({ image, env = [], volumeMounts = [] }: Manifest) {
  const release = String(image).split(':').pop();
  return {
    program: tool(`otelcol-${release}` as Parameters<typeof tool>[0]),
    mounts: volumeMounts.map(({ mountPath }: Manifest) => mountPath),
    unknowns: env.filter(({ value }: Manifest) => value === undefined).map(({ name }: Manifest) => name),
    environment: (exports: Readonly<Record<string, string>>): Record<string, string> => ({
      ...Object.fromEntries(env.map(({ name, value }: Manifest) => [name, value ? expanded(value) : madeUp])),
      ...exports,
    }),
  };
}
