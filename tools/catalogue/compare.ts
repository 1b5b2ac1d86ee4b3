import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';

interface Entry {
  readonly kind: string;
  readonly type: string;
  readonly file: string;
}

/** The files of a release, as far as they are compared. */
export interface Catalogue {
  readonly release: string;
  /** The entries of the index by the files that they name. */
  readonly entries: ReadonlyMap<string, Entry>;
  /** The components' files by their paths. */
  readonly files: ReadonlyMap<string, string>;
  readonly definitions: Readonly<Record<string, unknown>>;
}

/** Reads the folder of a release; a folder that is not there holds nothing. */
export function readCatalogue(folder: string): Catalogue {
  if (!existsSync(join(folder, 'index.json'))) {
    return { release: '', entries: new Map(), files: new Map(), definitions: {} };
  }
  const { release, components } = parse(read(folder, 'index.json')) as { release: string; components: Entry[] };
  const { $defs } = parse(read(folder, 'defs.json')) as { $defs: Record<string, unknown> };
  return {
    release,
    entries: new Map(components.map((entry) => [entry.file, entry])),
    files: new Map(components.map(({ file }) => [file, read(folder, file)])),
    definitions: $defs,
  };
}

/** The parts of `made`, from some of a release's components, that the committed files do not have just so. */
export function stale(made: Catalogue, committed: Catalogue): readonly string[] {
  const compared = [...made.files.keys()].filter((file) => !isElsewhere(file, made, committed));
  const files = compared.filter((file) => made.files.get(file) !== committed.files.get(file));
  const entries = compared.filter((file) => !isDeepStrictEqual(made.entries.get(file), committed.entries.get(file)));
  const definitions = [...definitionsOf(compared, made)].filter(
    (name) => !isDeepStrictEqual(made.definitions[name], committed.definitions[name]),
  );
  return [
    ...files,
    ...entries.map((file) => `index.json (${file})`),
    ...definitions.map((name) => `defs.json (${name})`),
  ].sort();
}

/** A component that the small pins have at another version than the full ones is in another release's folder. */
function isElsewhere(file: string, made: Catalogue, committed: Catalogue): boolean {
  const [version, other] = [made, committed].map(({ files }) => versionOf(files.get(file)));
  return version !== `v${made.release}` && version !== other;
}

function versionOf(content: string | undefined): string | undefined {
  return content === undefined ? undefined : (parse(content) as { version: string }).version;
}

/** The names of the definitions that files lead to, through other definitions too. */
function definitionsOf(files: readonly string[], { files: contents, definitions }: Catalogue): ReadonlySet<string> {
  const found = new Set<string>();
  const follow = (text: string) => {
    for (const [, pointer = ''] of text.matchAll(/"\$ref":\s*"[^"#]*#\/\$defs\/([^"]*)"/g)) {
      const name = decodeURIComponent(pointer).replaceAll('~1', '/').replaceAll('~0', '~');
      if (found.has(name)) continue;
      found.add(name);
      follow(JSON.stringify(definitions[name]));
    }
  };
  for (const file of files) follow(contents.get(file) ?? '');
  return found;
}

function read(folder: string, file: string): string {
  return readFileSync(join(folder, file), 'utf8');
}

function parse(text: string): unknown {
  return JSON.parse(text);
}
