import { checkModel } from '../checks/check';
import { readModel } from '../convert/read';
import { formatIssue, type Issue } from '../model/issue';
import { defaultRelease, type Release, releases } from '../model/release';
import { type Command, oneOf, UsageError } from './command';
import { readDocuments } from './documents';

/** `mdai check`: every check that applies, across all the files together. */
export const check: Command = {
  options: {
    release: { type: 'string' },
    strict: { type: 'boolean' },
    format: { type: 'string' },
  },
  run(paths, values, output) {
    if (paths.length === 0) throw new UsageError('name a file, a folder, or "-" for standard input.');
    const format = oneOf('format', values.format ?? 'text', ['text', 'json']);
    const release = oneOf('release', values.release ?? defaultRelease, releases) as Release;
    const { files, documents } = readDocuments(paths);
    const issues = checkModel(readModel(documents, release));
    const errors = issues.filter((issue) => issue.severity === 'error' || values.strict === true).length;
    const summary = { files, objects: documents.length, errors, warnings: issues.length - errors };
    output.out(format === 'json' ? `${JSON.stringify({ issues, summary }, undefined, 2)}\n` : text(issues, summary));
    return errors > 0 ? 1 : 0;
  },
};

function text(issues: readonly Issue[], summary: { files: number; errors: number; warnings: number }): string {
  const lines = issues.map((issue) => `${issue.severity}: ${formatIssue(issue)}\n`);
  return `${lines.join('')}${summary.files} files, ${summary.errors} errors, ${summary.warnings} warnings\n`;
}
