import { collections } from './collections';
import { conversions } from './conversion';
import { encodings } from './encoding';
import { formats } from './format';
import type { Converter } from './function';
import { hashes } from './hash';
import { parsers } from './parsing';
import { predicates } from './predicates';
import { texts } from './text';
import { times } from './times';

/**
 * The converters that are known, by name. Functions with lambda expressions, of XML, grok patterns, user agents,
 * community ids and random ids are not.
 */
export const converters: Readonly<Record<string, Converter>> = {
  ...collections,
  ...conversions,
  ...encodings,
  ...formats,
  ...hashes,
  ...parsers,
  ...predicates,
  ...texts,
  ...times,
};
