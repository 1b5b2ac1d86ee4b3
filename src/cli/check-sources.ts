import { checkModel } from '../checks/check';
import { readModel } from '../convert/read';
import { at } from '../model/config';
import type { IssueCode } from '../model/issue-codes';
import type { Release } from '../model/release';
import { documentOf, locate } from '../source/locate';
import type { LocatedIssue } from '../source/located';
import type { Sources } from '../source/read';

/** Every mistake in files, each at its place, by file, line and column. */
export function checkSources(
  { documents, issues, positionOf }: Sources,
  release: Release,
  step: (says: string) => void = () => undefined,
): LocatedIssue[] {
  const model = readModel(documents, release);
  const found = checkModel(model, (done, of) => step(`checking, rule ${done + 1} of ${of}`)).filter(
    // A Secret is where a secret belongs.
    (issue) => issue.code !== 'secret-literal' || at(documentOf(issue, model.origins)?.content, 'kind') !== 'Secret',
  );
  const located = found.map((issue, i) => {
    step(`finding the place of issue ${i + 1} of ${found.length}`);
    const { code, severity, message, fix } = issue;
    return { code, severity, message, fix, ...locate(issue, model.origins, positionOf) };
  });
  const rest = located.filter((issue) => !issues.some((mistake) => explains(mistake, issue)));
  return once([...issues.map((mistake) => asGrave(mistake, located)), ...rest]).sort(byPlace);
}

/** Several Prometheuses may read one monitor, and the same is to be said of it for each. */
function once(issues: readonly LocatedIssue[]): LocatedIssue[] {
  const keyOf = ({ file, line, column, code, message }: LocatedIssue) => [file, line, column, code, message].join('\n');
  return [...new Map(issues.map((issue) => [keyOf(issue), issue])).values()];
}

/** Mistakes in the YAML that make a value another one than its line says. */
const misread: ReadonlySet<IssueCode> = new Set<IssueCode>([
  'yaml-boolean',
  'yaml-comment',
  'yaml-date',
  'yaml-number',
  'yaml-sign',
  'yaml-text',
]);

/** Whether a value is wrong because it is not what was written. */
function explains(mistake: LocatedIssue, { file, line, path }: LocatedIssue): boolean {
  if (!misread.has(mistake.code) || mistake.file !== file || mistake.line !== line) return false;
  const field = path.slice(path.lastIndexOf('/') + 1);
  return field !== '' && mistake.path.endsWith(field);
}

/** A mistake for which the value is refused is an error itself. */
function asGrave(mistake: LocatedIssue, others: readonly LocatedIssue[]): LocatedIssue {
  const isRefused = others.some((other) => other.severity === 'error' && explains(mistake, other));
  return isRefused ? { ...mistake, severity: 'error' } : mistake;
}

function byPlace(a: LocatedIssue, b: LocatedIssue): number {
  return compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.code, b.code);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
