/** What a program adds to Go's text/template. */
export interface TemplateDialect {
  /** What it calls the template itself, so that no other inside of it can have the name; absent where that may differ. */
  readonly name?: string;
  /** Its functions, beside Go's own. */
  readonly functions: readonly string[];
  /** Variables that it sets before the template begins, beside `$`. */
  readonly variables: readonly string[];
  /** What to write in place of a function, or a variable, that there is not and that resembles none. */
  readonly advice: { readonly function: string; readonly variable: string };
}

const goFunctions = [
  ...['and', 'call', 'html', 'index', 'slice', 'js', 'len', 'not', 'or', 'print', 'printf', 'println', 'urlquery'],
  ...['eq', 'ge', 'gt', 'le', 'lt', 'ne'],
];

/** What a template can call. */
export function functionsOf({ functions }: TemplateDialect): ReadonlySet<string> {
  return new Set([...goFunctions, ...functions]);
}
