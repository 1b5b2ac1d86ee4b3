import { readSources, type Sources } from '../source/read';
import { UsageError } from './command';
import type { Progress } from './progress';

/**
 * All YAML documents of files and folders; `-` is standard input.
 *
 * @throws UsageError where nothing is named
 */
export function readDocuments(paths: readonly string[], progress?: Progress): Sources {
  if (paths.length === 0) throw new UsageError('name a file, a folder, or "-" for standard input.');
  return readSources(paths, progress?.step);
}
