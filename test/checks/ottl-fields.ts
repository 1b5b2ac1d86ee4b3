import { findComponent, knownTypes } from '../../src/catalog/catalog';
import { resolveDefinition } from '../../src/catalog/definitions';
import { type ComponentKind, sectionOf } from '../../src/model/component-id';
import { releases } from '../../src/model/release';

/** The components of which a field holds OTTL, by kind and type. */
export function* kindsIn(): Generator<string> {
  for (const kind of Object.keys(sectionOf) as ComponentKind[]) {
    for (const type of knownTypes(kind)) {
      const facts = findComponent(kind, type);
      const holds = releases.some((release) => holdsOttl(facts?.in(release)?.schema, new Set()));
      if (facts !== undefined && holds) yield `${kind}/${facts.type}`;
    }
  }
}

function holdsOttl(schema: unknown, seen: Set<string>): boolean {
  if (Array.isArray(schema)) return schema.some((part) => holdsOttl(part, seen));
  if (typeof schema !== 'object' || schema === null) return false;
  if (Object.hasOwn(schema, 'x-ottl')) return true;
  const { $ref } = schema as { $ref?: unknown };
  if (typeof $ref === 'string') {
    if (seen.has($ref)) return false;
    seen.add($ref);
    if (holdsOttl(resolveDefinition($ref), seen)) return true;
  }
  return Object.values(schema).some((part) => holdsOttl(part, seen));
}
