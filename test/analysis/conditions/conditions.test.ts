import { Conditions } from '../../../src/analysis/conditions/conditions';
import { always, coveredBy, disjoint, equivalent, implies, satisfiable } from '../../../src/analysis/conditions/decide';
import { joinable, mayFail } from '../../../src/analysis/conditions/may-fail';
import type { BooleanExpression } from '../../../src/ottl/ast';
import { parseCondition } from '../../../src/ottl/parser';

function c(text: string): BooleanExpression {
  const { tree, errors } = parseCondition(text);
  if (tree === undefined) throw new Error(errors[0].message);
  return tree;
}

const p = 'log.attributes["p"]';
const q = 'resource.attributes["q"]';

describe('whether a record can match', () => {
  test.each([
    [`${p} == "x" and ${p} == "y"`, 'no'],
    [`${p} == "x" and ${q} == "y"`, 'yes'],
    [`${p} == "x" and ${p} == nil`, 'no'],
    [`${p} != "x" and ${p} != nil`, 'yes'],
    [`${p} > 1 and ${p} < 2`, 'yes'],
    [`IsInt(${p}) and ${p} > 1 and ${p} < 2`, 'no'],
    [`${p} == 5 and ${p} == 5.0`, 'yes'],
    [`${p} == 5 and ${p} == "5"`, 'no'],
    ['log.severity_number > 20 and log.severity_number < 10', 'no'],
    ['log.severity_number >= SEVERITY_NUMBER_ERROR and log.severity_number < 18', 'yes'],
    ['log.severity_number == nil', 'no'],
    ['log.severity_number == 3000000000', 'no'],
    ['metric.type == METRIC_DATA_TYPE_SUM and metric.type == METRIC_DATA_TYPE_GAUGE', 'no'],
    ['metric.is_monotonic == true and metric.is_monotonic == false', 'no'],
    [`HasPrefix(${p}, "ab") and HasPrefix(${p}, "ac")`, 'no'],
    [`HasPrefix(${p}, "ab") and HasSuffix(${p}, "ba")`, 'yes'],
    [`HasPrefix(${p}, "ab") and ${p} == "ba"`, 'no'],
    [`HasPrefix(${p}, "ab") and IsInt(${p})`, 'no'],
    [`IsMatch(${p}, "^[a-f]+$") and IsMatch(${p}, "^[0-9]+$")`, 'no'],
    [`IsMatch(${p}, "^[a-f]*$") and IsMatch(${p}, "^[0-9]*$")`, 'yes'],
    [`IsMatch(${p}, "^-?[0-9]+$") and IsBool(${p})`, 'no'],
    [`IsMatch(${p}, "x") and ${p} == nil`, 'no'],
    [`${p} < "b" and ${p} > "a" and ${p} == "c"`, 'no'],
    [`ContainsValue(["a", "b"], ${p}) and ${p} == "c"`, 'no'],
    ['otelcol.client.metadata["x"] == "y"', 'no'],
    ['otelcol.client.metadata["x"][0] == "y" and otelcol.client.metadata["x"][0] == "z"', 'no'],
    [`${p} == "\${env:A}" and ${p} != "\${env:A}"`, 'no'],
    [`${p} == "\${env:A}" and ${p} == 5`, 'no'],
    [`${p} == "\${env:A}" and ${p} == "\${env:B}"`, 'unknown'],
    [`Len(${p}) > 5 and Len(${p}) < 3`, 'no'],
    [`${p} == ${q} and ${q} != ${p}`, 'no'],
    [`${p} < ${q} and not (${q} > ${p})`, 'no'],
    // Bytes of length 0 are nil to some releases, and have a text.
    [`${p} == nil and IsMatch(${p}, "^$")`, 'unknown'],
    [`\${env:A} and ${p} == "x" and ${p} == "y"`, 'unknown'],
  ])('%s: %s', (text, answer) => expect(satisfiable(c(text))).toBe(answer));
});

describe('whether every record matches', () => {
  test.each([
    [`${p} == "x" or ${p} != "x"`, 'yes'],
    [`${p} == nil or ${p} != nil`, 'yes'],
    [`IsString(${p}) or not IsString(${p})`, 'yes'],
    ['log.severity_number < 5 or log.severity_number >= 5', 'yes'],
    [`${p} < 5 or ${p} >= 5`, 'no'],
    ['true', 'yes'],
    ['1 == 1.0', 'yes'],
    [`IsMatch(${p}, "") or not IsMatch(${p}, "")`, 'no'],
    [`HasPrefix(${p}, "a") or true`, 'yes'],
  ])('%s: %s', (text, answer) => expect(always(c(text))).toBe(answer));

  test('a constant decides before what fails, except in older releases', () => {
    const tree = c(`HasPrefix(${p}, "a") or true`);
    expect(new Conditions([tree], { release: '0.159.0' }).always(tree)).toBe('yes');
    expect(new Conditions([tree], { release: '0.131.0' }).always(tree)).toBe('no');
  });
});

