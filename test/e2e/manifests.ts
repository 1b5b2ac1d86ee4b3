import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import type { ConfigMap } from '../../src/model/config';
import type { Manifest } from '../../src/testing';
import { tool } from '../../tools/locate';

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
  readonly config: ConfigMap;
  /** The path of the program of the same release. */
  readonly program: string;
  /** What its environment holds: secrets made up, the hub's exports as given. */
  environment(exports: Readonly<Record<string, string>>): Record<string, string>;
  /** The names that its hub exports. */
  readonly exports: readonly string[];
}

export function collectorsOf(example: string): ExampleCollector[] {
  const manifests = manifestsOf(example);
  return ofKind(manifests, 'OpenTelemetryCollector').map(({ metadata, spec }) => {
    const hub = metadata.labels?.['mydecisive.ai/hub-name'];
    const variables = ofKind(manifests, 'MdaiHub').find((object) => object.metadata.name === hub)?.spec.variables ?? [];
    const release = String(spec.image).split(':').pop();
    return {
      name: metadata.name,
      config: spec.config,
      program: tool(`otelcol-${release}` as Parameters<typeof tool>[0]),
      exports: variables.flatMap((variable: Manifest) =>
        (variable.serializeAs ?? []).map((entry: Manifest) => entry.name),
      ),
      environment: (exports) => ({
        ...Object.fromEntries((spec.env ?? []).map((entry: Manifest) => [entry.name, entry.value ?? 'made-up'])),
        ...exports,
      }),
    };
  });
}
