import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findComponent } from '../src/catalog/catalog';
import { distributions } from '../src/catalog/distributions';
import type { ComponentFacts, ReleaseFacts } from '../src/catalog/facts';
import { readIndex } from '../src/catalog/generated';
import type { ComponentKind } from '../src/model/component-id';
import { isConfigMap } from '../src/model/config';
import { defaultRelease, mdaiRelease, releases } from '../src/model/release';
import { imports } from './catalogue/targets';

interface Identity {
  readonly module: string;
  readonly version: string;
  readonly stability: string | Readonly<Record<string, string>> | readonly Pair[];
}

interface Pair {
  readonly from: string;
  readonly to: string;
  readonly stability: string;
}

const titles: Readonly<Record<ComponentKind, string>> = {
  receiver: 'Receivers',
  processor: 'Processors',
  exporter: 'Exporters',
  connector: 'Connectors',
  extension: 'Extensions',
};

/** What docs/components/README.md should hold. */
export function componentDocs(): string {
  const index = readIndex();
  const kinds = Object.keys(titles) as ComponentKind[];
  const count = kinds.reduce((sum, kind) => sum + Object.keys(index[kind]).length, 0);
  const sections = kinds.map((kind) => section(kind, Object.keys(index[kind])));
  return `${[
    '# Components',
    '',
    `The ${count} collector components whose configuration is typed and checked, read from the components' own code.`,
    `Signals stand with their stability. "Read from" is the release of contrib whose code was read: where the modules of`,
    `${defaultRelease} itself could not be had, the nearest release that could. A dash in the last column: not described`,
    `for ${mdaiRelease}, so that fields are not checked there.`,
    '',
    'Distributions: every component but those of MDAI is in the image `opentelemetry-collector-contrib`; "core" and "k8s" are',
    'the images `opentelemetry-collector` and `opentelemetry-collector-k8s`.',
    '',
    ...kinds.map((kind) => `- [${titles[kind]}](#${titles[kind].toLowerCase()}) (${Object.keys(index[kind]).length})`),
    '',
    ...sections,
    '<!-- Printed from imports/otelcol by tools/component-docs.ts. -->',
  ].join('\n')}\n`;
}

function section(kind: ComponentKind, types: readonly string[]): string {
  return [
    `## ${titles[kind]}`,
    '',
    '| type | signals | listens on | needs | distributions | read from | in 0.131.0 |',
    '|---|---|---|---|---|---|---|',
    ...types.map((type) => row(kind, type)),
    '',
  ].join('\n');
}

function row(kind: ComponentKind, type: string): string {
  const facts = findComponent(kind, type) as ComponentFacts;
  const [newest, place] = releases
    .map((release) => [facts.in(release), readIndex()[kind][type]?.releases[release]] as const)
    .find(([found]) => found) as [ReleaseFacts, { from: string; file: string }];
  const identity: Identity = JSON.parse(readFileSync(join(imports, place.from, `${place.file}.json`), 'utf8'));
  const cells = [
    `[\`${type}\`](${page(identity)})${facts.alias ? `, older: \`${facts.alias.name}\`` : ''}`,
    signals(identity.stability),
    newest.listens
      .map(
        ({ defaultPort, transport, path }) =>
          `${defaultPort ?? `\`${path.join('.')}\``}${transport === 'udp' ? '/udp' : ''}`,
      )
      .join(', '),
    needs(newest, facts),
    place.from === 'mdai' ? 'MDAI' : held(kind, type),
    place.from,
    facts.in(mdaiRelease)?.readFrom ?? '-',
  ];
  return `| ${cells.join(' | ')} |`;
}

function page({ module, version }: Identity): string {
  const [, repository, folder] = /^(github\.com\/[^/]+\/[^/]+)\/(.*)$/.exec(module) ?? [];
  if (repository !== undefined && folder !== undefined) {
    const reference = repository.includes('open-telemetry') ? version : 'main';
    return `https://${repository}/tree/${reference}/${folder}`;
  }
  const core = module.replace('go.opentelemetry.io/collector/', '');
  return `https://github.com/open-telemetry/opentelemetry-collector/tree/${version}/${core}`;
}

function signals(stability: Identity['stability']): string {
  if (typeof stability === 'string') return stability;
  const entries = Array.isArray(stability)
    ? (stability as readonly Pair[]).map(({ from, to, stability: level }) => [`${from} to ${to}`, level] as const)
    : Object.entries(stability);
  const levels = new Map<string, string[]>();
  for (const [signal, level] of entries) levels.set(level, [...(levels.get(level) ?? []), signal]);
  return [...levels].map(([level, names]) => `${names.join(', ')}: ${level}`).join('; ');
}

/** Fields that have to be given, and extensions that it is or may use. */
function needs({ schema, extensionRefs }: ReleaseFacts, { provides }: ComponentFacts): string {
  const { required, anyOf } = schema;
  const fields = Array.isArray(required) ? required.map((name) => `\`${name}\``) : [];
  const choices = Array.isArray(anyOf)
    ? [anyOf.flatMap((one) => (isConfigMap(one) && Array.isArray(one.required) ? one.required : []))]
    : [];
  const roles = [...new Set(extensionRefs.flatMap(({ role }) => role ?? []))].map((role) => words[role]);
  return [
    ...fields,
    ...choices
      .filter((names) => names.length > 0)
      .map((names) => `one of ${names.map((name) => `\`${name}\``).join(', ')}`),
    ...(roles.length > 0 ? [`takes: ${roles.join(', ')}`] : []),
    ...(provides.length > 0 ? [`is: ${provides.map((role) => words[role]).join(', ')}`] : []),
  ].join('; ');
}

const words = {
  storage: 'storage',
  clientAuth: 'client authentication',
  serverAuth: 'server authentication',
  encoding: 'encoding',
  middleware: 'middleware',
  observer: 'observer',
  leaderElector: 'leader election',
  tailStorage: 'storage of traces',
} as const;

function held(kind: ComponentKind, type: string): string {
  const few = distributions.filter(({ components }) => components[kind].has(type));
  return [...few.map(({ image }) => (image.endsWith('-k8s') ? 'k8s' : 'core')), 'contrib'].join(', ');
}
