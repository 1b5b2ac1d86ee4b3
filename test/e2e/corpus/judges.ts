import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { dump } from 'js-yaml';
import { findComponent } from '../../../src/catalog/catalog';
import { readIndex } from '../../../src/catalog/generated';
import { type ComponentKind, parseComponentId } from '../../../src/model/component-id';
import { type ConfigMap, type ConfigValue, isConfigMap } from '../../../src/model/config';
import type { Release } from '../../../src/model/release';
import type { Manifest } from '../../../src/testing';
import { isOfMachine, Judge } from '../../../tools/catalogue/judge';
import { tool } from '../../../tools/locate';
import { run, scratch, yamlFile } from '../process';
import type { Configuration } from './manifests';

const kinds = ['receiver', 'processor', 'exporter', 'connector', 'extension'] as const;

/** What stands for a type that the program lacks; a connector's stand-in goes between the same signals. */
const standIns: Readonly<Record<ComponentKind, string>> = {
  receiver: 'otlp',
  processor: 'batch',
  exporter: 'nop',
  connector: 'count',
  extension: 'zpages',
};
const forwarding: readonly string[] = ['failover', 'round_robin', 'roundrobin'];
const listening: ConfigMap = { protocols: { grpc: {} } };

const folder = scratch();
const judges = new Map<string, Judge>();

/** Ends the programs that were started, and removes what they read. */
export async function close(): Promise<void> {
  await Promise.all([...judges.values()].map((judge) => judge.close()));
  rmSync(folder, { recursive: true, force: true });
}

/**
 * Why the real collector of a release, or the real components that its program here lacks, refuse a configuration.
 * Types of own builds are not asked for.
 */
export async function refusals(
  { config, text, env }: Configuration,
  release: Release,
  own: readonly string[],
): Promise<string[]> {
  const all = components(config);
  const others = all.filter(({ kind, type }) => !has(release, kind, type));
  const refused: string[] = [];
  for (const { kind, id, type, body } of others.filter(({ type }) => !own.includes(type))) {
    const message = await judged(kind, type, expanded(body), release);
    if (message !== undefined) refused.push(`${kind} ${id}: ${message}`);
  }
  const file = join(folder, 'collector.yaml');
  writeFileSync(file, atHome(others.length === 0 ? text : dump(withStandIns(config, others))));
  const { ok, output } = run(tool(`otelcol-${release}`), ['validate', `--config=${file}`], {
    ...environment(text),
    ...env,
    KUBECONFIG: yamlFile(folder, 'kubeconfig.yaml', nowhere),
  });
  return ok ? refused : [...refused, output];
}

interface Found {
  readonly kind: ComponentKind;
  readonly id: string;
  readonly type: string;
  readonly body: ConfigValue;
}

function components(config: ConfigMap): Found[] {
  return kinds.flatMap((kind) => {
    const section = config[`${kind}s`];
    return Object.entries(isConfigMap(section) ? section : {}).map(([id, body]) => ({
      kind,
      id,
      type: parseComponentId(id)!.type,
      body: body ?? {},
    }));
  });
}

// The program has it of a release that knew one name only.
const withoutOlderName: readonly string[] = ['k8sobjects'];

const lists = new Map<Release, string>();

/** Whether the program of a release has a type, by its name or the one that it had before. */
function has(release: Release, kind: ComponentKind, type: string): boolean {
  if (!lists.has(release)) lists.set(release, run(tool(`otelcol-${release}`), ['components']).output);
  const section = new RegExp(`^${kind}s:\\n((?: .*\\n)*)`, 'm').exec(lists.get(release)!)?.[1] ?? '';
  const types = [...section.matchAll(/- name: (\S+)/g)].map(([, name = '']) => name);
  if (withoutOlderName.includes(type)) return false;
  const facts = findComponent(kind, type);
  return [type, facts?.type, facts?.alias?.name].some((name) => name !== undefined && types.includes(name));
}

/** What the component itself says, of the release that the catalogue describes it from. */
async function judged(
  kind: ComponentKind,
  type: string,
  config: ConfigValue,
  release: Release,
): Promise<string | undefined> {
  const newest = findComponent(kind, type)?.type;
  const place = newest && readIndex()[kind][newest]?.releases[release];
  if (!place) return `nobody knows "${type}" of ${release}`;
  const judge = judges.get(place.from) ?? new Judge(place.from);
  judges.set(place.from, judge);
  const [verdict] = await judge.ask([{ id: type, kind, type: basename(place.file), config }]);
  return verdict!.accepted || isOfMachine(verdict!) ? undefined : verdict!.message;
}

