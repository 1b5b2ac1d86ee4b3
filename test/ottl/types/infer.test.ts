import { parseStatement } from '../../../src/ottl/parser';
import { inferContext } from '../../../src/ottl/types/infer';

const traces = ['resource', 'scope', 'span', 'spanevent'];

function infer(...texts: readonly string[]) {
  const trees = texts.map((text) => {
    const { tree, errors } = parseStatement(text);
    if (tree === undefined) throw new Error(errors[0].message);
    return tree;
  });
  return inferContext(trees, { release: '0.159.0', functions: 'transform', candidates: traces });
}

test.each([
  { texts: ['set(resource.attributes["a"], 1)'], context: 'resource' },
  { texts: ['set(resource.attributes["a"], scope.name)'], context: 'scope' },
  { texts: ['set(resource.attributes["a"], 1)', 'set(span.name, "x")'], context: 'span' },
  { texts: ['set(span.name, spanevent.name)'], context: 'spanevent' },
  // The function is one of spans.
  { texts: ['set(resource.attributes["root"], IsRootSpan())'], context: 'span' },
  // The constant is known from spans on.
  { texts: ['set(resource.attributes["kind"], SPAN_KIND_SERVER)'], context: 'spanevent' },
])('$texts are of the context $context', ({ texts, context }) => {
  expect(infer(...texts)).toEqual({ context });
});

test('Without a path that says so, there is no context.', () => {
  expect(infer('set(attributes["a"], 1)').finding?.message).toBe('nothing in it says of which context it is.');
  expect(infer('set(log.body, 1)').finding?.message).toBe('it reads "log", which is none of the contexts here.');
});

test('A function that is passed on counts as a constant.', () => {
  expect(infer('replace_pattern(span.name, "a", "b", SHA256)').finding?.message).toBe(
    'the collector looks for a context that has SHA256, and "span", which the paths name, has not.',
  );
});