describe('whether a condition can be an error', () => {
  test.each([
    [`HasPrefix(${p}, "x")`, 'yes'],
    [`IsString(${p}) and HasPrefix(${p}, "x")`, 'no'],
    [`${p} != nil and HasPrefix(${p}, "x")`, 'yes'],
    ['HasPrefix(log.severity_text, "x")', 'no'],
    [`${p} == "x" or ${p} > 5`, 'no'],
    [`${p}["k"] == "x"`, 'yes'],
    [`IsMap(${p}) and ${q} == "x"`, 'no'],
    // NaN and what holds it have no text.
    [`IsMatch(${p}, "x")`, 'yes'],
    ['IsMatch(log.severity_text, "x")', 'no'],
    [`IsString(${p}) and IsMatch(${p}, "x")`, 'no'],
    [`${p} == 1 / 0`, 'unknown'],
    ['IsRootSpan()', 'no'],
    [`Substring(${p}, 0, 3) == "abc"`, 'unknown'],
  ])('%s: %s', (text, answer) => expect(mayFail(c(text))).toBe(answer));

  test('an "or" keeps what two conditions match unless the first fails on what the second matches', () => {
    expect(joinable(c(`IsMatch(${p}, "a")`), c(`IsMatch(${p}, "b")`))).toBe('yes');
    expect(joinable(c(`IsMatch(${p}, "a")`), c(`${q} == "b"`))).toBe('no');
    expect(joinable(c(`${q} == "b"`), c(`IsMatch(${p}, "a")`))).toBe('yes');
    expect(joinable(c(`HasPrefix(${p}, "a")`), c(`${p} == "b"`))).toBe('yes');
    expect(joinable(c(`HasPrefix(${p}, "a")`), c(`${p} == 5`))).toBe('no');
  });
});

describe('whether one condition implies another', () => {
  test.each([
    [`${p} == "x"`, `${p} != nil`, 'yes'],
    [`${p} == "x"`, `${p} != "y"`, 'yes'],
    [`${p} != "y"`, `${p} == "x"`, 'no'],
    [`${p} == "x" and ${q} == "y"`, `${q} == "y"`, 'yes'],
    [`IsMatch(${p}, "^abc")`, `IsMatch(${p}, "^ab")`, 'yes'],
    [`IsMatch(${p}, "^ab")`, `IsMatch(${p}, "^abc")`, 'no'],
    [`IsMatch(${p}, "^(x|yz)$")`, `ContainsValue(["x", "yz"], ${p})`, 'yes'],
    [`ContainsValue(["x", "yz"], ${p})`, `IsMatch(${p}, "^(x|yz)$")`, 'yes'],
    // Not the text "5" alone matches.
    [`IsMatch(${p}, "^5$")`, `${p} == "5"`, 'unknown'],
    [`HasPrefix(${p}, "abc")`, `IsMatch(${p}, "bc")`, 'yes'],
    // What fails matches nothing.
    [`${p} == 5`, `HasPrefix(${p}, "a") or ${p} == 5`, 'no'],
    [`HasPrefix(${p}, "ab")`, `HasPrefix(${p}, "a")`, 'yes'],
    ['log.severity_number >= SEVERITY_NUMBER_ERROR', 'log.severity_number > SEVERITY_NUMBER_WARN4', 'yes'],
    ['log.severity_number > 8.5', 'log.severity_number >= 9', 'yes'],
    ['instrumentation_scope.name == "x"', 'scope.name == "x"', 'yes'],
    [`${p}["k"] == "x"`, `${p}["k"] != nil`, 'yes'],
    [`ToLowerCase(${p}) == "x"`, `ToLowerCase(${p}) != "y"`, 'yes'],
    [`IsMatch(${p}, "(?i)error")`, `IsMatch(${p}, "[eE]")`, 'yes'],
    [`Now() > Time("a", "b")`, `Now() > Time("a", "b")`, 'unknown'],
  ])('%s ⇒ %s: %s', (a, b, answer) => expect(implies(c(a), c(b))).toBe(answer));
});

test('two conditions can be apart, or the same', () => {
  expect(disjoint(c(`${p} == "x"`), c(`${p} == "y"`))).toBe('yes');
  expect(disjoint(c(`${p} == "x"`), c(`${q} == "y"`))).toBe('no');
  expect(equivalent(c(`not (${p} == "x")`), c(`${p} != "x"`))).toBe('yes');
  expect(equivalent(c(`not (${p} < 5)`), c(`${p} >= 5`))).toBe('no');
});

test('others can cover a condition together', () => {
  const parts = [
    `${q} == "a"`,
    `${q} == "b" and log.severity_number < 9`,
    `${q} == "b" and log.severity_number > 8`,
  ].map(c);
  expect(coveredBy(c(`ContainsValue(["a", "b"], ${q})`), parts)).toBe('yes');
  expect(coveredBy(c(`ContainsValue(["a", "b"], ${q})`), parts.slice(0, 2))).toBe('no');
  expect(coveredBy(c('false'), [])).toBe('yes');
});

test('a question that takes too long stays open', () => {
  const pairs = Array.from(
    { length: 14 },
    (_, i) => `(log.attributes["a${i}"] == "x" or log.attributes["b${i}"] == "y")`,
  );
  const tree = c(pairs.join(' and '));
  const contradiction = c(`${pairs.join(' and ')} and log.severity_number == "x"`);
  expect(new Conditions([tree], { work: 10_000 }).satisfiable(tree)).toBe('yes');
  expect(new Conditions([contradiction], { work: 10_000 }).satisfiable(contradiction)).toBe('unknown');
});

test('a thousand tenants are told apart at once', () => {
  const tenants = Array.from({ length: 1000 }, (_, i) => c(`${q} == "tenant-${i}"`));
  const about = new Conditions(tenants);
  const start = performance.now();
  expect(tenants.filter((tenant, i) => about.coveredBy(tenant, tenants.slice(0, i)) !== 'no')).toEqual([]);
  expect(performance.now() - start).toBeLessThan(10_000);
});

test('only what was given can be asked about', () => {
  expect(() => new Conditions([]).satisfiable(c('log.body == 5'))).toThrow('none of those');
});
