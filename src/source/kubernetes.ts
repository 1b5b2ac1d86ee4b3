import { type ConfigMap, type ConfigValue, isConfigMap } from '../model/config';
import type { Pointer } from './document';

/** An object of Kubernetes, and where it stands in its document. */
export interface FoundObject {
  readonly base: Pointer;
  readonly content: ConfigValue;
}

/**
 * What a document holds: itself, or the items of a list, as `kubectl get -o yaml` prints them. The items of a typed list
 * (`OpenTelemetryCollectorList`) are of its kind where they do not say theirs.
 */
export function objectsOf(content: ConfigValue, base: Pointer = []): FoundObject[] {
  if (!isList(content)) return [{ base, content }];
  const inherited = { apiVersion: content.apiVersion ?? null, kind: String(content.kind).slice(0, -'List'.length) };
  return content.items.flatMap((item, i) => {
    const isTyped = isConfigMap(item) && item.kind === undefined && inherited.kind !== '';
    return objectsOf(isTyped ? { ...inherited, ...item } : item, [...base, 'items', i]);
  });
}

function isList(content: ConfigValue): content is ConfigMap & { readonly items: readonly ConfigValue[] } {
  return (
    isConfigMap(content) &&
    typeof content.kind === 'string' &&
    content.kind.endsWith('List') &&
    content.apiVersion !== undefined &&
    Array.isArray(content.items)
  );
}
