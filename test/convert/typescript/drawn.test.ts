import fc from 'fast-check';
import { importSources } from '../../../src/cli/importing/import';
import { type ConfigValue, isConfigMap } from '../../../src/model/config';
import { defaultRelease } from '../../../src/model/release';
import type { SourceDocument } from '../../../src/source/document';
import { readSources } from '../../../src/source/read';
import { manifests } from './apps';

/** What nobody expects where it stands. */
const strange: readonly ConfigValue[] = [
  ...[null, {}, [], '', 0, 1e21, -0.5, true],
  ...['${env:FOO}', '${FOO}', '$$', 'constructor', "it's", 'a\nb\n', '`${x}`', '\\', '\u0000', 'on', '0o17'],
  ...[[null], { a: null }, ['x', { y: null }]],
];
const keys = ['extra', 'a-b', 'constructor', 'default', 'x/y', '1', ''];

/** A value with one thing in it changed, by a list of draws. */
function changed(value: ConfigValue, draws: readonly number[], depth = 0): ConfigValue {
  const [draw = 0, ...rest] = draws;
  const other = strange[draw % strange.length] ?? null;
  if (Array.isArray(value)) {
    if (value.length === 0 || rest.length === 0) return draw % 2 === 0 ? [...value, other] : [...value].reverse();
    return value.map((item, i) => (i === draw % value.length ? changed(item, rest, depth + 1) : item));
  }
  if (!isConfigMap(value)) return other;
  const names = Object.keys(value);
  const name = names[draw % Math.max(names.length, 1)];
  if (name === undefined || (rest.length === 0 && draw % 3 === 0))
    return { ...value, [keys[draw % keys.length] ?? '']: other };
  if (rest.length > 0 || depth < 2) return { ...value, [name]: changed(value[name] ?? null, rest, depth + 1) };
  const { [name]: _, ...others } = value;
  return draw % 3 === 1 ? others : { ...value, [name]: other };
}

/** Files of which all documents, or only one, are changed: an app makes what they say then. */
function holds(files: readonly (readonly SourceDocument[])[], changes: 'all' | 'one', numRuns: number): void {
  const draws = fc.array(fc.nat(997), { minLength: 1, maxLength: 9 });
  fc.assert(
    fc.property(fc.nat(files.length - 1), fc.nat(997), draws, (which, one, drawn) => {
      const read = files[which] ?? [];
      const documents = read.map((document, i) =>
        changes === 'all' || i === one % read.length
          ? { ...document, content: changed(document.content, drawn) }
          : document,
      );
      const { differences } = importSources(documents, defaultRelease, 'app');
      expect(differences.filter(({ reason }) => reason === undefined)).toEqual([]);
    }),
    { numRuns, seed: 1 },
  );
}

test('whatever manifests hold, an app makes it, or says what it leaves out', () => {
  const files = manifests.filter((file) => file.startsWith('test')).map((file) => readSources([file]).documents);
  holds(files, 'all', 150);
}, 120_000);

test('objects that this library wrote, and of which one was changed, come back', () => {
  const files = ['no-operator', 'agent-gateway'].map((name) => readSources([`examples/${name}/expected`]).documents);
  holds(files, 'one', 40);
}, 120_000);
