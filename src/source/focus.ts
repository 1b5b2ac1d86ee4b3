import type { IssueCode } from '../model/issue-codes';
import type { Pointer } from './document';

/** What of a whole object an issue is about, where it does not say: its configuration. Others are about its name. */
export const ofConfiguration: ReadonlySet<IssueCode> = new Set<IssueCode>([
  'config-empty',
  'config-section',
  'config-uri',
  'env-name',
  'exporters-missing',
  'pipelines-missing',
  'receivers-missing',
]);

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

const expression: readonly Pointer[] = [['expr']];
const servedPort: readonly Pointer[] = [['port'], ['portNumber'], ['targetPort']];

/** What of the place an issue is about, where it names a whole: the first that is there. */
export const parts: Readonly<Partial<Record<IssueCode, readonly Pointer[]>>> = {
  'metric-label-unknown': expression,
  'metric-unknown': expression,
  'promql-experimental': expression,
  'promql-function': expression,
  'promql-matching': expression,
  'promql-range': expression,
  'promql-selector': expression,
  'promql-syntax': expression,
  'promql-type': expression,
  'hub-unlinked': [['metadata', 'labels', 'mydecisive.ai/hub-name']],
  'hub-unknown': [['metadata', 'labels', 'mydecisive.ai/hub-name']],
  'memory-limit': [['limit_mib'], ['limit_percentage']],
  'prometheus-rule-duplicate': [['alert'], ['record']],
  'prometheus-rule-name': [['alert'], ['record']],
  'scrape-name': [['job_name'], ['jobName']],
  'scrape-port': servedPort,
  'scrape-selector': [['selector']],
  'scrape-timeout': [['scrapeTimeout'], ['scrape_timeout'], ['global', 'scrape_timeout']],
  'scrape-tls': [['scheme'], ...servedPort],
};
