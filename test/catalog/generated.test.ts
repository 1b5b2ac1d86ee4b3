import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { components, nameIn } from '../../src/catalog/catalog';
import type { ComponentFacts, FieldPath, JsonSchema } from '../../src/catalog/facts';
import { shared } from '../../src/catalog/shared';
import type { ComponentKind } from '../../src/model/component-id';
import { isConfigMap } from '../../src/model/config';
import { isAtLeast, releases } from '../../src/model/release';

interface Generated {
  readonly deprecatedAlias?: string;
  readonly stability: unknown;
  readonly schema: JsonSchema;
  readonly references: readonly { readonly path: FieldPath; readonly to: 'component' | 'pipeline' }[];
}

interface Index {
  readonly components: readonly { readonly kind: ComponentKind; readonly type: string; readonly file: string }[];
}

const imports = join(__dirname, '../../imports/otelcol');
const read = <T>(release: string, file: string): T =>
  JSON.parse(readFileSync(join(imports, release, file), 'utf8')) as T;

/** Where the two catalogues differ with reason. */
const exceptions: readonly { readonly where: RegExp; readonly difference: RegExp; readonly reason: string }[] = [
  {
    where: /^0\.\S+ processor (filter|transform)$/,
    difference: /^\w+_(conditions|statements)\.\* is string\|object, made object$/,
    reason: 'These processors decode themselves: a group may also be one condition or statement.',
  },
  {
    where: /^0\.159\.0 processor tail_sampling$/,
    difference: /^only made: policies\.\*(\.[\w*]+)*\.\*$/,
    reason: 'The rest of a policy goes to an extension; by hand that is `x-or-extension`.',
  },
  {
    where: /^0\.131\.0 processor filter$/,
    difference: /^only by hand: (trace|metric|log)_conditions\b/,
    reason: 'The renderer writes them as `traces`, `metrics` and `logs`.',
  },
  {
    where: /^0\.131\.0 (processor filter|exporter nop)$/,
    difference: /^only by hand: profiles$/,
    reason: 'By hand, signals are those of the newest release.',
  },
  {
    where: /^0\.131\.0 connector forward$/,
    difference: /^only by hand: profiles to profiles$/,
    reason: 'By hand, pairs are those of the newest release.',
  },
];

/** Components that a release's build lacks: see the head of its manifest. */
const notBuilt = ['0.159.0 connector routing'];

/** JSON types of a field; none when any value may stand there. */
type Types = readonly string[];

/** A view of a catalogue: how it resolves references, and what it knows of a field in a release. */
interface View {
  readonly resolve: (ref: string) => unknown;
  readonly has: (field: JsonSchema) => boolean;
  readonly release: string;
}

const pointer = (ref: string) =>
  decodeURIComponent(ref.slice(ref.indexOf('#/$defs/') + '#/$defs/'.length))
    .replaceAll('~1', '/')
    .replaceAll('~0', '~');

/** The fields below a schema by their paths, each with its types. */
function fieldsOf(schema: unknown, view: View, path = '', above: readonly string[] = []): Map<string, Types> {
  const fields = new Map<string, Types>();
  if (!isConfigMap(schema)) return fields;
  const { $ref, ...rest } = schema;
  if (typeof $ref === 'string') {
    if (above.includes($ref)) return fields;
    const target = view.resolve($ref);
    return fieldsOf({ ...(isConfigMap(target) ? target : {}), ...rest }, view, path, [...above, $ref]);
  }
  const types = typesOf(schema, view.release);
  if (path !== '') fields.set(path, types);
  const children: [string, unknown][] = isConfigMap(schema.properties) ? Object.entries(schema.properties) : [];
  if (isConfigMap(schema.items) && types.includes('array')) children.push(['*', schema.items]);
  if (isConfigMap(schema.additionalProperties)) children.push(['*', schema.additionalProperties]);
  for (const [key, child] of children) {
    if (!isConfigMap(child) || !view.has(child)) continue;
    for (const [below, found] of fieldsOf(child, view, path === '' ? key : `${path}.${key}`, above)) {
      fields.set(below, [...new Set([...(fields.get(below) ?? []), ...found])]);
    }
  }
  return fields;
}

function typesOf(schema: JsonSchema, release: string): Types {
  if (schema['x-custom-unmarshal'] === true) return [];
  const { type, enum: values, items } = schema;
  if (type === undefined) return Array.isArray(values) ? [...new Set(values.map((value) => typeof value))] : [];
  const since = isConfigMap(schema['x-type-since']) ? schema['x-type-since'] : {};
  const types = ((Array.isArray(type) ? type : [type]) as readonly string[]).filter((one) =>
    isAtLeast(release, String(since[one] ?? '0.0.0')),
  );
  // The decoder splits one text into a list of texts.
  return types.includes('array') && isConfigMap(items) && items.type === 'string' ? [...types, 'string'] : types;
}

