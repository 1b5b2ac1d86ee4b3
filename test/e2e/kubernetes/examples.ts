import type { Manifest } from '../../../src/testing';
import { exampleNames, manifestsOf } from '../manifests';

/** An example in a cluster that it shares with the others. */
export interface Example {
  readonly example: string;
  readonly objects: readonly Manifest[];
}

/** The examples, each in namespaces of its own: several use the same names in the same namespace. */
export const examples: readonly Example[] = exampleNames().map((example) => ({
  example,
  objects: manifestsOf(example).map((object) => moved(object, (namespace) => `${namespace}-${example}`)),
}));

function moved(object: Manifest, to: (namespace: string) => string): Manifest {
  const { kind, metadata, subjects } = object;
  const inNamespace = <T extends { namespace?: string }>(reference: T): T =>
    reference.namespace === undefined ? reference : { ...reference, namespace: to(reference.namespace) };
  return {
    ...object,
    metadata: kind === 'Namespace' ? { ...metadata, name: to(metadata.name) } : inNamespace(metadata),
    ...(subjects && { subjects: subjects.map(inNamespace) }),
  };
}
