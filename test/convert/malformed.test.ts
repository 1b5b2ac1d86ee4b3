import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { checkModel } from '../../src/checks/check';
import { readModel } from '../../src/convert/read';
import { at, type ConfigValue } from '../../src/model/config';
import type { SourceDocument } from '../../src/source/document';
import { locate } from '../../src/source/locate';
import { parsed } from '../../src/source/parsed';
import { readSources } from '../../src/source/read';

/** `MDAI_MALFORMED=5000` draws more. */
const numRuns = Number(process.env.MDAI_MALFORMED ?? 300);

const folders = [
  ...readdirSync(join(__dirname, '../../examples'), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? [join(__dirname, '../../examples', entry.name, 'expected')] : [],
  ),
  join(__dirname, 'corpus'),
];

/** The documents of each file, which belong together. */
const sets = setsOf(readSources(folders).documents);

function setsOf(documents: readonly SourceDocument[]): readonly (readonly SourceDocument[])[] {
  const byPath = new Map<string, SourceDocument[]>();
  for (const document of documents) byPath.set(document.path, [...(byPath.get(document.path) ?? []), document]);
  return [...byPath.values()];
}

/** What may stand in place of a value. */
const replacement = fc.oneof(
  fc.constantFrom<ConfigValue>(
    null,
    '',
    0,
    -1,
    1.5,
    true,
    false,
    [],
    {},
    [null],
    { '': null },
    '${env:X}',
    'a/b',
    'a: [b',
  ),
  fc.constantFrom<ConfigValue>(
    ['text'],
    [{}],
    { name: 1 },
    { key: ['x'] },
    'constructor',
    '__proto__',
    '::',
    '${',
    '1h',
    '0',
  ),
);

type Way = readonly number[];

/** A change of one value: where, by the indices of members, and what is done. */
const change = fc.record({
  way: fc.array(fc.nat({ max: 30 }), { minLength: 2, maxLength: 14, size: 'max' }),
  to: fc.oneof({ arbitrary: fc.constant(undefined), weight: 1 }, { arbitrary: replacement, weight: 4 }),
});

/** The value, with one inside of it replaced, or removed; also inside a text that is YAML itself. */
function changed(value: ConfigValue, way: Way, to: ConfigValue | undefined): ConfigValue | undefined {
  const [index, ...rest] = way;
  const inner = typeof value === 'string' && value.includes('\n') ? parsed(value) : undefined;
  if (typeof inner === 'object' && inner !== null && rest.length > 1) return JSON.stringify(changed(inner, way, to));
  if (index === undefined || typeof value !== 'object' || value === null) return to;
  const members = Object.entries(value) as [string, ConfigValue][];
  if (members.length === 0) return to;
  const meant = index % members.length;
  const next = members.flatMap(([key, member], i): [string, ConfigValue][] => {
    if (i !== meant) return [[key, member]];
    const inner = changed(member, rest, to);
    return inner === undefined ? [] : [[key, inner]];
  });
  return Array.isArray(value) ? next.map(([, member]) => member) : Object.fromEntries(next);
}

/** Where a value is, by the indices of members; inside a text, by those of what it says. */
function wayTo(value: ConfigValue, [key, ...rest]: readonly string[]): Way {
  if (key === undefined) return [];
  const here = typeof value === 'string' ? parsed(value) : value;
  const members = Object.entries(here as object) as [string, ConfigValue][];
  const index = members.findIndex(([name]) => name === key);
  return [index, ...wayTo(members[index]?.[1] ?? null, rest)];
}

interface Changes {
  readonly set: number;
  readonly changes: readonly {
    readonly document: number;
    readonly change: { way: Way; to: ConfigValue | undefined };
  }[];
}

/** One value of a file in place of another. */
function exchanged(file: string, name: string, keys: readonly string[], to: ConfigValue): Changes {
  const set = sets.findIndex(([first]) => first?.path.endsWith(file));
  const document =
    sets[set]?.findIndex(
      ({ content }) => at(content, 'kind') === 'ConfigMap' && at(content, 'metadata', 'name') === name,
    ) ?? -1;
  return { set, changes: [{ document, change: { way: wayTo(sets[set]?.[document]?.content ?? null, keys), to } }] };
}

/** What was not read once: names of files that are patterns, and such that are none. */
const regressions = ['rules[/*.yaml', '[', '[]', '\\', 'rules[a-z]/*.yaml', '(', '**'].map((pattern): [Changes] => [
  exchanged(
    'closed-loop/expected/mdai.k8s.yaml',
    'prometheus',
    ['data', 'prometheus.yaml', 'rule_files', '0'],
    pattern,
  ),
]);

test('a regression changes the value that it means', () => {
  const [{ set, changes }] = regressions[0] as [Changes];
  const [{ document, change }] = changes as [Changes['changes'][number]];
  const content = sets[set]?.[document]?.content ?? null;
  expect(JSON.stringify(changed(content, change.way, change.to))).toContain('rules[/*.yaml');
});

test('whatever objects look like, they are read, checked and placed', () => {
  const scene = fc.record({
    set: fc.nat({ max: sets.length - 1 }),
    changes: fc.array(fc.record({ document: fc.nat({ max: 40 }), change }), { minLength: 1, maxLength: 4 }),
  });
  fc.assert(
    fc.property(scene, ({ set, changes }) => {
      const documents = [...(sets[set] ?? [])];
      for (const { document, change } of changes) {
        const i = document % documents.length;
        const one = documents[i] as SourceDocument;
        documents[i] = { ...one, content: changed(one.content, change.way, change.to) ?? null };
      }
      const model = readModel(documents);
      for (const issue of checkModel(model)) locate(issue, model.origins, () => ({ line: 1, column: 1 }));
    }),
    { numRuns, examples: regressions, ...(process.env.MDAI_SEED && { seed: Number(process.env.MDAI_SEED) }) },
  );
});
