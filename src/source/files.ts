import { isUtf8 } from 'node:buffer';
import { type Dirent, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { MdaiError } from '../model/issue';

/** What a file holds. */
export interface SourceFile {
  /** As it was named; `-` is standard input. */
  readonly path: string;
  readonly text: string;
  /** Whether it holds bytes that are no text. */
  readonly binary: boolean;
}

const yaml = /\.ya?ml$/;

/** A JSON file in a folder is read where it may hold a manifest or a configuration: others are settings of programs. */
const telling = /"(?:apiVersion|receivers)"\s*:/;

/**
 * The files that paths name: a file is taken whatever its name is, a folder for all YAML files in it, its JSON files that hold
 * manifests or configurations, and the folders in it that are not hidden; `-` is standard input. No file comes twice.
 *
 * @throws MdaiError for a path that is not there
 */
export function sourcePaths(paths: readonly string[]): string[] {
  return [...new Set(paths.flatMap(filesOf))];
}

function filesOf(path: string): string[] {
  if (path === '-') return [path];
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) throw new MdaiError(`there is no file or folder "${path}".`);
  return stat.isDirectory() ? filesIn(path) : [path];
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const inner = join(folder, entry.name);
      if (entry.isDirectory()) return isPassed(entry.name) ? [] : filesIn(inner);
      if (!isFile(entry, inner)) return [];
      const isTaken = yaml.test(entry.name) || (entry.name.endsWith('.json') && telling.test(readFile(inner).text));
      return isTaken ? [inner] : [];
    });
}

/** Links to folders are not followed, because they may lead in circles. */
function isFile(entry: Dirent, path: string): boolean {
  if (!entry.isSymbolicLink()) return entry.isFile();
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** Folders that hold what others wrote, or nothing for people. */
function isPassed(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}

/** Reads a file. A mark of the byte order is no part of the text. */
export function readFile(path: string): SourceFile {
  const bytes = readFileSync(path === '-' ? 0 : path);
  const isUtf16 =
    bytes.length > 1 && ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff));
  const text = isUtf16 ? '' : bytes.toString('utf8');
  return {
    path,
    text: text.startsWith('\ufeff') ? text.slice(1) : text,
    binary: isUtf16 || bytes.includes(0) || !isUtf8(bytes),
  };
}
