import type { Release } from '../../../model/release';
import type { Path } from '../../ast';
import { language } from '../../language';
import type { Differences } from '../differences';
import type { Target } from '../functions/function';
import type { Key } from '../keys';
import type { OttlContext } from '../place';
import { OttlError } from '../value';
import { dataPointPaths } from './datapoint';
import { logPaths } from './log';
import { metricPaths } from './metric';
import { otelcolPaths } from './otelcol';
import { map, type PathDefinition, type PathTable } from './path';
import { resourcePaths } from './resource';
import { scopePaths } from './scope';
import { spanPaths } from './span';
import { spanEventPaths } from './spanevent';

const tables: Readonly<Record<string, PathTable>> = {
  resource: resourcePaths,
  scope: scopePaths,
  instrumentation_scope: scopePaths,
  log: logPaths,
  span: spanPaths,
  spanevent: spanEventPaths,
  metric: metricPaths,
  datapoint: dataPointPaths,
  otelcol: otelcolPaths,
};

/** Every context has one of its own, which no other reads. */
const cache: PathDefinition = map((place) => place.cache);

/** A context in which paths are resolved, and the release that knows them. */
export interface PathScope {
  readonly context: OttlContext;
  readonly release: Release;
  readonly differences: Differences;
}

/** What is read and set by a path. Throws `OttlError` where the collector refuses it at start. */
export function targetOf(
  path: Path,
  keysOf: (field: Path['fields'][number]) => readonly Key[],
  scope: PathScope,
): Target {
  const segments = path.context === undefined ? path.fields : [{ name: path.context, keys: [] }, ...path.fields];
  const [first, ...others] = segments;
  // A path without a prefix is one of the context itself.
  const prefixed = first !== undefined && others.length > 0 && readsOf(scope).includes(first.name);
  const prefix = prefixed ? first.name : scope.context;
  const fields = prefixed ? others : segments;
  const name = fields.map((field) => field.name).join('.');
  const definition = definitionOf(prefix, name, scope);
  const keys = fields.flatMap(keysOf);
  if (keys.length === 0) return definition.target(scope.differences);
  if (definition.indexed === undefined || fields.at(-1)?.keys.length === 0) {
    throw new OttlError(`${prefix}.${name} takes no keys`);
  }
  return definition.indexed(keys, scope.differences);
}

function readsOf({ context, release }: PathScope): readonly string[] {
  return language(release).contexts[context]?.reads ?? [];
}

function definitionOf(prefix: string, name: string, scope: PathScope): PathDefinition {
  if (name === 'cache' && prefix === scope.context) return cache;
  const facts = language(scope.release).contexts[prefix === 'instrumentation_scope' ? 'scope' : prefix];
  const isOfScope = name === 'schema_url' && scope.context === 'scope' && scope.differences.takesSchemaUrlOfScope;
  const table = tables[isOfScope ? 'scope' : prefix] ?? {};
  const definition = Object.hasOwn(table, name) ? table[name] : undefined;
  if (definition === undefined || facts === undefined || !Object.hasOwn(facts.paths, name)) {
    throw new OttlError(`the ${scope.context} context has no path ${prefix}.${name} in ${scope.release}`);
  }
  return definition;
}
