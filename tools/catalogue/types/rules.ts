import type { ListenFacts } from '../../../src/catalog/facts';
import { type ComponentKind, sectionOf } from '../../../src/model/component-id';
import { isConfigMap } from '../../../src/model/config';
import { defaultText, type Field } from './interface';
import { shortStruct } from './names';
import { newest, oldest, type ReadComponent, resolved, type Source } from './read';
import type { Group } from './structs';

export function fileOf({ kind, type }: { readonly kind: ComponentKind; readonly type: string }): string {
  return `${sectionOf[kind]}/${type}`;
}

export function pageOf(module: string, version: string): string | undefined {
  for (const [prefix, repository] of [
    ['go.opentelemetry.io/collector/', 'opentelemetry-collector'],
    ['github.com/open-telemetry/opentelemetry-collector-contrib/', 'opentelemetry-collector-contrib'],
  ] as const) {
    if (module.startsWith(prefix)) {
      return `https://github.com/open-telemetry/${repository}/tree/${version}/${module.slice(prefix.length)}`;
    }
  }
  return undefined;
}

/** A struct's names, short. */
export function structNamesOf(group: Group): readonly string[] {
  return structNamesIn(group).map(shortStruct);
}

export function structNamesIn({ newer, older }: Group): readonly string[] {
  return [...new Set([newer, older])].filter((name): name is string => name !== undefined);
}

export function listenAt({ listens }: ReadComponent, path: readonly string[]): ListenFacts | undefined {
  return listens.find((listen) => listen.path.join('/') === path.join('/'));
}

export function roleAt({ targets }: ReadComponent, path: readonly string[]): string | undefined {
  for (const { references } of targets.values()) {
    const found = references.find((one) => one.path.join('/') === path.join('/') && one.to === 'component');
    if (found?.role !== undefined) return found.role;
  }
  return undefined;
}

/** Whether a place has nothing but a reference to a struct, as far as types go. */
export function isPlainReference(schema: Source['schema']): boolean {
  return (
    typeof schema.$ref === 'string' &&
    !['properties', 'required', 'items', 'additionalProperties', 'type', 'enum', 'anyOf', 'if'].some(
      (key) => key in schema,
    )
  );
}

export function withoutSwitch(schema: Source['schema']): Source['schema'] {
  const { enabled: _, ...properties } = (schema.properties ?? {}) as Record<string, unknown>;
  return { ...schema, properties };
}

/** A field that a release lacks cannot be required. */
export function isRequired(outer: readonly Source[], found: readonly Source[], key: string): boolean {
  const targets = new Set(outer.map(({ target }) => target));
  if (new Set(found.map(({ target }) => target)).size < targets.size) return false;
  return outer.every((source) => {
    const { required, if: when, else: otherwise } = resolved(source).schema;
    // A section that is not turned off by name.
    const unlessOff = isConfigMap(fieldOf(when, 'enabled')) && isConfigMap(otherwise) ? otherwise.required : undefined;
    return [required, unlessOff].some((names) => Array.isArray(names) && names.includes(key));
  });
}

function fieldOf(schema: unknown, key: string): unknown {
  return isConfigMap(schema) && isConfigMap(schema.properties) ? schema.properties[key] : undefined;
}

export function releasesOf(outer: readonly Source[], found: readonly Source[]): string | undefined {
  if (new Set(outer.map(({ target }) => target)).size < 2) return undefined;
  const newer = found.filter(({ target }) => target === newest);
  if (newer.length === 0) return `Until ${oldest}.`;
  if (newer.length < found.length) return undefined;
  // Of a struct, the target release itself has a say, not those in whose stead another was read.
  const exact = outer.some(({ target, from }) => target === newest && from === newest);
  return exact && !newer.some(({ from }) => from === newest) ? undefined : `Since ${newest}.`;
}

export function isSecret(schema: Source['schema']): boolean {
  const { items } = schema;
  const holds = (value: unknown) => value === true || value === 'in-source';
  return holds(schema['x-secret']) || (isConfigMap(items) && holds(items['x-secret']));
}

export function scalarUnion(scalars: ReadonlySet<string>): string {
  // A text of any form covers its literals.
  const kept = [...scalars].filter((one) => !(one.startsWith("'") && scalars.has('string')));
  return kept.join(' | ');
}

export function grouped(type: string): string {
  return / \| |^readonly /.test(type.replace(/<[^<>]*>/g, '')) ? `(${type})` : type;
}

/** Whether a section has all that a struct has in its release. */
export function inlines(source: Source, struct: readonly Source[]): boolean {
  const own = resolved(source).schema.properties;
  const same = struct.filter(({ target }) => target === source.target);
  const exact = same.filter(({ from }) => from === source.from);
  const of = exact.length > 0 ? exact : same.length > 0 ? same.slice(0, 1) : struct.slice(0, 1);
  return (
    isConfigMap(own) &&
    of.every((one) => Object.keys((one.schema.properties ?? {}) as object).every((name) => Object.hasOwn(own, name)))
  );
}

/** Whether a field has more to say than the one that it inherits. */
export function differs(field: Field, base: Field): boolean {
  const own = defaultText(field.doc);
  return (
    field.type !== base.type ||
    field.required !== base.required ||
    field.doc.sentence !== base.doc.sentence ||
    (own !== undefined && own !== defaultText(base.doc)?.replace(/^usually /, ''))
  );
}

/** A field with what is said of the one that it inherits, where nothing is said of it. */
export function withSentence(field: Field, base: Field): Field {
  const sentence = field.doc.sentence ?? base.doc.sentence;
  const inferred = field.doc.inferred ?? (field.required ? undefined : base.doc.inferred);
  return { ...field, doc: { ...field.doc, sentence, inferred } };
}
