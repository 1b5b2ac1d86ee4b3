import type { DocumentEvent } from 'js-yaml';
import { readerNames, type Scene } from './finding';

/** Go's yaml takes documents of version 1.1 alone, whatever they hold. */
export function versionMistake({ directives }: DocumentEvent, { text, reader, error }: Scene): void {
  const stated = directives.find((directive) => directive.kind === 'yaml');
  if (stated?.kind !== 'yaml' || stated.version === '1.1') return;
  const message = `${readerNames[reader]} refuses YAML ${stated.version}.`;
  error(Math.max(text.indexOf('%YAML'), 0), 'yaml-syntax', message, 'Remove the line with %YAML.');
}
