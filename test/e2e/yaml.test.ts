import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { readDocuments } from '../../src/source/read-file';
import { plainValue, type Reader } from '../../src/source/scalars';
import { documents, plainScalars, scalar } from './yaml/draws';
import { type Reading, readings } from './yaml/judge';
import { mutations } from './yaml/mutations';

const count = Number(process.env.YAML_DOCUMENTS ?? 3000);
const seed = Number(process.env.YAML_SEED ?? 7);

/** What the codes say that a reader refuses. The collector refuses a key that is there twice, too. */
const refusals: Readonly<Record<Reader, ReadonlySet<string>>> = {
  kubernetes: new Set(['yaml-syntax', 'yaml-template']),
  collector: new Set(['yaml-syntax', 'yaml-template', 'yaml-duplicate']),
};

type Verdict = readonly unknown[] | 'refused';

/** What we read in a text. */
function ours(text: string, reader: Reader): Verdict {
  const { documents: read, issues } = readDocuments({ path: 'file', text, binary: false });
  if (issues.some(({ code }) => refusals[reader].has(code))) return 'refused';
  return read.map(({ content }) => said(content, reader));
}

/** What the reader itself reads. */
function theirs({ documents: read, error }: Reading): Verdict {
  return error === undefined ? read.filter((document) => document !== null) : 'refused';
}

/** A value in the words of the judge: dates, and numbers that JSON does not have. */
function said(value: unknown, reader: Reader): unknown {
  if (typeof value === 'string') return isDate(value, reader) ? 'date' : value;
  if (typeof value === 'number' && !Number.isFinite(value)) {
    return `float ${Number.isNaN(value) ? 'NaN' : value > 0 ? '+Inf' : '-Inf'}`;
  }
  if (Array.isArray(value)) return value.map((item) => said(item, reader));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, item]) => [isDate(key, reader) ? 'date' : key, said(item, reader)]);
  return Object.fromEntries(entries);
}

function isDate(text: string, reader: Reader): boolean {
  return plainValue(text, reader).kind === 'timestamp';
}

/** The texts that we read otherwise than those whom they are for, each with what we read and what they do. */
function differences(texts: readonly string[], reader: Reader) {
  const answers = readings(texts);
  return texts.flatMap((text, i) => {
    if (mayBeReplaced(text)) return [];
    const [we, they] = [ours(text, reader), theirs((answers[i] as (typeof answers)[number])[reader])];
    const both = [we, they].map((verdict) => JSON.stringify(sorted(verdict)));
    return both[0] === both[1] ? [] : [[JSON.stringify(text), ...both].join('  ')];
  });
}

/** What kubectl refuses, it does not refuse where a merge or a second key replaces it. We do: there are two mistakes. */
function mayBeReplaced(text: string): boolean {
  return /\.(?:nan|inf)|~:/i.test(text) && (text.includes('<<') || isTwice(text));
}

function isTwice(text: string): boolean {
  return readDocuments({ path: 'file', text, binary: false }).issues.some(({ code }) => code === 'yaml-duplicate');
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, item]) => [key, sorted(item)]));
}

const manifest = 'apiVersion: v1\nkind: Unknown\n';

describe.each(['kubernetes', 'collector'] as const)('%s', (reader) => {
  const begin = reader === 'kubernetes' ? manifest : '';

  test('reads unquoted scalars as we do', () => {
    // Keys that are larger than numbers can be are refused, or rounded to 32 bits: nobody has them.
    const keys = plainScalars.filter((text) => !/\d{18}/.test(text));
    const texts = [...plainScalars.map((text) => `a: ${text}\n`), ...keys.map((text) => `${text}: 1\n`)];
    expect(
      differences(
        texts.map((text) => `${begin}${text}`),
        reader,
      ),
    ).toEqual([]);
  });

  test('reads drawn scalars as we do', () => {
    const drawn = fc.sample(scalar, { numRuns: count, seed });
    expect(
      differences(
        drawn.map((text) => `${begin}a: ${text}\n`),
        reader,
      ),
    ).toEqual([]);
  });

  test('reads drawn documents as we do', () => {
    const drawn = fc.sample(documents(begin), { numRuns: count, seed });
    expect(differences(drawn, reader)).toEqual([]);
  });
});

/** Where Go's yaml is not of the parser's mind: a colon at either end of a word in brackets, and a tag without a space behind it. */
const corners = /:[\]},]|[{[,] *:\w|![{["']/;

test('manifests in which fingers slipped are read, or refused, as kubectl does', () => {
  const good = join(__dirname, '../cli/good');
  // A text that is YAML itself has mistakes of its own, of which kubectl knows nothing.
  const texts = readdirSync(good)
    .map((name) => readFileSync(join(good, name), 'utf8'))
    .flatMap((text) => text.split(/^---\n/m))
    .filter((text) => /^apiVersion: .*\nkind: (?!ConfigMap|Secret|List)/.test(text) && !/: [|>]|v1alpha1/.test(text));
  expect(texts.length).toBeGreaterThan(8);
  const drawn = fc.sample(mutations(texts), { numRuns: count, seed });
  // Without its first lines it is no manifest.
  const kept = drawn.filter((text) => /^apiVersion: \S+\nkind: \S+\n/.test(text) && !corners.test(text));
  expect(kept.length).toBeGreaterThan(count / 2);
  expect(differences(kept, 'kubernetes')).toEqual([]);
});
