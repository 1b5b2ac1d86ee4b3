import type { TextSource } from '../../model/hub-action';

/** The entries of Secrets and ConfigMaps in the namespace of a hub, by the object's name and the key. */
export type Entries = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** What is known of the cluster beside the hubs. */
export interface Sources {
  readonly secrets?: Entries;
  readonly configMaps?: Entries;
}

/** A text, or what stands for it where it is in an object that is not known. */
export interface ReadText {
  readonly text: string;
  readonly known: boolean;
}

/** Reads a text from where it is. What is not known becomes `<secret name/key>`. */
export function readText(source: TextSource, { secrets, configMaps }: Sources): ReadText {
  if (typeof source === 'string') return { text: source, known: true };
  const { kind, name, key } = source;
  const objects = (kind === 'secret' ? secrets : configMaps) ?? {};
  const entries = Object.hasOwn(objects, name) ? objects[name] : undefined;
  const value = entries !== undefined && Object.hasOwn(entries, key) ? entries[key] : undefined;
  if (value !== undefined) return { text: value.trim(), known: true };
  return { text: `<${kind === 'secret' ? 'secret' : 'ConfigMap'} ${name}/${key}>`, known: false };
}
