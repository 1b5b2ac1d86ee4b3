import { ApiObject, App, Chart, YamlOutputType } from 'cdk8s';
import { Construct, Node } from 'constructs';
import * as fc from 'fast-check';
import { MdaiApp } from '../../src/app';
import { SynthOrder } from '../../src/synth/order';
import { both } from './outputs';
import { build, recipes } from './recipe';

describe('the order of charts and objects', () => {
  test.each([
    ['small trees', 8],
    ['larger trees', 16],
  ])('is that of the stock App, and so is the cycle that it reports, for %s', (_, size) => {
    const types = fc.constantFrom(YamlOutputType.FILE_PER_CHART, YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE);
    fc.assert(
      fc.property(recipes(size), fc.boolean(), types, (recipe, backwards, yamlOutputType) => {
        const { stock, mdai } = both((app) => build(app, recipe, backwards), { yamlOutputType });
        expect(mdai).toEqual(stock);
      }),
      { numRuns: 150 },
    );
  });

  test('follows dependencies of whole constructs, without an edge for each pair of objects', () => {
    const app = new App();
    const chart = new Chart(app, 'chart');
    const [first, second] = [fillConstruct(chart, 'a', 2000), fillConstruct(chart, 'b', 2000)];
    first.node.addDependency(second);
    chart.node.addDependency(new Chart(app, 'other'));
    const reads = jest.spyOn(Node.prototype, 'dependencies', 'get');
    const order = new SynthOrder(app);
    const ids = order.objectsOf(chart).map(({ node }) => node.path.split('/')[1]);
    expect(ids).toEqual([...Array(2000).fill('b'), ...Array(2000).fill('a')]);
    expect(reads).toHaveBeenCalledTimes(app.node.findAll().length);
    reads.mockRestore();
    expect(app.node.findAll().filter(({ node }) => node.dependencies.length > 0)).toHaveLength(2);
  });

  test('is found in ladders, where the number of paths doubles with every rung', () => {
    const chart = new Chart(new App(), 'chart');
    const rungs = Array.from({ length: 200 }, (_, rung) => [object(chart, `a${rung}`), object(chart, `b${rung}`)]);
    for (const [rung, pair] of rungs.slice(1).entries()) {
      for (const upper of pair) {
        upper.addDependency(...(rungs[rung] ?? []));
      }
    }
    const top = object(chart, 'a');
    top.addDependency(...(rungs.at(-1) ?? []));
    expect(new SynthOrder(chart.node.root).objectsOf(chart)).toEqual([...rungs.flat(), top]);
  });

  test('is found in chains of any length', () => {
    const chart = new Chart(new App(), 'chart');
    const chain = Array.from({ length: 20_000 }, (_, index) => object(chart, `o${index}`));
    for (const [index, link] of chain.slice(1).entries()) {
      chain[index]?.addDependency(link);
    }
    expect(new SynthOrder(chart.node.root).objectsOf(chart)).toEqual([...chain].reverse());
  });
});

describe('a dependency that cannot be met', () => {
  test('is a cycle, named as in the stock App', () => {
    const { stock, mdai } = both((app) => {
      const chart = new Chart(app, 'chart');
      const [a, b, c] = ['a', 'b', 'c'].map((id) => object(chart, id)) as [ApiObject, ApiObject, ApiObject];
      a.addDependency(b);
      b.addDependency(c);
      c.addDependency(a);
    });
    expect(mdai).toBe('Dependency cycle detected: chart/a => chart/b => chart/c => chart/a');
    expect(stock).toBe(mdai);
  });

  test('is named too when a construct depends on itself, where the stock App drops it in silence', () => {
    const { stock, mdai } = both((app) => {
      const a = object(new Chart(app, 'chart'), 'a');
      a.addDependency(a);
    });
    expect(mdai).toBe('Dependency cycle detected: chart/a => chart/a');
    expect(stock).toEqual({ 'chart.k8s.yaml': [] });
  });

  test('is named when many paths lead around, of which the stock App follows every one', () => {
    const app = new MdaiApp();
    const chart = new Chart(app, 'chart');
    const rungs = Array.from({ length: 60 }, (_, rung) => [object(chart, `a${rung}`), object(chart, `b${rung}`)]);
    for (const [rung, pair] of rungs.entries()) {
      for (const upper of pair) {
        upper.addDependency(...(rungs[(rung + 1) % rungs.length] ?? []));
      }
    }
    const around = [...rungs.map((_, rung) => `chart/a${rung}`), 'chart/a0'];
    expect(() => app.synthYaml()).toThrow(`Dependency cycle detected: ${around.join(' => ')}`);
  });

  test.each([
    ['from', (inside: Construct, outside: Construct) => outside.node.addDependency(inside)],
    ['to', (inside: Construct, outside: Construct) => inside.node.addDependency(outside)],
  ])('is refused in the words of the stock App if it leads %s a construct outside of every chart', (_, depend) => {
    const { stock, mdai } = both((app) => depend(object(new Chart(app, 'chart'), 'a'), new Construct(app, 'outside')));
    expect(mdai).toBe('cannot find a parent chart (directly or indirectly)');
    expect(stock).toBe(mdai);
  });
});

function object(scope: Construct, id: string): ApiObject {
  return new ApiObject(scope, id, { apiVersion: 'v1', kind: 'ConfigMap' });
}

function fillConstruct(scope: Construct, id: string, objects: number): Construct {
  const construct = new Construct(scope, id);
  for (let index = 0; index < objects; index++) {
    object(construct, `o${index}`);
  }
  return construct;
}
