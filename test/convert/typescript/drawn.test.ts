import fc from 'fast-check';
import { importSources } from '../../../src/cli/importing/import';
import { type ConfigValue, isConfigMap } from '../../../src/model/config';
import { defaultRelease } from '../../../src/model/release';
import { readSources } from '../../../src/source/read';
import { manifests } from './apps';

const documents = manifests.filter((file) => file.startsWith('test')).map((file) => readSources([file]).documents);

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

test('whatever manifests hold, an app makes it, or says what it leaves out', () => {
  const draws = fc.array(fc.nat(997), { minLength: 1, maxLength: 9 });
  fc.assert(
    fc.property(fc.nat(documents.length - 1), draws, (which, drawn) => {
      const read = (documents[which] ?? []).map((document) => ({
        ...document,
        content: changed(document.content, drawn),
      }));
      const { differences } = importSources(read, defaultRelease, 'app');
      expect(differences.filter(({ reason }) => reason === undefined)).toEqual([]);
    }),
    { numRuns: 150, seed: 1 },
  );
}, 120_000);
