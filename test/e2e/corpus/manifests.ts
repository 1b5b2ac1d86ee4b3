import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CORE_SCHEMA, dump, load, loadAll, mergeTag } from 'js-yaml';
import { type ConfigMap, isConfigMap } from '../../../src/model/config';
import { type Release, releases } from '../../../src/model/release';
import type { Manifest } from '../../../src/testing';

export const corpus = join(__dirname, '../../convert/corpus');

// As kubectl and the collector read it.
const schema = CORE_SCHEMA.withTags(mergeTag);

/** A row of the corpus' table. */
export interface Row {
  readonly file: string;
  /** The release of the collectors in it. */
  readonly release: Release;
  /** The types of components that only the image of that team has. */
  readonly own: readonly string[];
  /** The page whose facts it follows. */
  readonly page?: string;
}

/** The rows of the table in README.md: file, form, release, what it covers, own components, page. */
export function rows(): Row[] {
  return readFileSync(join(corpus, 'README.md'), 'utf8')
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .filter(([, file]) => /^\[\d{3}-[a-z0-9-]+\.yaml\]/.test(file ?? ''))
    .map(([, file = '', , release = '', , own = '', page = '']) => ({
      file: /^\[(.+?)\]/.exec(file)![1]!,
      release: releases.find((known) => known === release)!,
      own: own.split(',').flatMap((type) => /`(.+)`/.exec(type)?.[1] ?? []),
      ...(page !== '' && { page: page.replace(/^<|>$/g, '') }),
    }));
}

/** The files of the folder that are manifests. */
export function files(): string[] {
  return readdirSync(corpus).filter((name) => name.endsWith('.yaml'));
}

export function textOf(file: string): string {
  return readFileSync(join(corpus, file), 'utf8');
}

/** The documents of a file; the items of a List stand for it. */
export function documentsOf(file: string): Manifest[] {
  const documents = loadAll(textOf(file), { schema }) as (Manifest | null)[];
  return documents.flatMap((one) => (one === null ? [] : one.kind === 'List' ? one.items : [one]));
}

/** The documents that are Kubernetes objects. */
export function objectsOf(file: string): Manifest[] {
  return documentsOf(file).filter(({ kind }) => kind !== undefined);
}

/** A configuration of a collector, as text: where it stands in its file, and what a collector reads. */
export interface Configuration {
  readonly where: string;
  readonly text: string;
  readonly config: ConfigMap;
  /** The variables that its pod has by value. */
  readonly env: Readonly<Record<string, string>>;
}

/** The configurations in a file, wherever they are. */
export function configurationsOf(file: string): Configuration[] {
  return documentsOf(file).flatMap((document, i, all) => {
    const { kind, metadata, spec } = document;
    if (kind === undefined) {
      // Of several documents in a file the collector reads the first.
      const text = all.length === 1 ? textOf(file) : dump(document);
      return isConfiguration(document) ? [{ where: `document ${i + 1}`, text, config: document, env: {} }] : [];
    }
    const values = (spec?.env ?? []).filter(({ value }: Manifest) => value !== undefined);
    const env = Object.fromEntries(values.map(({ name, value }: Manifest) => [name, value]));
    const at = (part: string, text: unknown) => read(`${kind}/${metadata.name}/${part}`, text, env);
    if (kind === 'OpenTelemetryCollector') {
      return at('config', typeof spec.config === 'string' ? spec.config : dump(spec.config));
    }
    const texts: [string, unknown][] = [
      ...Object.entries(document.data ?? {}).map(([key, text]): [string, unknown] => [key, decoded(kind, text)]),
      ...Object.entries(document.stringData ?? {}),
      ...containersOf(document).flatMap(({ env = [] }) => env.map(({ name, value }: Manifest) => [name, value])),
    ];
    return texts.flatMap(([part, text]) => at(part, text));
  });
}

function read(where: string, text: unknown, env: Configuration['env']): Configuration[] {
  if (typeof text !== 'string' || !text.includes('\n')) return [];
  const config = load(text, { schema });
  return isConfiguration(config) ? [{ where, text, config, env }] : [];
}

function isConfiguration(content: unknown): content is ConfigMap {
  const needed = ['receivers', 'exporters', 'service'];
  return isConfigMap(content as ConfigMap) && needed.every((key) => key in (content as ConfigMap));
}

function decoded(kind: string, text: unknown): unknown {
  return kind === 'Secret' ? Buffer.from(String(text), 'base64').toString('utf8') : text;
}

function containersOf({ spec }: Manifest): Manifest[] {
  const pod = spec?.template?.spec;
  return [...(pod?.initContainers ?? []), ...(pod?.containers ?? [])];
}
