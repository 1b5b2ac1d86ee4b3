import { readFileSync } from 'node:fs';
import { dump } from 'js-yaml';
import type { Release } from '../../src/model/release';
import { readSources } from '../../src/source/read';
import type { Manifest } from '../../src/testing';

/** A collector's configuration, as the collector gets it. */
export interface GivenConfig {
  readonly text: string;
  readonly release: Release;
  readonly gates: readonly string[];
}

/** The documents of a file, as kubectl and the collector read them. */
export function objectsIn(file: string): Manifest[] {
  return readSources([file]).documents.map(({ content }) => content as Manifest);
}

/** The texts that a file holds in ConfigMaps and Secrets, and the file itself where it is no object. */
export function textsIn(file: string): string[] {
  return objectsIn(file).flatMap(({ kind, data = {}, stringData = {} }) => {
    if (kind === undefined) return [readFileSync(file, 'utf8')];
    const texts = Object.values<string>(data);
    const plain = kind === 'Secret' ? texts.map((text) => Buffer.from(text, 'base64').toString()) : texts;
    return [...plain, ...Object.values<string>(stringData)];
  });
}

/** The configurations of the collectors in a file. */
export function configsIn(file: string): GivenConfig[] {
  const release = /collector[-a-z0-9]*:0\.131\.0/.test(readFileSync(file, 'utf8')) ? '0.131.0' : '0.159.0';
  const ofResources = objectsIn(file).flatMap(({ kind, metadata, spec }) => {
    if (kind !== 'OpenTelemetryCollector') return [];
    const gates = String(spec.args?.['feature-gates'] ?? '');
    const text = typeof spec.config === 'string' ? spec.config : dump(allocated(metadata.name, spec));
    return [{ text, release, gates: gates === '' ? [] : gates.split(',') } as const];
  });
  const plain = textsIn(file).filter((text) => /^(receivers|service):(?!\s+-)/m.test(text) && !/^route:/m.test(text));
  return [...ofResources, ...plain.map((text) => ({ text, release, gates: [] }) as const)];
}

/** With the target allocator that the operator puts into the receiver `prometheus` (operator 0.153, targetallocator/adapters). */
function allocated(name: string, { config, targetAllocator }: Manifest): Manifest {
  const { prometheus } = config.receivers ?? {};
  if (targetAllocator?.enabled !== true || prometheus === undefined) return config;
  const target_allocator = { endpoint: `http://${name}-targetallocator:80`, interval: '30s', collector_id: 'pod' };
  return { ...config, receivers: { ...config.receivers, prometheus: { ...prometheus, target_allocator } } };
}
