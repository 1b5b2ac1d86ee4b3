import { isAtLeast } from '../../../model/release';
import { differencesOf } from '../differences';
import { goType } from '../go-type';
import { OttlError, type OttlMap, type OttlValue } from '../value';
import { csvMode, parseCsv } from './csv';
import { type Converter, converter } from './function';
import { delimitersOf, parseKeyValue, toKeyValue } from './key-value';
import { parseJson } from './parse-json';
import { type Regex, regex, regexOf } from './regex';
import { severitiesOf, severityOf } from './severity';
import { parseUrl } from './url';

function delimiterOf(given: string | undefined, otherwise: string): string {
  if (given === undefined) return otherwise;
  if ([...given].length !== 1) throw new OttlError(`the delimiter "${given}" is not one character`);
  return given;
}

/** What is read from texts. */
export const parsers = {
  ExtractPatterns: converter({
    parameters: { target: 'string', pattern: 'string' },
    make: ({ target, pattern }, { release }) => {
      const regexAt = regexOf(pattern);
      const requireNames = ({ names }: Regex): void => {
        if (names.every((name) => name === '')) throw new OttlError('the regular expression has no group with a name');
      };
      // Older releases look at once, newer ones with each record.
      if (pattern.literal !== undefined && !isAtLeast(release, '0.152.0')) requireNames(regex(pattern.literal.value));
      return (place) => {
        const compiled = regexAt(place);
        requireNames(compiled);
        const text = target(place);
        const match = compiled.find(text);
        const found: OttlMap = new Map<string, OttlValue>();
        if (match === undefined) return found;
        compiled.names.forEach((name, group) => {
          const start = match[2 * group] ?? -1;
          if (name !== '') found.set(name, start < 0 ? '' : text.slice(start, match[2 * group + 1]));
        });
        return found;
      };
    },
  }),
  ParseCSV: converter({
    parameters: {
      target: 'string',
      header: 'string',
      delimiter: 'literalString?',
      header_delimiter: 'literalString?',
      mode: 'literalString?',
    },
    make: ({ target, header, delimiter, header_delimiter, mode }) => {
      const between = delimiterOf(delimiter, ',');
      const betweenNames = delimiterOf(header_delimiter, between);
      const quotes = csvMode(mode ?? 'strict');
      return (place) => {
        const row = target(place);
        return parseCsv(row, header(place), between, betweenNames, quotes);
      };
    },
  }),
  ParseJSON: converter({
    parameters: { target: 'string' },
    make:
      ({ target }) =>
      (place) => {
        const value = parseJson(target(place));
        if (value instanceof Map || Array.isArray(value)) return value;
        throw new OttlError(`the JSON is no object and no array, but of type ${goType(value)}`);
      },
  }),
  ParseKeyValue: converter({
    parameters: { target: 'string', delimiter: 'literalString?', pair_delimiter: 'literalString?' },
    make: ({ target, delimiter, pair_delimiter }, { release }) => {
      const delimiters = delimitersOf(delimiter, pair_delimiter);
      const garbles = !isAtLeast(release, '0.152.0');
      return (place) => parseKeyValue(target(place), delimiters, garbles);
    },
  }),
  ParseSeverity: converter({
    parameters: { target: 'any', mapping: 'map' },
    make: ({ target, mapping }) => {
      const { literal } = mapping;
      return (place) => {
        if (literal === undefined) throw new OttlError('the levels are not literals');
        const severities = severitiesOf(literal.value);
        return severityOf(target(place), severities);
      };
    },
  }),
  ToKeyValueString: converter({
    parameters: {
      target: 'map',
      delimiter: 'literalString?',
      pair_delimiter: 'literalString?',
      sort_output: 'literalBool?',
    },
    make: ({ target, delimiter, pair_delimiter, sort_output }, { release }) => {
      const delimiters = delimitersOf(delimiter, pair_delimiter);
      const { escapesHtmlInText } = differencesOf(release);
      return (place) => toKeyValue(target(place), delimiters, sort_output ?? false, escapesHtmlInText);
    },
  }),
  URL: converter({
    parameters: { uri: 'string' },
    make:
      ({ uri }) =>
      (place) =>
        parseUrl(uri(place)),
  }),
} satisfies Record<string, Converter>;
