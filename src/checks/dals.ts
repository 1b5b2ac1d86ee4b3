import { error, type Rule } from './rule';

/** Access layers without credentials: their defaults hold within the section alone, and without it the Deployment is refused. */
export const dals: Rule = (model) =>
  model.dals
    .filter(({ credentials }) => credentials === undefined)
    .map(({ path }) =>
      error(
        'dal-credentials',
        path,
        'nothing says which Secret holds the AWS credentials, and Kubernetes refuses the Deployment that the operator makes.',
        'Add aws: { credentials: {} } for the Secret aws-credentials, or name another.',
      ),
    );
