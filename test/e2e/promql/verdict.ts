import { parsePromql } from '../../../src/promql/parser';
import { printPromql } from '../../../src/promql/print';
import type { PromqlRelease } from '../../../src/promql/release';
import { checkPromql } from '../../../src/promql/types/check';
import { typeOf } from '../../../src/promql/types/value-type';
import { judge } from '../../../tools/promql/program';
import { withoutRanges } from '../../promql/without-ranges';

/** Every feature flag that changes what PromQL is. */
export const everyFeature = [
  'promql-experimental-functions',
  'promql-duration-expr',
  'promql-extended-range-selectors',
  'promql-binop-fill-modifiers',
];

/** Where we and the real parser do not say the same of texts, and how many texts it took. */
export interface Agreement {
  readonly accepted: number;
  readonly differences: readonly object[];
}

/**
 * Whether the real parser of a release and we take the same texts, and give them the same type; whether what we print is
 * read back as the same tree; and whether the real parser reads from it what it read from the text.
 */
export function agreement(texts: readonly string[], release: PromqlRelease, features: readonly string[]): Agreement {
  const differences: object[] = [];
  const real = judge(
    release,
    texts.map((expr) => ({ expr, features })),
  );
  const printed: { readonly text: string; readonly print: string; readonly canonical: string | undefined }[] = [];
  for (const [i, text] of texts.entries()) {
    const { ok, type, canonical, error } = real[i] as (typeof real)[number];
    const { tree, errors = [] } = parsePromql(text, { release });
    const [fault] = tree ? checkPromql(tree, { release, features }) : errors;
    if ((fault === undefined) !== ok) {
      differences.push({ text, real: error ?? canonical, ours: fault?.message ?? 'taken' });
    } else if (tree && ok) {
      const print = printPromql(tree);
      if (typeOf(tree, release) !== type) differences.push({ text, real: type, ours: typeOf(tree, release) });
      const again = parsePromql(print, { release });
      const same = again.tree && JSON.stringify(withoutRanges(again.tree)) === JSON.stringify(withoutRanges(tree));
      if (!same) differences.push({ text, print, again: again.errors?.[0].message ?? 'another tree' });
      printed.push({ text, print, canonical });
    }
  }
  const back = judge(
    release,
    printed.map(({ print }) => ({ expr: print, features })),
  );
  for (const [i, { text, print, canonical }] of printed.entries()) {
    const said = back[i]?.canonical ?? back[i]?.error;
    if (said !== canonical) differences.push({ text, print, canonical, said });
  }
  return { accepted: real.filter(({ ok }) => ok).length, differences };
}
