import { didYouMean, nearest } from '../../model/nearest';
import type { Path } from '../ast';
import { contextNames } from '../context-names';
import { language, otherReleases } from '../language';
import type { ContextFacts, LanguageFacts, PathFacts } from '../tables';
import type { Environment } from './field';
import { type OttlFinding, refused } from './finding';

/** What a path leads to, or why the collector does not know it. */
export type Resolved =
  | { readonly facts: PathFacts; readonly finding?: undefined }
  | { readonly facts?: undefined; readonly finding: OttlFinding };

// Another name of the scope, from before it was called so.
const aliases: Readonly<Record<string, string>> = { instrumentation_scope: 'scope' };

/** Looks a path up; its keys are checked elsewhere. */
export function resolvePath(path: Path, environment: Environment): Resolved {
  const { own, context, prefixes = 'required' } = environment;
  const prefix = path.context ?? (prefixes === 'optional' ? context : undefined);
  if (prefix === undefined) return { finding: withoutPrefix(path, environment) };
  if (!own.reads.includes(prefix)) return { finding: outOfSight(path, prefix, environment) };
  const names = path.fields.map(({ name }) => name);
  const name = names.join('.');
  const facts = name === 'cache' && prefix !== context ? undefined : pathOf(environment.facts, prefix, name);
  if (facts === undefined) return { finding: unknownPath(path, prefix, name, environment) };
  const indexed = path.fields.findIndex(({ keys }) => keys.length > 0);
  const takesKeys = indexed === path.fields.length - 1 && facts.keys;
  if (indexed >= 0 && !takesKeys) return { finding: withoutKeys(path, prefix, names.slice(0, indexed + 1).join('.')) };
  // What is found by a key is text, and has none itself.
  if (facts.type === 'string' && (path.fields.at(-1)?.keys.length ?? 0) > 1) {
    return { finding: withoutKeys(path, prefix, `${name}["…"]`) };
  }
  return { facts };
}

function contextOf(facts: LanguageFacts, prefix: string): ContextFacts | undefined {
  return facts.contexts[aliases[prefix] ?? prefix];
}

function pathOf(facts: LanguageFacts, prefix: string, name: string): PathFacts | undefined {
  const paths = contextOf(facts, prefix)?.paths ?? {};
  return Object.hasOwn(paths, name) ? paths[name] : undefined;
}

function textOf({ context, fields }: Path): string {
  return [...(context === undefined ? [] : [context]), ...fields.map(({ name }) => name)].join('.');
}

function withoutPrefix(path: Path, { own, facts, context }: Environment): OttlFinding {
  const [first = { name: '', keys: [] }, ...rest] = path.fields;
  const text = textOf(path);
  if (rest.length > 0 && first.keys.length === 0 && !ownsFirst(own, first.name)) {
    const known = [...own.reads];
    const meant = nearest(first.name, known) ?? context;
    return refused(
      'ottl-context',
      path,
      `"${first.name}" is nothing that a path of "${text}" can be read from.`,
      `Did you mean "${meant}.${rest.map(({ name }) => name).join('.')}"?`,
    );
  }
  const reader = own.reads.find((prefix) => pathOf(facts, prefix, text) !== undefined) ?? context;
  return refused(
    'ottl-context',
    path,
    `"${text}" does not say what it is read from.`,
    `Write "${reader}.${text}"${reader === context ? '' : `, or what else you mean`}.`,
  );
}

/** Whether a word is the first part of one of the context's own paths. */
function ownsFirst(own: ContextFacts, word: string): boolean {
  return Object.keys(own.paths).some((name) => name.split('.')[0] === word);
}

function outOfSight(path: Path, prefix: string, { facts, own, context, release }: Environment): OttlFinding {
  const readers = Object.keys(facts.contexts).filter((name) => facts.contexts[name]?.reads.includes(prefix));
  if (readers.length === 0) {
    const since = otherReleases(release).find((other) => language(other).contexts[prefix] !== undefined);
    return refused(
      'ottl-context',
      path,
      `${release} has no context "${prefix}"${since === undefined ? '' : `, which ${since} has`}.`,
      didYouMean(prefix, own.reads, `Read it from ${own.reads.join(', ')}.`),
    );
  }
  return refused(
    'ottl-context',
    path,
    `"${textOf(path)}" cannot be read here: the context is "${context}".`,
    `Only ${listedContexts(readers)} can read "${prefix}".`,
  );
}

function listedContexts(names: readonly string[]): string {
  const last = names.at(-1);
  const shown = names.map((name) => `"${name}"`);
  if (names.length === 1) return `the context "${last}"`;
  return `the contexts ${shown.slice(0, -1).join(', ')} and "${last}"`;
}

function unknownPath(path: Path, prefix: string, name: string, { facts, context, release }: Environment): OttlFinding {
  if (name === 'cache') {
    return refused(
      'ottl-path',
      path,
      `"${prefix}.cache" cannot be read in the context "${context}".`,
      `Write "${context}.cache", the cache of this context.`,
    );
  }
  const known = Object.keys(contextOf(facts, prefix)?.paths ?? {});
  const since = otherReleases(release).find((other) => pathOf(language(other), prefix, name) !== undefined);
  const message = `${prefix} has no "${name}"${since === undefined ? '' : ` in ${release}: ${since} has`}.`;
  const meant = nearest(name, known) ?? beginningOf(name, known);
  const elsewhere = [...contextNames].find(
    (other) => facts.contexts[context]?.reads.includes(other) && pathOf(facts, other, name) !== undefined,
  );
  let fix = known.includes('attributes')
    ? `Write ${prefix}.attributes["${name}"] if it is an attribute.`
    : `Write one of ${known.join(', ')}.`;
  // The same name elsewhere is more likely than another name here.
  if (elsewhere !== undefined) fix = `Did you mean "${elsewhere}.${name}"?`;
  else if (meant !== undefined) fix = `Did you mean "${prefix}.${meant}"?`;
  return refused('ottl-path', path, message, fix);
}

/** A path of which the name is too long: `severity_text.string`. */
function beginningOf(name: string, known: readonly string[]): string | undefined {
  const [first = ''] = name.split('.');
  return name === first ? undefined : known.find((path) => path === first);
}

function withoutKeys(path: Path, prefix: string, name: string): OttlFinding {
  return refused(
    'ottl-path',
    path,
    `"${prefix}.${name}" cannot be indexed.`,
    `Write it without a key, or index "${prefix}.attributes".`,
  );
}
