import { isAtLeast, type Release } from '../../model/release';

/** Where the releases of the language differ in what it does. What they know differs in the language's tables. */
export interface Differences {
  /** Setting a path to a value of the wrong type is an error; else nothing happens. */
  readonly refusesWrongTypes: boolean;
  /** A constant part decides `and` and `or` before the parts that could raise an error; literal arguments are converted at start. */
  readonly foldsLiterals: boolean;
  /** A converter's result is indexed with any expression; else only with literals. */
  readonly indexesByExpressions: boolean;
  /** `<`, `>` and `&` are escaped in `body.string` of a map or list. */
  readonly escapesHtmlInText: boolean;
  /** Setting a map to itself, which every editor of maps does, turns the bytes in it into zeros. */
  readonly clearsBytesOfItself: boolean;
  /** In the scope context, `resource.schema_url` is that of the scope. */
  readonly takesSchemaUrlOfScope: boolean;
}

const newest: Differences = {
  refusesWrongTypes: true,
  foldsLiterals: true,
  indexesByExpressions: true,
  escapesHtmlInText: false,
  clearsBytesOfItself: false,
  takesSchemaUrlOfScope: false,
};

const oldest: Differences = {
  refusesWrongTypes: false,
  foldsLiterals: false,
  indexesByExpressions: false,
  escapesHtmlInText: true,
  clearsBytesOfItself: true,
  takesSchemaUrlOfScope: true,
};

/** How a release behaves. Only releases that this library knows have been looked at. */
export function differencesOf(release: Release): Differences {
  return isAtLeast(release, '0.159.0') ? newest : oldest;
}
