import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mdai } from './mdai';

/**
 * A mistake that a manifest was given on purpose: its line says `# <- code`, or `# <- code @column`; `# <- code +1` is said
 * a line above, where its own line is a text.
 */
export interface Mark {
  readonly code: string;
  readonly line: number;
  /** Absent where it does not matter. */
  readonly column?: number;
  /** Whether it stands in a text that is YAML itself: a block scalar. */
  readonly isEmbedded: boolean;
}

/** The manifests of a folder. */
export function manifestsIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => join(folder, name));
}

/** The mistakes that a manifest is marked with. */
export function marksIn(file: string): Mark[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.flatMap((line, i) => {
    const marks = /# <- (.+)$/.exec(line)?.[1]?.split(', ') ?? [];
    return marks.map((mark) => {
      const [, code = '', below = '0', column] = /^(\S+)(?: \+(\d+))?(?: @(\d+))?$/.exec(mark) ?? [];
      const line = i + Number(below);
      const isEmbedded = isInText(lines, line);
      return { code, line: line + 1, isEmbedded, ...(column !== undefined && { column: Number(column) }) };
    });
  });
}

/** Whether a line around another, and further out, begins a block scalar. */
function isInText(lines: readonly string[], index: number): boolean {
  let indent = indentOf(lines[index] ?? '');
  for (let i = index - 1; i >= 0; i--) {
    const line = lines[i] ?? '';
    if (line.trim() === '' || indentOf(line) >= indent) continue;
    if (/: [|>][-+]?$/.test(line)) return true;
    indent = indentOf(line);
  }
  return false;
}

function indentOf(line: string): number {
  return line.search(/\S|$/);
}

/** An issue, as `mdai check --format json` prints it. */
export interface PrintedIssue {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly path: string;
  readonly message: string;
  readonly fix: string;
}

/** What `mdai check` says of files or folders. */
export async function checked(
  ...paths: readonly string[]
): Promise<{ readonly code: number; readonly issues: readonly PrintedIssue[] }> {
  const { code, out, err } = await mdai('check', '--format', 'json', ...paths);
  if (err !== '') throw new Error(err);
  return { code, issues: JSON.parse(out).issues };
}