/** Whether all that the first admits is in the second: the catalogue by hand may be stricter than Go's types. */
function admits(written: Types, made: Types): boolean {
  if (made.length === 0) return true;
  const known = made.includes('number') ? [...made, 'integer'] : made;
  return written.length > 0 && written.every((type) => known.includes(type));
}

/** What a release's factory supports: signals, or pairs of signals. */
function supportsOf(stability: unknown): readonly string[] {
  if (Array.isArray(stability)) return stability.map(({ from, to }) => `${from} to ${to}`).sort();
  return isConfigMap(stability) ? Object.keys(stability).sort() : [];
}

function differencesOf(release: string, facts: ComponentFacts, made: Generated): readonly string[] {
  const found: string[] = [];
  const alias = facts.renamed && isAtLeast(release, facts.renamed.in) ? facts.renamed.from : undefined;
  if (alias !== made.deprecatedAlias) found.push(`older name ${alias}, made ${made.deprecatedAlias}`);

  const supports = (facts.pairs?.map(([from, to]) => `${from} to ${to}`) ?? [...(facts.signals ?? [])]).sort();
  const supported = supportsOf(made.stability);
  for (const signal of supports.filter((one) => !supported.includes(one))) found.push(`only by hand: ${signal}`);
  for (const signal of supported.filter((one) => !supports.includes(one))) found.push(`only made: ${signal}`);

  const byHand = fieldsOf(facts.schema, {
    resolve: (ref) => (shared.$defs as JsonSchema)[pointer(ref)],
    release,
    has: (field) =>
      isAtLeast(release, String(field['x-since'] ?? '0.0.0')) &&
      !(field['x-until'] !== undefined && isAtLeast(release, String(field['x-until']))),
  });
  const defs = read<{ $defs: JsonSchema }>(release, 'defs.json').$defs;
  const byGo = fieldsOf(made.schema, { resolve: (ref) => defs[pointer(ref)], has: () => true, release });
  for (const [path, types] of byHand) {
    const goTypes = byGo.get(path);
    if (!goTypes) found.push(`only by hand: ${path}`);
    else if (!admits(types, goTypes)) found.push(`${path} is ${types.join('|') || 'any'}, made ${goTypes.join('|')}`);
  }
  for (const path of byGo.keys()) if (!byHand.has(path)) found.push(`only made: ${path}`);

  const references = new Set(made.references.map(({ path, to }) => `${to} ${path.join('.')}`));
  const referring = [
    ...(facts.extensionRefs ?? []).map(({ path }) => ['component', path.join('.')] as const),
    ...(facts.pipelineRefs ?? []).map((path) => ['pipeline', path.join('.')] as const),
  ];
  for (const [to, path] of referring) {
    if (byGo.has(path) && !references.has(`${to} ${path}`)) found.push(`${path} names a ${to} only by hand`);
  }
  return found;
}

const generated = new Map<string, string>(
  releases.flatMap((release) =>
    read<Index>(release, 'index.json').components.map(
      ({ kind, type, file }) => [`${release} ${kind} ${type}`, file] as const,
    ),
  ),
);
const rows = releases.flatMap((release) =>
  Object.values(components)
    .flat()
    .filter((facts) => !facts.releases || facts.releases.includes(release))
    .map((facts) => [`${release} ${facts.kind} ${facts.type}`, release, facts] as const)
    .filter(([where]) => !notBuilt.includes(where)),
);

function fileOf(release: string, facts: ComponentFacts): Generated {
  const file = generated.get(`${release} ${facts.kind} ${nameIn(release, facts)}`);
  if (file === undefined) throw new Error(`imports/otelcol/${release} has no ${facts.kind} ${nameIn(release, facts)}`);
  return read<Generated>(release, file);
}

test.each(rows)('%s is what reflection over its factory says', (where, release, facts) => {
  const differences = differencesOf(release, facts, fileOf(release, facts));
  const allowed = exceptions.filter((exception) => exception.where.test(where));
  expect(differences.filter((one) => !allowed.some(({ difference }) => difference.test(one)))).toEqual([]);
});

test.each(exceptions)('still differs: $where, $difference', ({ where, difference }) => {
  const differing = rows
    .filter(([name]) => where.test(name))
    .flatMap(([_, release, facts]) => differencesOf(release, facts, fileOf(release, facts)));
  expect(differing.some((one) => difference.test(one))).toBe(true);
});

test('what is not built is not generated', () => {
  expect(notBuilt.filter((where) => generated.has(where))).toEqual([]);
});
