import { checkModel } from '../checks/check';
import { readModel } from '../convert/read';
import { formatIssue, type Issue } from '../model/issue';
import { type Command, releaseOf, UsageError } from './command';
import { readDocuments } from './documents';
import { format, release } from './options';

/** `mdai check`: every check that applies, across all the files together. */
export const check: Command = {
  summary: 'Check manifests and collector configurations, all of them together.',
  operands: 'PATH…',
  description: [
    'Reads files, folders and standard input, finds collectors, hubs, observers, Prometheus objects and rules wherever they are, and says what the real programs would refuse, or what would hardly do what was meant. Objects of other kinds pass.',
  ],
  options: {
    release,
    strict: { type: 'boolean', says: 'Warnings fail, too.' },
    format: format('text', 'json'),
  },
  examples: [{ says: 'What is about to be applied:', line: 'mdai check manifests/' }],
  run(paths, values, output) {
    if (paths.length === 0) throw new UsageError('name a file, a folder, or "-" for standard input.');
    const { files, documents } = readDocuments(paths);
    const issues = checkModel(readModel(documents, releaseOf(values)));
    const errors = issues.filter((issue) => issue.severity === 'error' || values.strict === true).length;
    const summary = { files, objects: documents.length, errors, warnings: issues.length - errors };
    output.out(
      values.format === 'json' ? `${JSON.stringify({ issues, summary }, undefined, 2)}\n` : text(issues, summary),
    );
    return errors > 0 ? 1 : 0;
  },
};

function text(issues: readonly Issue[], summary: { files: number; errors: number; warnings: number }): string {
  const lines = issues.map((issue) => `${issue.severity}: ${formatIssue(issue)}\n`);
  return `${lines.join('')}${summary.files} files, ${summary.errors} errors, ${summary.warnings} warnings\n`;
}
