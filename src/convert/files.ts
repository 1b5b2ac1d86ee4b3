import { type ConfigMap, isConfigMap } from '../model/config';
import type { Pointer } from '../source/document';
import { parsed } from '../source/parsed';
import type { Found } from './found';
import { map } from './values';

/** The texts that a Secret or a ConfigMap holds, by file. */
export function filesOf(content: ConfigMap): Readonly<Record<string, string>> {
  return Object.fromEntries(entriesOf(content).map(({ key, text }) => [key, text]));
}

/** A text among the entries of a Secret or a ConfigMap. */
export interface FileText {
  readonly object: Found;
  readonly key: string;
  /** Where it stands in its object. */
  readonly pointer: Pointer;
  readonly text: string;
}

const known = new WeakMap<Found, readonly FileText[]>();

/** The texts of a Secret or a ConfigMap; always the same ones for one object. */
export function textsIn(object: Found): readonly FileText[] {
  let texts = known.get(object);
  if (texts === undefined) {
    texts = entriesOf(object.content).map((entry) => ({ object, ...entry }));
    known.set(object, texts);
  }
  return texts;
}

function entriesOf(content: ConfigMap): Omit<FileText, 'object'>[] {
  const isEncoded = content.kind === 'Secret';
  return (['data', 'stringData'] as const).flatMap((field) =>
    Object.entries(map(content[field])).flatMap(([key, body]) => {
      if (typeof body !== 'string') return [];
      const decode = isEncoded && field === 'data';
      const text = decode ? Buffer.from(body, 'base64').toString('utf8') : body;
      return [{ key, pointer: [field, key], text }];
    }),
  );
}

// Keys of the configurations that are looked for. Other texts are not worth a parser's time.
const telling = /\b(?:receivers|exporters|route|scrape_configs|rule_files|groups)\b/;

const read = new WeakMap<FileText, ConfigMap | null>();

/** The map that a text holds; nothing for one that is no YAML, or that says nothing of configurations that are known here. */
export function mapIn(file: FileText): ConfigMap | undefined {
  let value = read.get(file);
  if (value === undefined) {
    const said = telling.test(file.text) ? parsed(file.text) : undefined;
    value = isConfigMap(said) ? said : null;
    read.set(file, value);
  }
  return value ?? undefined;
}
