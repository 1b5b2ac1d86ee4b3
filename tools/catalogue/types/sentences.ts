import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ComponentKind } from '../../../src/model/component-id';
import { sectionOf } from '../../../src/model/component-id';

/**
 * Our own sentences on fields: no prose of others. tools/catalogue/sentences holds
 *
 *   <section>.json   { "<newest type>": { "": "What the component does.", "<path>": "What the field is." } }
 *   structs.json     { "<Go package>.<type>": { "": "…", "<path>": "…" } }, the package as in `shortStruct`
 *
 * A path is the keys joined by `/`, with `*` for the items of a list and the values of a map. A sentence may end in
 * `@default …`, which stands where the factory's own default is not known or says nothing, such as an empty text, or 0
 * for no limit. Releases, further defaults, units and allowed values are generated: they are not repeated here.
 */
export type Sentences = Readonly<Record<string, Readonly<Record<string, string>>>>;

export interface Sentence {
  readonly text: string;
  readonly default?: string;
}

const folder = join(__dirname, '../sentences');
const files = new Map(
  readdirSync(folder).map((file) => [
    file.replace(/\.json$/, ''),
    JSON.parse(readFileSync(join(folder, file), 'utf8')) as Sentences,
  ]),
);
const used = new Set<string>();

export function componentSentence(kind: ComponentKind, type: string, path: readonly string[]): Sentence | undefined {
  return find(sectionOf[kind], type, path);
}

/** A sentence on a field of a struct, by any of the struct's names. */
export function structSentence(structs: readonly string[], path: readonly string[]): Sentence | undefined {
  for (const struct of structs) {
    const found = find('structs', struct, path);
    if (found) return found;
  }
  return undefined;
}

/** The sentences that no field has asked for: fields that went, or paths that are misspelt. */
export function unusedSentences(): readonly string[] {
  return [...files].flatMap(([file, owners]) =>
    Object.entries(owners).flatMap(([owner, paths]) =>
      Object.keys(paths)
        .map((path) => `${file}.json: ${owner}: ${path}`)
        .filter((place) => !used.has(place)),
    ),
  );
}

function find(file: string, owner: string, path: readonly string[]): Sentence | undefined {
  const key = path.join('/');
  const written = files.get(file)?.[owner]?.[key];
  if (written === undefined) return undefined;
  used.add(`${file}.json: ${owner}: ${key}`);
  const [text = '', inferred] = written.split('@default');
  return { text: text.trim(), ...(inferred !== undefined && { default: inferred.trim() }) };
}
