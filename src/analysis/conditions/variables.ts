import type { ValueExpression } from '../../ottl/ast';
import { type Domain, domainOf } from './domain';
import { keyOf } from './key';
import { ask, nameOf, type ReadyTest, ready, type Test } from './question';
import { representativesOf } from './representatives';
import type { Representative, TestOutcome } from './value';

/** A value that conditions ask about. */
class Variable {
  readonly tests: ReadyTest[] = [];
  private readonly known = new Map<string, number>();
  private found: readonly Representative[] | undefined;
  private outcomes: TestOutcome[][] = [];

  constructor(readonly domain: Domain) {}

  add(test: Test): number {
    const name = nameOf(test);
    let index = this.known.get(name);
    if (index === undefined) {
      index = this.tests.push(ready(test)) - 1;
      this.known.set(name, index);
      this.found = undefined;
      this.outcomes = [];
    }
    return index;
  }

  get representatives(): readonly Representative[] {
    this.found ??= representativesOf(this.domain, this.tests);
    return this.found;
  }

  /** What a test says of each representative. */
  outcomesOf(test: number): readonly TestOutcome[] {
    this.outcomes[test] ??= this.representatives.map((value) => ask(this.tests[test] as ReadyTest, value));
    return this.outcomes[test] as readonly TestOutcome[];
  }
}

/** All values that some conditions ask about, and all that they ask. */
export class Variables {
  private readonly all: Variable[] = [];
  private readonly known = new Map<string, number>();
  private readonly roots = new Map<string, number>();

  ask(expression: ValueExpression, test: Test): { variable: number; test: number } {
    const key = keyOf(expression);
    let variable = this.known.get(key);
    if (variable === undefined) {
      const domain = domainOf(expression);
      variable = this.all.push(new Variable(domain)) - 1;
      this.known.set(key, variable);
      if (domain.root !== undefined) this.roots.set(domain.root, (this.roots.get(domain.root) ?? 0) + 1);
    }
    return { variable, test: this.at(variable).add(test) };
  }

  get count(): number {
    return this.all.length;
  }

  at(variable: number): Variable {
    return this.all[variable] as Variable;
  }

  /** Whether a value can be any of its representatives, whatever the others are. */
  isFree(variable: number): boolean {
    const { root } = this.at(variable).domain;
    return root !== undefined && this.roots.get(root) === 1;
  }
}
