import type { CollectorModel } from '../model/collector';
import { envOf, placeholder, references } from '../model/reference';
import { podFieldOf } from './pod-fields';

/**
 * A text with what is known of the variables in it: those that the collector's pods are given as plain values, and the
 * pod's own namespace. `undefined` where anything in it is known only when the collector starts.
 */
export function knownText(text: string, collector: CollectorModel): string | undefined {
  let known = text;
  for (const reference of references(text)) {
    const variable = envOf(reference);
    const value = variable && valueIn(variable.name, collector);
    if (value === undefined || reference.uri.includes(placeholder)) return undefined;
    const written = [`\${${reference.uri}}`, `\${${variable?.name}}`];
    for (const one of written) known = known.replaceAll(one, () => value);
  }
  return known.replaceAll('$$', '$');
}

function valueIn(name: string, { env, namespace }: CollectorModel): string | undefined {
  const source = Object.hasOwn(env, name) ? env[name] : undefined;
  if (source?.kind === 'value') return source.value;
  const path = source === undefined ? podFieldOf(name) : source.kind === 'field' ? source.path : undefined;
  return path === 'metadata.namespace' ? namespace : undefined;
}
