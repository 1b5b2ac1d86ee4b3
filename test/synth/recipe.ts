import { ApiObject, type App, Chart } from 'cdk8s';
import { Construct, DependencyGroup } from 'constructs';
import * as fc from 'fast-check';

type Kind = 'chart' | 'construct' | 'object';

/** A tree of charts, plain constructs and objects with dependencies, which can be built in any app. */
export interface Recipe {
  readonly nodes: readonly { readonly kind: Kind; readonly parent: number; readonly numbered: boolean }[];
  readonly dependencies: readonly {
    readonly source: number;
    readonly targets: readonly number[];
    readonly grouped: boolean;
  }[];
}

const NODE = fc.record({
  kind: fc.constantFrom<Kind[]>('chart', 'construct', 'object', 'object', 'object'),
  parent: fc.nat(),
  numbered: fc.boolean(),
});
const DEPENDENCY = fc.record({
  source: fc.nat(),
  targets: fc.array(fc.nat(), { minLength: 1, maxLength: 3 }),
  grouped: fc.boolean(),
});

/** Recipes of up to `size` constructs and half as many dependencies. */
export function recipes(size: number): fc.Arbitrary<Recipe> {
  return fc.record({
    nodes: fc.array(NODE, { minLength: 1, maxLength: size, size: 'max' }),
    dependencies: fc.array(DEPENDENCY, { maxLength: size >> 1, size: 'max' }),
  });
}

/**
 * Builds the recipe's constructs. With `backwards`, a construct depends on earlier ones only, so that there is a cycle only
 * if the tree adds one.
 */
export function build(app: App, recipe: Recipe, backwards: boolean): void {
  const constructs: Construct[] = [new Chart(app, 'first')];
  for (const { kind, parent, numbered } of recipe.nodes) {
    const scopes = kind === 'object' ? constructs.filter(isInChart) : [app, ...constructs];
    // Numbers that count down, because JavaScript lists such keys in ascending order.
    const id = numbered ? `${1000 - constructs.length}` : `c${constructs.length}`;
    constructs.push(buildNode(pick(scopes, parent), id, kind));
  }
  const charted = constructs.filter(isInChart);
  for (const { source, targets, grouped } of recipe.dependencies) {
    const from = pick(charted, source);
    const candidates = charted.slice(0, backwards ? Math.max(charted.indexOf(from), 1) : charted.length);
    const others = targets.map((target) => pick(candidates, target)).filter((target) => target !== from);
    from.node.addDependency(...(grouped ? [new DependencyGroup(...others)] : others));
  }
}

function pick<T>(list: readonly T[], choice: number): T {
  return list[choice % list.length] as T;
}

function isInChart(construct: Construct): boolean {
  return construct.node.scopes.some(Chart.isChart);
}

function buildNode(scope: Construct, id: string, kind: Kind): Construct {
  switch (kind) {
    case 'chart':
      return new Chart(scope, id);
    case 'construct':
      return new Construct(scope, id);
    case 'object':
      return new ApiObject(scope, id, { apiVersion: 'v1', kind: 'ConfigMap', data: { path: scope.node.path } });
  }
}
