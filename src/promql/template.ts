import type { TemplateDialect } from '../templates/dialect';
import type { TemplateUse } from '../templates/pipeline';
import { readGoTemplate } from '../templates/read';
import type { ParsedPromql } from './problem';

/** What a template of an alert names. */
export interface AlertTemplate {
  /** `$labels.job`, `.Labels.job` and `index $labels "job"` are all of `labels`. */
  readonly uses: readonly TemplateUse[];
}

/** What Prometheus adds, the same in all releases that this library knows. */
const prometheus: TemplateDialect = {
  functions: [
    ...['query', 'first', 'label', 'value', 'strvalue', 'sortByLabel'],
    ...['args', 'safeHtml', 'graphLink', 'tableLink', 'pathPrefix', 'externalURL'],
    ...['reReplaceAll', 'match', 'title', 'toUpper', 'toLower', 'stripPort', 'stripDomain', 'urlQueryEscape'],
    ...['humanize', 'humanize1024', 'humanizeDuration', 'humanizePercentage', 'humanizeTimestamp'],
    ...['toTime', 'toDuration', 'now', 'parseDuration'],
  ],
  variables: ['$labels', '$externalLabels', '$externalURL', '$value'],
  advice: {
    function: 'Write a function that templates of Prometheus have, or $labels and $value.',
    variable: 'Write $labels or $value.',
  },
};

const members: Readonly<Record<string, string>> = {
  Labels: 'labels',
  ExternalLabels: 'externalLabels',
  ExternalURL: 'externalURL',
  Value: 'value',
};

/**
 * Reads a template, as alerts have them in labels and annotations. What Prometheus refuses when it loads the rule gives
 * problems; what fails only when the alert fires does not.
 */
export function readTemplate(text: string): ParsedPromql<AlertTemplate> {
  const { uses, problem } = readGoTemplate(text, prometheus);
  return problem ? { errors: [problem] } : { tree: { uses: uses.map(resolved) } };
}

function resolved(use: TemplateUse): TemplateUse {
  const [first = '', ...others] = use.fields;
  const of = use.of === 'root' && Object.hasOwn(members, first) ? members[first] : undefined;
  return of === undefined ? use : { ...use, of, fields: others };
}
