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
  if (errors.length > 0) {
    throw new Error(`Validation failed with the following errors:\n  ${errors.join('\n  ')}`);
  }
}
