import type { TextProblem } from '../model/text-problem';
import type { TemplateDialect } from '../templates/dialect';
import { readGoTemplate } from '../templates/read';

const notifications: TemplateDialect = {
  name: '',
  functions: [
    ...['toUpper', 'toLower', 'title', 'trimSpace', 'join', 'match', 'safeHtml', 'safeUrl', 'urlUnescape'],
    ...['reReplaceAll', 'stringSlice', 'routeLabels', 'date', 'tz', 'now', 'since', 'humanizeDuration', 'toDate'],
    ...['mustToDate', 'toJson', 'base64encode', 'base64decode', 'list', 'append', 'dict'],
  ],
  variables: [],
  advice: {
    function: 'Write a function that templates of Alertmanager have, such as toUpper or join.',
    variable: 'Set it before, as in {{ $name := … }}, or write $ for the whole notification.',
  },
};

const dialects = {
  alertmanager: notifications,
  go: {
    ...notifications,
    functions: [],
    advice: { ...notifications.advice, function: 'Write a function of Go’s templates, such as print.' },
  },
} as const satisfies Readonly<Record<string, TemplateDialect>>;

/**
 * What is wrong with the text of a template, as Go's text/template finds it when it reads one; `undefined` where nothing
 * is. Whether it can be filled in shows only with an alert.
 *
 * @param dialect `go`: without Alertmanager's own functions
 */
export function templateProblem(
  text: string,
  dialect: keyof typeof dialects = 'alertmanager',
): TextProblem | undefined {
  return text.includes('{{') ? readGoTemplate(text, dialects[dialect]).problem : undefined;
}

/** The same, as advice. */
export function templateAdvice(text: string, dialect: keyof typeof dialects): string | undefined {
  const problem = templateProblem(text, dialect);
  return problem && `${problem.message} ${problem.fix}`;
}
