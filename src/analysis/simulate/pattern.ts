import { type Regex, regex } from '../../ottl/evaluate/functions/regex';
import { OttlError, Unsupported } from '../../ottl/evaluate/value';

/** A regular expression of a configuration. Throws `Unsupported` for what is none: the collector refuses it. */
export function patternOf(text: string): Regex {
  try {
    return regex(text);
  } catch (error) {
    if (!(error instanceof OttlError)) throw error;
    throw new Unsupported(`the collector refuses ${error.message}`);
  }
}
