import type { CollectorModel } from '../../model/collector';
import type { ConfigMap } from '../../model/config';
import { writtenConfig } from '../release';
import { yamlText } from '../yaml-text';

const texts = new WeakMap<CollectorModel, string>();

/** A collector's configuration as the text of its file. */
export function configYaml(collector: CollectorModel): string {
  let text = texts.get(collector);
  if (text === undefined) {
    text = yamlText(sorted(writtenConfig(collector)));
    texts.set(collector, text);
  }
  return text;
}

/** Keys in the order in which cdk8s writes those of objects, so that both back ends read alike. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value as ConfigMap)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => [key, sorted(item)]),
  );
}
