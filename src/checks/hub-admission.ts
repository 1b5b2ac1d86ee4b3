import { refusalsOf } from '../admission/admit';
import type { Issue } from '../model/issue';
import type { Rule } from './rule';

/** What the API server refuses in objects of the MDAI operator: by their definitions, or because the operator's webhooks say so. */
export const hubAdmission: Rule = ({ manifests = [] }) =>
  manifests.flatMap((manifest) =>
    refusalsOf(manifest).map(
      ({ code, keys, message, fix, severity }): Issue => ({
        code,
        severity: severity ?? 'error',
        path: [manifest.path, ...keys].join('/'),
        message,
        fix,
      }),
    ),
  );
