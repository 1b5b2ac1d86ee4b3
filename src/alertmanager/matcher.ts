import { isPlainMetric, quotedText } from '../model/label-name';
import { isWholeMatch, wholeMatch } from '../model/whole-match';

/** How a matcher compares a label: equal, not equal, and by a regular expression that the whole value has to match. */
export type MatcherType = '=' | '!=' | '=~' | '!~';

/** A condition on one label. A label that an alert does not have is empty. */
export interface Matcher {
  readonly name: string;
  readonly type: MatcherType;
  readonly value: string;
}

/** The labels of an alert. */
export type Labels = Readonly<Record<string, string>>;

/** A text that holds no matchers. */
export class MatcherError extends Error {}

/** Whether a value meets a matcher. */
export function meets({ type, value }: Matcher, text: string): boolean {
  switch (type) {
    case '=':
      return text === value;
    case '!=':
      return text !== value;
    case '=~':
      return wholeMatch(value, 'alertmanager')(text);
    case '!~':
      return !wholeMatch(value, 'alertmanager')(text);
  }
}

/** Whether the labels meet all matchers. */
export function meetsAll(matchers: readonly Matcher[], labels: Labels): boolean {
  return matchers.every((matcher) => meets(matcher, labelValue(labels, matcher.name)));
}

/** The value of a label; empty where there is none. */
export function labelValue(labels: Labels, name: string): string {
  return Object.hasOwn(labels, name) ? (labels[name] ?? '') : '';
}

/** Makes a matcher. @throws MatcherError where its regular expression is none */
export function matcherOf(name: string, type: MatcherType, value: string): Matcher {
  if ((type === '=~' || type === '!~') && !isWholeMatch(value, 'alertmanager')) {
    throw new MatcherError(`"${value}" is no regular expression`);
  }
  return { name, type, value };
}

/** A matcher as Alertmanager reads it, in either of its notations where the name allows it. */
export function matcherText({ name, type, value }: Matcher): string {
  return `${isPlainMetric(name) ? name : quotedText(name)}${type}${quotedText(value)}`;
}
