import type { Formula } from './formula';

/**
 * The formula with what is known from the start worked in. The collector does so when it reads a condition: a term that
 * is false makes a conjunction false, even where a term before it would fail.
 */
export function fold(formula: Formula, given: (key: string) => boolean): Formula {
  switch (formula.kind) {
    case 'given':
      return { kind: 'constant', value: given(formula.key) };
    case 'not': {
      const of = fold(formula.of, given);
      return of.kind === 'constant' ? { kind: 'constant', value: !of.value } : { kind: 'not', of };
    }
    case 'and':
    case 'or': {
      const decisive = formula.kind === 'or';
      const terms = formula.terms.map((term) => fold(term, given));
      if (terms.some((term) => term.kind === 'constant' && term.value === decisive)) {
        return { kind: 'constant', value: decisive };
      }
      const open = terms.filter((term) => term.kind !== 'constant');
      const [first] = open;
      if (first === undefined) return { kind: 'constant', value: !decisive };
      return open.length === 1 ? first : { kind: formula.kind, terms: open };
    }
    default:
      return formula;
  }
}

/** The keys of what is known when the collector starts, but not here. */
export function givenIn(formula: Formula): readonly string[] {
  const keys = new Set<string>();
  const collect = (part: Formula): void => {
    if (part.kind === 'given') keys.add(part.key);
    else if (part.kind === 'not') collect(part.of);
    else if (part.kind === 'and' || part.kind === 'or') for (const term of part.terms) collect(term);
  };
  collect(formula);
  return [...keys];
}
