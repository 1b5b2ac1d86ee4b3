import { unitFaults } from '../../src/checks/ottl-units';
import { type Release, releases } from '../../src/model/release';
import { language } from '../../src/ottl/language';
import { judge, type Question } from '../../tools/ottl/program';
import { Draw, Random } from '../ottl/types/draw';
import { fields, type JudgedField, reader } from './ottl-types/fields';

jest.setTimeout(600_000);

const perFunction = 3;

interface Case extends Question {
  readonly text: string;
  readonly functions: readonly string[];
  readonly refused: readonly string[];
}

function draw(release: Release, seed: number): readonly Case[] {
  return fields(release).flatMap((field, i) => {
    const random = new Random(seed + 1000 * i);
    const drawn = new Draw(random, { ...field, release });
    const names = [...drawn.functions('converter'), ...(field.what === 'statement' ? drawn.functions('editor') : [])];
    return names.flatMap((name) =>
      Array.from({ length: perFunction }, () => caseOf(field, release, text(field, drawn, random, name))),
    );
  });
}

/** A text that calls the function. */
function text({ what, context, functions }: JudgedField, drawn: Draw, random: Random, name: string): string {
  const call = () => drawn.call(name, 2);
  if (what === 'condition') return random.chance(0.3) ? drawn.condition() : `${call()} == ${drawn.value(1)}`;
  if (/^[a-z]/.test(name)) return drawn.statement(name);
  return functions === 'transform' ? `set(${context}.attributes["x"], ${call()})` : `route() where ${call()} == 1`;
}

function caseOf(field: JudgedField, release: Release, text: string): Case {
  const { component } = field;
  const { ours, judge: config } = field.config(text);
  const faults = [...reader(component)(ours, release)].flatMap((unit) =>
    unitFaults(unit, { release, featureGates: [] }),
  );
  const refused = faults.filter(({ severity }) => severity === 'error').map(({ message }) => message);
  return { component, config, text, functions: text.match(/\b\w+(?=\()/g) ?? [], refused };
}

describe.each(releases)('The language of %s', (release) => {
  const cases = draw(release, 20_261_122);
  const verdicts = judge(release, cases);

  test('is refused exactly where the components refuse it', () => {
    const different = cases.flatMap(({ component, config, refused }, i) => {
      const real = verdicts[i];
      return (real !== undefined) === refused.length > 0 ? [] : [{ component, config, real, ours: refused }];
    });
    expect(different).toEqual([]);
  });

  test('is drawn with every function, and about as often right as wrong', () => {
    const drawn = new Set(cases.flatMap(({ functions }) => functions));
    const known = Object.entries(language(release).sets).flatMap(([set, byContext]) =>
      set === 'signal_to_metrics' ? [] : Object.values(byContext).flat(),
    );
    expect([...new Set(known)].filter((name) => !drawn.has(name))).toEqual([]);
    const share = verdicts.filter((error) => error !== undefined).length / verdicts.length;
    expect(share).toBeGreaterThan(0.2);
    expect(share).toBeLessThan(0.6);
    expect(cases.length).toBeGreaterThan(10_000);
  });
});
