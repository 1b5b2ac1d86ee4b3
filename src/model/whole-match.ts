/** How programs put a regular expression between anchors: with Prometheus, a dot is any character, the end of a line too. */
const anchored = {
  prometheus: (expression: string) => `^(?s:${expression})$`,
  alertmanager: (expression: string) => `^(?:${expression})$`,
} as const;

/** A program that matches texts as a whole. */
export type MatchingProgram = keyof typeof anchored;

const compiled = new Map<string, (text: string) => boolean>();

/**
 * Whether a text matches a regular expression of RE2 as a whole, as a program asks it.
 *
 * @throws Error for what Go's regexp does not take
 */
export function wholeMatch(expression: string, program: MatchingProgram): (text: string) => boolean {
  const whole = anchored[program](expression);
  let known = compiled.get(whole);
  if (known === undefined) {
    // Loaded with the first expression: many programs have none.
    const { RE2JS } = require('re2js') as typeof import('re2js');
    const pattern = RE2JS.compile(whole);
    known = (text) => pattern.matcher(text).find();
    compiled.set(whole, known);
  }
  return known;
}

/** Whether a program takes a regular expression. */
export function isWholeMatch(expression: string, program: MatchingProgram): boolean {
  try {
    wholeMatch(expression, program);
    return true;
  } catch {
    return false;
  }
}
