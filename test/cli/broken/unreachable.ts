import type { IssueCode } from '../../../src/model/issue-codes';

/** The codes of mistakes that no manifest can have, and why. */
export const unreachable: Readonly<Partial<Record<IssueCode, string>>> = {
  'component-conflict':
    'Two configurations of one id are two keys of one name in YAML, and a variable that is set twice has one value.',
  'value-unsupported': 'What is read from YAML can be written to YAML.',
  'rule-name': 'Rules of routes have names in TypeScript alone; what is synthesized of them is a table of conditions.',
  'rule-sample':
    'A share of a rule is a sampling processor in what is synthesized; `signal-unsupported` says it there.',
  'rule-right': 'Who may do what with a route is said in TypeScript alone.',
  'rule-error': 'It is about the conditions of a route; of a table, `routing-error-mode` and `ottl-nil` say it.',
  'rule-overlap': 'Rule sets have owners in TypeScript alone.',
  'anchor-missing': 'Taps and edits are done when the configuration is synthesized.',
  'override-missing': 'Overrides are done when the configuration is synthesized.',
  'patch-missing': 'Patches are done when objects are synthesized.',
  'patch-failed': 'Patches are done when objects are synthesized.',
  'immutable-changed': 'It compares an object with the one that was synthesized last.',
  'hub-update': 'It compares a hub with the one that was synthesized last.',
  'export-unread': 'Collectors that are not among the manifests may read the variable.',
  'extension-cycle': 'No extension that the catalogue knows can need another that could need it.',
  'option-operator': 'A workload has no fields for what the operator does.',
  'storage-mode': 'It is about the option `storage`, of which claims and volumes are made; a manifest has these alone.',
  'storage-lost': 'Volumes are judged where this library makes them; a manifest may have its files anywhere.',
  'namespace-missing': 'It is about rights that this library would write for a collector.',
  'sidecar-collision': 'It is about a pod that a sidecar joins when it is synthesized.',
  'sidecar-access': 'It is about rights that this library would write; the account of a pod may have them already.',
  'certificate-issuer': 'Who issued the files of a collector is known of what this library makes alone.',
  'kafka-partitions': 'A collector’s manifest does not say how many partitions a topic has.',
  'alertmanager-secret': 'It is about `secret()` where a plain value is needed, which only TypeScript can say.',
  'dashboard-size': 'It is about a dashboard that is synthesized; the API server refuses a ConfigMap that is too big.',
};
