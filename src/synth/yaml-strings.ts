/**
 * Says whether some parser takes the text for something else than a string, although js-yaml would leave it unquoted.
 *
 * go-yaml drops every underscore and then lets Go's `strconv.ParseInt(text, 0, 64)` decide, which knows `0X1F`, `-0o7` and
 * `0b-1`; `yaml` takes `.` and `e1` for numbers; it and PyYAML accept dates of one digit, and days that don't exist; and js-yaml
 * forgets that a key of the document may look like the marker between two documents.
 */
export function isLookalike(text: string): boolean {
  const withoutUnderscores = text.includes('_') ? text.replaceAll('_', '') : text;
  return NUMBER.test(withoutUnderscores) || DATE.test(text) || MARKER.test(text);
}

const NUMBER =
  /^[-+]?(?:0[xX][-+]?[0-9a-fA-F]*|0[oO][-+]?[0-7]*|0[bB][-+]?[01]*|[0-9]*(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?)$/;
const DATE = /^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:$|[Tt \t])/;
const MARKER = /^(?:---|\.\.\.)(?:$|\s)/;

/**
 * Says whether the text, of several lines, can be written as it is (`|`). js-yaml itself does so for all but tabs, which would
 * put a script on one line in quotes; but some of what it does is read differently: a tab that begins the first line (go-yaml:
 * wrong indentation), blanks alone on the last line (`yaml` drops them), and YAML 1.1's additional line breaks.
 */
export function isSafeInBlock(text: string): boolean {
  return !/^\s*\t/.test(text) && !/\n[ \t]+$/.test(text) && !INVISIBLE.test(text) && text.trim() !== '';
}

const INVISIBLE = /[\x7F-\xA0\u2028\u2029\uFEFF\uFFFE\uFFFF]/;
