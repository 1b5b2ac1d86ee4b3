import type { IssueCode } from '../model/issue-codes';

/** Codes that are about the key itself, whatever its value is. */
export const ofKey: ReadonlySet<IssueCode> = new Set<IssueCode>([
  'alertmanager-field',
  'alertmanager-secret',
  'component-conflict',
  'component-distribution',
  'component-duplicate',
  'component-id',
  'component-type',
  'component-unused',
  'config-section',
  'connector-ambiguous',
  'extension-unused',
  'field-unknown',
  'hub-field',
  'option-mode',
  'option-operator',
  'pipeline-id',
  'yaml-indent',
]);
