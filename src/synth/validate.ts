import type { IConstruct } from 'constructs';
import { formatIssue, type Issue } from '../model/issue';

/**
 * Runs every validation of the tree once. One may add constructs; those are not validated themselves.
 *
 * @throws one error that lists what all validations found, each with the path of its construct
 */
export function validateTree(root: IConstruct): void {
  const errors = root.node
    .findAll()
    .flatMap(({ node }) => node.validate().map((message) => `[${node.path}] ${message}`));
  assertNone(errors);
}

/** @throws one error that lists these, in the words of the stock App, unless there are none */
export function assertNone(errors: readonly string[]): void {
  if (errors.length > 0) {
    throw new Error(`Validation failed with the following errors:\n  ${errors.join('\n  ')}`);
  }
}

/** The errors among the issues, as text; the warnings go to stderr. */
export function errorsOf(issues: readonly Issue[]): string[] {
  for (const issue of issues) {
    if (issue.severity === 'warning') process.stderr.write(`warning: ${formatIssue(issue)}\n`);
  }
  return issues.filter(({ severity }) => severity === 'error').map(formatIssue);
}
