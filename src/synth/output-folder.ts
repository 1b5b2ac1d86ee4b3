import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A folder that files are written to, and what was in it before. */
export class OutputFolder {
  private readonly before: ReadonlySet<string>;

  /** Makes the folder, and those around it, unless it is there. @throws if it can't, with the path and the reason */
  constructor(readonly path: string) {
    const made = explained(`make the folder "${path}"`, () => mkdirSync(path, { recursive: true }));
    this.before = new Set(made === undefined ? namesIn(path) : []);
  }

  /**
   * Writes the text, in UTF-8, over what the file holds, unless it holds that already.
   *
   * @throws if it can't, with the path and the reason
   */
  write(name: string, text: string): void {
    const path = join(this.path, name);
    // Common file systems flush a file that is overwritten to the disk at once, which takes longer than its synthesis.
    if (!this.before.has(name) || !holds(path, text)) {
      explained(`write the file "${path}"`, () => writeFileSync(path, text));
    }
  }

  /** A folder inside this one. */
  folder(name: string): OutputFolder {
    return new OutputFolder(join(this.path, name));
  }
}

function namesIn(path: string): string[] {
  try {
    return readdirSync(path);
  } catch {
    // One may write to a folder without being allowed to list it.
    return [];
  }
}

function holds(path: string, text: string): boolean {
  try {
    return readFileSync(path, 'utf8') === text;
  } catch {
    return false;
  }
}

function explained<T>(action: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw new Error(`Cannot ${action}: ${(error as Error).message}`, { cause: error });
  }
}
