import type { Command } from './command';
import { releaseOf } from './command';
import { readDocuments } from './documents';
import type { CheckReport, Format } from './formats/report';
import { format, release } from './options';
import { progressOf } from './progress';

/** Each is loaded when it is asked for. */
const formats: Readonly<Record<string, () => Format>> = {
  text: () => (require('./formats/text') as typeof import('./formats/text')).text,
  json: () => (require('./formats/json') as typeof import('./formats/json')).json,
  sarif: () => (require('./formats/sarif') as typeof import('./formats/sarif')).sarif,
  github: () => (require('./formats/github') as typeof import('./formats/github')).github,
};

/** `mdai check`: every check that applies, across all the files together. */
export const check: Command = {
  summary: 'Check manifests and collector configurations, all of them together.',
  operands: 'PATH…',
  description: [
    'Reads files, folders and standard input, finds collectors, hubs, observers, Prometheus objects and rules wherever they are, and says what the real programs would refuse, or what would hardly do what was meant. Objects of other kinds pass.',
    'Each issue is said with its place in the YAML, also inside a text that is YAML itself. A file or document that is no YAML is an issue, and the others are checked all the same. Errors are what would be refused, or lose data; warnings are the rest.',
  ],
  options: {
    release,
    strict: { type: 'boolean', says: 'Warnings fail, too.' },
    format: format(...Object.keys(formats)),
  },
  examples: [
    { says: 'What is about to be applied:', line: 'mdai check manifests/' },
    { says: 'What runs in a cluster:', line: 'kubectl get otelcol -A -o yaml | mdai check -' },
    { says: 'For code scanning:', line: 'mdai check manifests/ --format sarif > mdai.sarif' },
  ],
  run(paths, values, output) {
    const progress = progressOf(output);
    const sources = readDocuments(paths, output, progress);
    // The checks take longer to load than most files to read.
    const { checkSources } = require('./check-sources') as typeof import('./check-sources');
    const issues = checkSources(sources, releaseOf(values), progress.step);
    progress.end();
    const errors = issues.filter(({ severity }) => severity === 'error').length;
    const summary = {
      files: sources.files,
      objects: sources.documents.length,
      errors,
      warnings: issues.length - errors,
    };
    const report: CheckReport = { issues, summary };
    const print = (formats[String(values.format)] as () => Format)();
    output.out(print(report, sources.line, output.colours === true));
    return errors > 0 || (values.strict === true && issues.length > 0) ? 1 : 0;
  },
};
