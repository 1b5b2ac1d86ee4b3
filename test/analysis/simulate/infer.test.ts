import { contextsOf, inferContext } from '../../../src/analysis/simulate/infer';
import { parseStatement } from '../../../src/ottl/parser';

const field = (functions: string, candidates: readonly string[]) => ({
  release: '0.159.0' as const,
  functions,
  candidates,
});
const all = ['resource', 'log', 'span', 'metric', 'datapoint', 'otelcol'];

test.each([
  { text: 'route() where log.body == resource.attributes["a"]', of: field('routing', all), is: 'log' },
  { text: 'route() where resource.attributes["a"] == 1', of: field('routing', all), is: 'resource' },
  { text: 'route() where otelcol.client.metadata["a"][0] == "x"', of: field('routing', all), is: 'otelcol' },
  {
    text: 'route() where otelcol.client.metadata["a"][0] == resource.attributes["a"]',
    of: field('routing', all),
    is: 'resource',
  },
  { text: 'route() where metric.name == "a" and datapoint.flags == 1', of: field('routing', all), is: 'datapoint' },
  // The resource knows neither the function nor the constant; what is below it does.
  { text: 'route() where resource.attributes["a"] == 1 and IsRootSpan()', of: field('routing', all), is: 'span' },
  { text: 'set(resource.attributes["a"], SEVERITY_NUMBER_INFO)', of: field('transform', contextsOf.logs), is: 'log' },
  {
    text: 'set(resource.attributes["a"], SPAN_KIND_SERVER)',
    of: field('transform', contextsOf.traces),
    is: 'spanevent',
  },
  // A function whose name is all capitals counts as a constant, which nobody knows.
  { text: 'replace_pattern(log.body, "a", "b", SHA256)', of: field('transform', contextsOf.logs), is: undefined },
  { text: 'set(log.body, SPAN_KIND_SERVER)', of: field('transform', contextsOf.logs), is: undefined },
  { text: 'set(span.name, log.body)', of: field('transform', contextsOf.traces), is: undefined },
  { text: 'route() where true', of: field('routing', all), is: undefined },
])('$text is of the context $is', ({ text, of, is }) => {
  const { tree } = parseStatement(text);
  if (tree === undefined) throw new Error('does not parse');
  expect(inferContext([tree], of)).toBe(is);
});
