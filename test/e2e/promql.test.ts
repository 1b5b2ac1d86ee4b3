import fc from 'fast-check';
import type { PromqlExpression } from '../../src/promql/ast';
import { formatPromql } from '../../src/promql/format';
import { mayHave } from '../../src/promql/label-set';
import { labelsOf } from '../../src/promql/labels';
import { parsePromql } from '../../src/promql/parser';
import { printPromql } from '../../src/promql/print';
import { type PromqlRelease, promqlReleases } from '../../src/promql/release';
import { checkPromql } from '../../src/promql/types/check';
import { typeOf } from '../../src/promql/types/value-type';
import { judge } from '../../tools/promql/program';
import { mutated } from '../promql/mutations';
import { metricNames, trees } from '../promql/trees';
import { evaluatedExpressions, publishedExpressions } from './promql/collections';
import { evaluate } from './promql/evaluate';
import { broken, odd, volumes } from './promql/texts';
import { agreement, everyFeature } from './promql/verdict';

const { PROMQL_TREES: count = '3000', PROMQL_SEED: seed = '1' } = process.env;

const published = publishedExpressions();

describe.each(promqlReleases)('the parser of Prometheus %s', (release) => {
  test.each([
    ['all features', everyFeature],
    ['no feature', []],
  ])('says of published rules what we say, with %s', (_, features) => {
    const { accepted, differences } = agreement(published, release, features);
    expect(differences).toEqual([]);
    expect(accepted).toBeGreaterThan(400);
  });

  test.each([
    ['all features', everyFeature],
    ['no feature', []],
  ])('says of what its own tests evaluate what we say, with %s', (_, features) => {
    const { accepted, differences } = agreement(evaluatedExpressions(), release, features);
    expect(differences).toEqual([]);
    expect(accepted).toBeGreaterThan(1000);
  });

  test('takes the volumes of containers and pods as we do', () => {
    expect(agreement(volumes, release, [])).toEqual({ accepted: volumes.length, differences: [] });
  });

  test('refuses what is broken, as we do', () => {
    expect(broken.length).toBeGreaterThanOrEqual(100);
    expect(agreement(broken, release, everyFeature)).toEqual({ accepted: 0, differences: [] });
  });

  test('takes what is odd, as we do', () => {
    expect(odd.length).toBeGreaterThanOrEqual(100);
    expect(agreement(odd, release, everyFeature)).toEqual({ accepted: odd.length, differences: [] });
  });

  test('says of random trees what we say, with and without features', () => {
    const texts = printed(release);
    const all = agreement(texts, release, everyFeature);
    const none = agreement(texts, release, []);
    expect([...all.differences, ...none.differences]).toEqual([]);
    // Both answers occur often, or the comparison would say little.
    expect(all.accepted).toBeGreaterThan(Number(count) * 0.4);
    expect(Number(count) - none.accepted).toBeGreaterThan(Number(count) * 0.2);
  });

  test('says of texts with mistakes what we say', () => {
    const short = printed(release).filter((text) => text.length < 200);
    const texts = fc.sample(fc.constantFrom(...short).chain(mutated), { seed: Number(seed), numRuns: Number(count) });
    const { accepted, differences } = agreement(texts, release, everyFeature);
    expect(differences).toEqual([]);
    expect(accepted).toBeGreaterThan(Number(count) * 0.05);
  });

  test('reads from what is formatted what it reads from the text', () => {
    const texts = [...published, ...volumes].filter((text) => parsePromql(text, { release }).tree);
    const formatted = texts.map((text) => formatPromql(text, { width: 40, release }).tree ?? '');
    const canonical = (all: readonly string[]) =>
      judge(
        release,
        all.map((expr) => ({ expr })),
      ).map((one) => one.canonical);
    expect(canonical(formatted)).toEqual(canonical(texts));
    expect(formatted.filter((text) => text.includes('\n')).length).toBeGreaterThan(texts.length / 2);
  });
});

function sample(release: PromqlRelease, plain: boolean): readonly PromqlExpression[] {
  return fc.sample(trees(release, { plain }), { seed: Number(seed), numRuns: Number(count) });
}

function printed(release: PromqlRelease): readonly string[] {
  return sample(release, false).map(printPromql);
}

// Each metric twice, with labels that random trees ask for.
const series = metricNames.flatMap((name) =>
  ['1', '+Inf'].map((le) => `{__name__="${name}", job="j", instance="${le}", le="${le}", a_b="c", on="o", sum="s"}`),
);

test('the engine of Prometheus gives no labels but those that we say', () => {
  const release = '3.15.0';
  const target = { release, features: ['promql-experimental-functions'] } as const;
  const evaluated = sample(release, true).filter(
    (tree) => typeOf(tree, release) === 'vector' && checkPromql(tree, target).length === 0,
  );
  const results = evaluate(series, evaluated.map(printPromql));
  let labels = 0;
  const unexpected = evaluated.flatMap((tree, i) => {
    const set = labelsOf(tree, release);
    const found = [...new Set(results[i]?.flat())];
    labels += found.length;
    return found.filter((label) => !mayHave(set, label)).map((label) => ({ expr: printPromql(tree), label, set }));
  });
  expect(unexpected).toEqual([]);
  expect(labels).toBeGreaterThan(Number(count));
});
