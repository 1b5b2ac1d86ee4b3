import { ottlReaders } from '../../src/checks/ottl-texts';
import type { ConfigMap } from '../../src/model/config';
import type { Release } from '../../src/model/release';
import { kindsIn } from './ottl-fields';
import { issuesOf } from './ottl-models';

const processor = (type: string, config: ConfigMap, release?: Release) =>
  issuesOf({ processors: { [type]: config } }, release).map(
    ({ severity, code, path, message }) => `${severity} ${code} ${path.replace('telemetry/gateway/', '')}: ${message}`,
  );

const routes = (row: ConfigMap, release?: Release) =>
  issuesOf(
    {
      connectors: { routing: { table: [{ pipelines: ['logs/out'], ...row }] } },
      pipelines: { 'logs/out': { receivers: ['routing'], exporters: ['debug'] } },
      exporters: ['routing'],
    },
    release,
  ).map(
    ({ severity, code, path, message }) => `${severity} ${code} ${path.replace('telemetry/gateway/', '')}: ${message}`,
  );

test('Every field of the catalogue that holds OTTL is read.', () => {
  const components = [...kindsIn()];
  expect(components.length).toBeGreaterThan(5);
  expect(components.filter((name) => !Object.hasOwn(ottlReaders, name))).toEqual([]);
});

test('A text that cannot be read says where.', () => {
  expect(processor('filter', { log_conditions: ["log.body == 'x'"] })).toEqual([
    expect.stringMatching(/^error ottl-syntax processors\/filter\/log_conditions\/0: column 13, at `/),
  ]);
});

test('The issue names the field, the column and the part of the text.', () => {
  expect(
    processor('filter', { logs: { log_record: ['true', 'attributes["a"] == 1 and sevrity_text == "x"'] } }),
  ).toEqual([
    'error ottl-path processors/filter/logs/log_record/1: column 26, at `sevrity_text`: log has no "sevrity_text".',
  ]);
});

test('Conditions find their context each for itself, statements together.', () => {
  expect(processor('filter', { log_conditions: ['log.body == nil', 'resource.attributes["a"] == 1'] })).toEqual([]);
  expect(
    processor('transform', {
      error_mode: 'ignore',
      log_statements: ['set(resource.attributes["a"], 1)', 'set(log.body, scope.nam)'],
    }),
  ).toEqual(['error ottl-path processors/transform/log_statements/1: column 15, at `scope.nam`: scope has no "nam".']);
  expect(processor('transform', { error_mode: 'ignore', log_statements: ['set(attributes["a"], 1)'] })).toEqual([
    expect.stringContaining('error ottl-context processors/transform/log_statements/0: '),
  ]);
});

test('A group has a context, or is of the one that it reads.', () => {
  const group = (parts: ConfigMap) => processor('transform', { error_mode: 'ignore', trace_statements: [parts] });
  expect(group({ context: 'span', statements: ['set(name, "x")'], conditions: ['kind == SPAN_KIND_SERVER'] })).toEqual(
    [],
  );
  expect(group({ statements: ['set(span.name, "x")'], conditions: ['span.kind == SPAN_KIND_SERVERS'] })).toEqual([
    expect.stringContaining('error ottl-enum processors/transform/trace_statements/0/conditions/0: '),
  ]);
  expect(group({ context: 'span', conditions: ['set(name, "x")'], statements: ['set(nam, "x")'] })).toEqual([
    expect.stringContaining('error ottl-syntax processors/transform/trace_statements/0/conditions/0: '),
  ]);
});

test('A row of the routing connector reads the resource where nothing else is said.', () => {
  expect(routes({ condition: 'log.severity_number > 5' })).toEqual([]);
  expect(routes({ condition: 'attributes["tenant"] == "a"' })).toEqual([
    'warning ottl-context connectors/routing/table/0/condition: its paths do not say what they are read from, so the collector reads them from the resource.',
  ]);
  expect(routes({ condition: 'attributes["tenant"] == "a"' }, '0.131.0')).toEqual([]);
  expect(routes({ condition: 'log.severity_number > 5' }, '0.131.0')).toEqual([
    expect.stringContaining('error ottl-context connectors/routing/table/0/condition: '),
  ]);
  expect(routes({ context: 'log', statement: 'route() where body == nil' })).toEqual([]);
  expect(routes({ context: 'log', statement: 'set(body, nil)' })).toEqual([
    expect.stringContaining('error ottl-function connectors/routing/table/0/statement: '),
  ]);
  expect(routes({ context: 'request', condition: 'request["X-Tenant"] == "a"' })).toEqual([]);
});

test('Policies are searched however deep they are.', () => {
  const condition = { name: 'b', type: 'ottl_condition', ottl_condition: { span: ['kind == "x"', 'span.nam == "x"'] } };
  const policy = { name: 'a', type: 'and', and: { and_sub_policy: [condition] } };
  expect(processor('tail_sampling', { policies: [policy] })).toEqual([
    'warning ottl-never processors/tail_sampling/policies/0/and/and_sub_policy/0/ottl_condition/span/0: this is never true: an integer is compared with text.',
    'error ottl-path processors/tail_sampling/policies/0/and/and_sub_policy/0/ottl_condition/span/1: column 1, at `span.nam`: span has no "nam".',
  ]);
});

test('What a variable holds is not judged.', () => {
  expect(processor('filter', { log_conditions: ['${env:CONDITION}', 'log.attributes["a"] == "${env:A}"'] })).toEqual(
    [],
  );
  expect(processor('transform', { log_statements: ['${env:STATEMENT}', 'set(log.attributes["a"], 1)'] })).toEqual([]);
});
