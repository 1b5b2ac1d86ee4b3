import { Yaml } from 'cdk8s';
import { YamlEmitter } from './yaml-emitter';

/** Writes the documents one after another, with `---` between them; nothing at all if there is none. */
export function yamlStream(documents: Iterable<unknown>): string {
  return Array.from(documents, yamlDocument).join('---\n');
}

/**
 * Writes one document, ending in a line break. Every string of it comes back as the same string from YAML 1.1 parsers
 * (PyYAML), 1.2 parsers, and go-yaml, which accepts a mixture of both and is what kubectl uses. Lines are never folded,
 * and repeated objects are written out instead of being referred to.
 *
 * `undefined` inside becomes `null`; an `undefined` document is an empty one.
 */
export function yamlDocument(document: unknown): string {
  if (document === undefined) {
    return '\n';
  }
  emitter ??= new YamlEmitter();
  try {
    return emitter.write(document);
  } catch {
    // cdk8s' own emitter is several times slower, but knows what js-yaml refuses: big integers, values with a `toJSON`,
    // and strings of several megabytes. It throws too if there is really no way to write the document.
    return Yaml.stringify(document);
  }
}

let emitter: YamlEmitter | undefined;
