/**
 * Draws configurations of all components, asks the real decoder, `Validate` and factories of each, and prints how often
 * our checks say the same, by class and by rule. `npm run agreement -- [--count 30000] [--seed 1] [--show] [--only text]`.
 */
import { parseArgs } from 'node:util';
import { readIndex } from '../../../src/catalog/generated';
import { isOfMachine, Judge, type Verdict } from '../judge';
import { ourIssues, refuses } from '../ours';
import { type Drawn, draw } from './draw';
import { undecided } from './excluded';

/** What is asked of each class and each rule. */
const [leastShare, leastOfSide, mostOfTypes] = [0.99, 20, 0.2];

interface Tally {
  accepted: number;
  refused: number;
  agreed: number;
  /** The configurations that differ from each other. */
  readonly different: Set<string>;
  readonly disagreements: string[];
}

/** What the component's own code says, with the name that it has in the release that was read. */
async function judged(drawn: readonly Drawn[]): Promise<readonly Verdict[]> {
  const verdicts: Verdict[] = [];
  const index = readIndex();
  const places = drawn.map(({ kind, type, release }) => index[kind][type]?.releases[release]);
  for (const from of new Set(places.map((place) => place?.from ?? ''))) {
    const judge = new Judge(from);
    const cases = drawn.flatMap(({ kind, config }, id) => {
      const place = places[id];
      return place?.from === from ? [{ id, kind, type: place.file.split('/')[1] ?? '', config }] : [];
    });
    for (const verdict of await judge.ask(cases)) verdicts[Number(verdict.id)] = verdict;
    await judge.close();
  }
  return verdicts;
}

function tally(drawn: readonly Drawn[], verdicts: readonly Verdict[]): ReadonlyMap<string, Tally> {
  const tallies = new Map<string, Tally>();
  for (const [i, { group, kind, type, release, config }] of drawn.entries()) {
    const verdict = verdicts[i] as Verdict;
    if (isOfMachine(verdict)) continue;
    const { stage, message, accepted: made } = verdict;
    // `validate`, which is what users run, does not make extensions.
    const accepted = made || (kind === 'extension' && stage === 'create');
    const issues = ourIssues(kind, type, config, release);
    const one = tallies.get(group) ?? {
      accepted: 0,
      refused: 0,
      agreed: 0,
      different: new Set(),
      disagreements: [],
    };
    tallies.set(group, one);
    one[accepted ? 'accepted' : 'refused']++;
    one.different.add(`${kind} ${type} ${JSON.stringify(config)}`);
    if (refuses(issues) === !accepted) one.agreed++;
    else {
      const theirs = accepted ? 'accepts' : `refuses (${stage}: ${message})`;
      one.disagreements.push(
        `${kind} ${type} ${JSON.stringify(config)}: the collector ${theirs}; we say ${JSON.stringify(issues)}`,
      );
    }
  }
  return tallies;
}

/** Prints a line for each class and each rule. */
function print(tallies: ReadonlyMap<string, Tally>, show: boolean): void {
  for (const [group, { accepted, refused, agreed, different, disagreements }] of tallies) {
    const share = ((100 * agreed) / (accepted + refused)).toFixed(1);
    const sides = `${accepted} accepted, ${refused} refused`;
    console.log(
      `${share.padStart(5)} %  ${group}: ${sides}, ${different.size} different, ${disagreements.length} judged otherwise`,
    );
    if (show) for (const one of disagreements) console.log(`         ${one}`);
  }
}

/** What is less than was asked for. */
function shortcomings(tallies: ReadonlyMap<string, Tally>): readonly string[] {
  const result: string[] = [];
  for (const [group, { accepted, refused, agreed }] of tallies) {
    if (agreed / (accepted + refused) < leastShare)
      result.push(`${group}: agreement is less than ${100 * leastShare} %`);
    if (group.startsWith('rule ') && Math.min(accepted, refused) < leastOfSide)
      result.push(`${group}: ${accepted} accepted and ${refused} refused, but ${leastOfSide} of each are needed`);
  }
  if (shareOfTypes(tallies) > mostOfTypes) result.push('too many unknown keys and wrong types');
  return result;
}

function total(tallies: Iterable<Tally>): number {
  return [...tallies].reduce((sum, { accepted, refused }) => sum + accepted + refused, 0);
}

function shareOfTypes(tallies: ReadonlyMap<string, Tally>): number {
  const ofTypes = ['unknown key', 'wrong type'].flatMap((name) => tallies.get(name) ?? []);
  return total(ofTypes) / total(tallies.values());
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      count: { type: 'string', default: '30000' },
      seed: { type: 'string', default: `${Date.now() % 1_000_000}` },
      show: { type: 'boolean', default: false },
      only: { type: 'string', default: '' },
    },
  });
  const drawn = draw(Number(values.count), Number(values.seed)).filter(({ group }) => group.includes(values.only));
  const tallies = tally(drawn, await judged(drawn));
  print(tallies, values.show);
  const all = [...tallies.values()];
  const agreed = all.reduce((sum, one) => sum + one.agreed, 0);
  const ofTypes = (100 * shareOfTypes(tallies)).toFixed(1);
  console.log(
    `${total(all)} configurations, seed ${values.seed}: ${((100 * agreed) / total(all)).toFixed(2)} % judged alike; ${ofTypes} % unknown keys and wrong types`,
  );
  console.log('Not drawn, because the judge cannot decide it:');
  for (const [rule, reason] of Object.entries(undecided)) console.log(`  ${rule}: ${reason}`);
  const short = shortcomings(tallies);
  console.log(short.length === 0 ? 'Each class and each rule is as it should be.' : 'Short of what is asked:');
  for (const one of short) console.log(`  ${one}`);
  if (short.length > 0) process.exitCode = 1;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
