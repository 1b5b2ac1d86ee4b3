import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { UsageError } from '../command';

/** A file of a new app, by its path in the app with slashes. */
export interface AppFile {
  readonly path: string;
  readonly text: string;
}

const app = join(__dirname, 'app');
/** The name that the app's own files have in place of the user's. */
const placeholder = 'my-telemetry';

/** The files of a new app. npm packs no hidden files, so `dot-gitignore` stands for `.gitignore`. */
export function appFiles(name: string): AppFile[] {
  return readdirSync(app, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(app, path)).isFile())
    .map((path) => ({
      path: path.split(sep).join('/').replace(/^dot-/, '.'),
      text: readFileSync(join(app, path), 'utf8').replaceAll(placeholder, name),
    }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** What stands in a folder already, besides what belongs to Git alone. @throws UsageError where it is no folder */
export function contentOf(folder: string): string[] {
  if (!existsSync(folder)) return [];
  if (!statSync(folder).isDirectory()) throw new UsageError(`${folder} is a file. Name a folder.`);
  return readdirSync(folder).filter((name) => name !== '.git');
}

/** The files that a folder has already, with another text. @throws UsageError where a folder has the name of a file */
export function inTheWay(folder: string, files: readonly AppFile[]): AppFile[] {
  return files.filter(({ path, text }) => {
    const file = join(folder, path);
    if (!existsSync(file)) return false;
    if (!statSync(file).isFile()) throw new UsageError(`${file} is a folder, where a file of the app belongs.`);
    return readFileSync(file, 'utf8') !== text;
  });
}

/** Writes the files, with the folders that they need. */
export function write(folder: string, files: readonly AppFile[]): void {
  for (const { path, text } of files) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
