import { contextOf, pathsOf, qualified, reads } from '../../../src/analysis/conditions/contexts';
import type { BooleanExpression } from '../../../src/ottl/ast';
import { parseCondition } from '../../../src/ottl/parser';

function c(text: string): BooleanExpression {
  const { tree, errors } = parseCondition(text);
  if (tree === undefined) throw new Error(errors[0].message);
  return tree;
}

test.each([
  ['resource.attributes["a"] == "x"', 'resource'],
  ['otelcol.client.metadata["a"][0] == "x"', 'otelcol'],
  ['otelcol.client.metadata["a"][0] == resource.attributes["b"]', 'resource'],
  ['scope.name == "x" and resource.attributes["a"] == "x"', 'scope'],
  ['instrumentation_scope.name == "x"', 'scope'],
  ['log.body == "x" or resource.attributes["a"] == "x"', 'log'],
  ['span.name == "x"', 'span'],
  ['spanevent.name == "x" and span.name == "y"', 'spanevent'],
  ['metric.name == "x"', 'metric'],
  ['metric.name == "x" and datapoint.attributes["a"] == 1', 'datapoint'],
  ['IsRootSpan()', 'span'],
  ['IsRootSpan() and resource.attributes[scope.name] == "x"', 'span'],
  ['true', 'resource'],
  ['log.body == span.name', undefined],
  ['attributes["a"] == "x"', undefined],
])('the least context for %s is %s', (text, context) => expect(contextOf(c(text))).toBe(context));

test('a context reads itself and what contains it', () => {
  expect([
    reads('log', 'log'),
    reads('log', 'resource'),
    reads('resource', 'log'),
    reads('resource', 'otelcol'),
  ]).toEqual([true, true, false, true]);
});

test('paths that do not say it get the context of their field', () => {
  const tree = qualified(c('attributes["a"] == scope.name and IsMatch(body, "x")'), 'log');
  expect(pathsOf(tree).map(({ context, fields }) => `${context}.${fields[0]?.name}`)).toEqual([
    'log.attributes',
    'scope.name',
    'log.body',
  ]);
});
