import { readSources, type Sources } from '../source/read';
import { type Output, UsageError } from './command';
import { type Progress, progressOf } from './progress';

/**
 * Reads the YAML documents of files and folders; `-` is standard input. What is left out of them is said on the side.
 *
 * @throws UsageError where nothing is named
 */
export function readDocuments(
  paths: readonly string[],
  output: Output,
  progress: Progress = progressOf(output),
): Sources {
  if (paths.length === 0) throw new UsageError('name a file, a folder, or "-" for standard input.');
  const sources = readSources(paths, progress.step);
  progress.end();
  for (const { folder, files } of sources.patches) {
    output.err(
      `${files.join(', ')}: passed over, because kustomize patches other objects with it: ${builtBy(folder)}\n`,
    );
  }
  return sources;
}

/** How to read what kustomize makes of a folder. */
export function builtBy(folder: string): string {
  return `read what "kustomize build ${folder}" prints, with "-" for standard input.`;
}
