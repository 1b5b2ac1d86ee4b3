import type { IConstruct } from 'constructs';

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