/** The configuration with components that the program has in place of those that it lacks. */
function withStandIns(config: ConfigMap, others: readonly Found[]): ConfigMap {
  const names = new Map(
    others.map(({ kind, id, type }) => [`${kind} ${id}`, `${standIn(kind, type)}/${id.replaceAll('/', '-')}`]),
  );
  const renamed = (id: string, ...of: readonly ComponentKind[]) =>
    of.map((kind) => names.get(`${kind} ${id}`)).find((name) => name !== undefined) ?? id;
  const sections = kinds.flatMap((kind) => {
    const section = config[`${kind}s`];
    if (!isConfigMap(section)) return [];
    const entries = Object.entries(section).map(([id, body]) => {
      const name = renamed(id, kind);
      return [name, name === id ? body : kind === 'receiver' ? listening : {}];
    });
    return [[`${kind}s`, Object.fromEntries(entries)]];
  });
  const service = config.service as Manifest;
  const pipelines = Object.entries(service.pipelines as Manifest).map(([id, pipeline]) => [
    id,
    Object.fromEntries(
      Object.entries(pipeline as Manifest).map(([part, ids]) => [
        part,
        (ids ?? []).map((id: string) => renamed(id, ...kindsIn[part as keyof typeof kindsIn])),
      ]),
    ),
  ]);
  return {
    ...config,
    ...Object.fromEntries(sections),
    service: {
      ...service,
      ...(service.extensions && { extensions: service.extensions.map((id: string) => renamed(id, 'extension')) }),
      pipelines: Object.fromEntries(pipelines),
    },
  };
}

/** The kinds of the components that a part of a pipeline names. */
const kindsIn = {
  receivers: ['receiver', 'connector'],
  processors: ['processor'],
  exporters: ['exporter', 'connector'],
} as const;

function standIn(kind: ComponentKind, type: string): string {
  return kind === 'connector' && forwarding.includes(type) ? 'forward' : standIns[kind];
}

const reference = /\$\{(?:env:)?([A-Za-z_][A-Za-z0-9_]*)(?::-([^}]*))?\}/g;

/** Values for the variables that a text names, as the machine needs them. */
function environment(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(reference)].map(([, name = '', fallback]) => [name, madeFor(name, fallback)]),
  );
}

// As long as a key for a hash has to be.
const madeUp = 'made-up-made-up-made-up-made-up';

function madeFor(name: string, fallback?: string): string {
  if (fallback !== undefined) return fallback;
  if (/(^|_)(IP|HOST|INTERFACE|NODE_NAME)$/.test(name)) return '127.0.0.1';
  if (/(URL|ENDPOINT)$/.test(name)) return 'https://in.vendor.example';
  if (/PORT$/.test(name)) return '4319';
  return /(MIB|RATIO|PERCENT|REPLICAS|SIZE)$/.test(name) ? '50' : madeUp;
}

/** A section as its component gets it. */
function expanded(body: ConfigValue): ConfigValue {
  return JSON.parse(JSON.stringify(body), (_, value) => (typeof value === 'string' ? typed(value) : value));
}

function typed(text: string): ConfigValue {
  const whole = new RegExp(`^${reference.source}$`).test(text);
  const value = text
    .replaceAll(/\$\{file:[^}]+\}/g, madeUp)
    .replaceAll(reference, (_, name: string, fallback?: string) => madeFor(name, fallback))
    .replaceAll('$$', () => '$');
  return whole && /^\d+$/.test(value) ? Number(value) : value;
}

/** The text for a machine that is no pod: with folders and files of its own, and without a service account. */
function atHome(text: string): string {
  return text
    .replaceAll(/\$\{file:([^}]+)\}/g, (_, path: string) => `\${file:${existing(path)}}`)
    .replaceAll(/\b(directory|storage_dir): (['"]?)(\/[^\s'"]+)\2/g, (_, key: string, __, path: string) => {
      mkdirSync(join(folder, path), { recursive: true });
      return `${key}: ${join(folder, path)}`;
    })
    .replaceAll(
      /\b(bearer_token_file|credentials_file): (\/[^\s,}]+)/g,
      (_, key: string, path: string) => `${key}: ${existing(path)}`,
    )
    .replaceAll(/\broot_path: \S+/g, 'root_path: /')
    .replaceAll(/auth_type: (['"]?)serviceAccount\1/g, 'auth_type: kubeConfig');
}

function existing(path: string): string {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, madeUp);
  return file;
}

/** A kubeconfig of which nobody makes use. */
const nowhere = {
  clusters: [{ name: 'nowhere', cluster: { server: 'https://127.0.0.1:1' } }],
  contexts: [{ name: 'nowhere', context: { cluster: 'nowhere' } }],
  'current-context': 'nowhere',
};
