import { readable } from '../../../src/analysis/graph/readable';
import { parseCondition } from '../../../src/ottl/parser';

test.each([
  ['resource.attributes["team"] == "a"', 'team = "a"'],
  ['log.severity_number >= SEVERITY_NUMBER_ERROR', 'severity ≥ ERROR'],
  ['log.attributes["x"] != nil and (log.body == "a" or log.body == "b")', 'x is set and (body = "a" or body = "b")'],
  ['not (span.name == "GET /")', 'not (name = "GET /")'],
  ['IsMatch(log.body, "^a")', 'body matches "^a"'],
  ['span.kind == SPAN_KIND_SERVER and span.attributes["n"] < 3', 'kind = SERVER and n < 3'],
  ['true', 'everything'],
  ['ContainsValue(Split("${env:LOUD}", "|"), resource.attributes["service.name"])', 'service.name is in LOUD'],
  ['ContainsValue(["a"], log.body) and log.body != ""', 'body is in ["a"] and body is not empty'],
  ['resource.attributes["a"]["b"] == nil', 'resource.attributes["a"]["b"] is not set'],
  ['Len(log.attributes) > 3', 'Len(attributes) > 3'],
])('%s reads %s', (condition, said) => {
  const { tree } = parseCondition(condition, { release: '0.159.0' });
  expect(tree && readable(tree)).toBe(said);
});
