import { error, placedAt, type Rule } from './rule';

/** Access layers without credentials: their defaults hold within the section alone, and without it the Deployment is refused. */
export const dals: Rule = (model) =>
  model.dals
    .filter(({ credentials }) => credentials === undefined)
    .map(({ path }) => {
      const message =
        'nothing says which Secret holds the AWS credentials, and Kubernetes refuses the Deployment that the operator makes.';
      const fix = 'Add aws: { credentials: {} } for the Secret aws-credentials, or name another.';
      return placedAt(error('dal-credentials', path, message, fix), ['spec', 'aws', 'credentials']);
    });
