import type { SourceNode } from '../tree';
import { textOf } from '../tree';
import type { Scene } from './finding';

/** What a document is, as far as it matters here: a collector's configuration, or a custom resource that holds one. */
export type Kind = 'configuration' | 'resource' | undefined;

export function kindOf(tree: SourceNode, { text, reader }: Scene): Kind {
  if (tree.kind !== 'map') return undefined;
  if (reader === 'collector') {
    const names = new Set(tree.entries.map(({ name }) => name));
    return ['receivers', 'exporters', 'service'].filter((name) => names.has(name)).length >= 2
      ? 'configuration'
      : undefined;
  }
  const kind = tree.entries.find(({ name }) => name === 'kind')?.value;
  return kind?.kind === 'text' && textOf(text, kind) === 'OpenTelemetryCollector' ? 'resource' : undefined;
}
