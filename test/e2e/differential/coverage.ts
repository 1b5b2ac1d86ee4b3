import type { Case } from './case';
import { CONVERTERS } from './ottl/functions';
import { PREFIXES, type Prefix } from './ottl/paths';

/** How often each thing that must be tried has occurred, by kind and name. */
export type Coverage = Map<string, Map<string, number>>;

const OPERATORS = ['==', '!=', '<', '<=', '>', '>=', 'and', 'or', 'not', '+', '-', '*', '/'] as const;

const EDITORS = [
  'set',
  'append',
  'delete_index',
  'delete_key',
  'delete_matching_keys',
  'keep_keys',
  'keep_matching_keys',
  'flatten',
  'limit',
  'merge_maps',
  'replace_all_matches',
  'replace_match',
  'replace_all_patterns',
  'replace_pattern',
  'stringify_all',
  'truncate_all',
] as const;

const VALUES = [
  'stringValue',
  'intValue',
  'doubleValue',
  'boolValue',
  'bytesValue',
  'arrayValue',
  'kvlistValue',
  'empty',
] as const;

/** The prefixes that the signal's contexts read. */
const PREFIXES_OF = {
  logs: ['resource', 'scope', 'log'],
  traces: ['resource', 'scope', 'span', 'spanevent'],
  metrics: ['resource', 'scope', 'metric', 'datapoint'],
} as const;

/** What must occur in cases of a signal, each counted from nothing. */
export function emptyCoverage(signal: Case['signal'], old: boolean): Coverage {
  const functions = CONVERTERS.filter(
    ({ recent, context }) =>
      !(recent && old) && (context === undefined || (PREFIXES_OF[signal] as readonly string[]).includes(context)),
  );
  const editors = EDITORS.filter((name) => !(old && ['delete_index', 'stringify_all'].includes(name)));
  const paths = PREFIXES_OF[signal].flatMap((prefix) => {
    const { rows }: Prefix = PREFIXES[prefix];
    return rows.map(({ path }) => `${prefix}.${path.replace(/\[.*/, '')}`);
  });
  return new Map([
    ['function', zero(['Now', ...functions.map(({ name }) => name)])],
    ['editor', zero(editors)],
    ['operator', zero(OPERATORS)],
    ['path', zero(old ? paths.filter((path) => !/schema_url|^span\.flags/.test(path)) : paths)],
    ['value', zero(VALUES)],
  ]);
}

function zero(names: readonly string[]): Map<string, number> {
  return new Map(names.map((name) => [name, 0]));
}

/** Counts what occurs in a case: once for each expression, and once for each kind of value. */
export function cover(coverage: Coverage, one: Case): void {
  for (const { text, context } of one.expressions) {
    const code = text.replace(/"(\\.|[^"\\])*"/g, '""');
    count(coverage, 'function', code.match(/\b[A-Z]\w*(?=\()/g));
    count(coverage, 'editor', code.match(/\b[a-z_]+(?=\()/g));
    count(coverage, 'operator', code.match(/[=!<>]=|[<>]|\b(and|or|not)\b|(?<= )[-+*/](?= )/g));
    count(coverage, 'path', pathsIn(code, context));
  }
  const text = JSON.stringify(one.input);
  count(coverage, 'value', text.match(/\b(string|int|double|bool|bytes|array|kvlist)Value\b/g));
  count(coverage, 'value', text.includes('"value":{}') ? ['empty'] : []);
}

/** Paths without their keys; bare ones with the prefix of their context. */
function pathsIn(code: string, context: string): string[] {
  const words = code.match(/(?<![\w."])[a-z_]+(\.[a-z_]+)*\b(?!\(|=[^=])/g) ?? [];
  return words.map((word) =>
    /^(resource|scope|log|span|spanevent|metric|datapoint)\./.test(word) ? word : `${context}.${word}`,
  );
}

function count(coverage: Coverage, kind: string, names: readonly string[] | null): void {
  const counts = coverage.get(kind)!;
  for (const name of new Set(names)) {
    const before = counts.get(name);
    if (before !== undefined) counts.set(name, before + 1);
  }
}

/** What has occurred less often than that. */
export function uncovered(coverage: Coverage, least: number): string[] {
  return [...coverage].flatMap(([kind, counts]) =>
    [...counts].filter(([, times]) => times < least).map(([name, times]) => `${kind} ${name}: ${times}`),
  );
}

/** The counts as lines of text. */
export function coverageTable(coverage: Coverage): string {
  return [...coverage]
    .map(
      ([kind, counts]) => `${kind}\n${[...counts].map(([name, times]) => `  ${name.padEnd(34)} ${times}`).join('\n')}`,
    )
    .join('\n');
}
