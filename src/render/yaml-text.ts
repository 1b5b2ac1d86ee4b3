/** A document as the text of a file. Loaded with the first text: js-yaml takes a while. */
export function yamlText(document: unknown): string {
  const { yamlDocument } = require('../synth/yaml') as typeof import('../synth/yaml');
  return yamlDocument(document);
}
