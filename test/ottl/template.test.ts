import { env, log, ottl, resource, secret, span, text, unquoted } from '../../src/index';
import type { Condition, Context } from '../../src/ottl/condition';
import { conditionRefs, lowerCondition } from '../../src/ottl/lower';
import { printCondition, printStatement } from '../../src/ottl/print';
import type { OttlStatement } from '../../src/ottl/statement';

const list = { asList: () => ({ ref: env('LIST'), join: '|' }) };
const printed = (condition: Condition<Context>) => printCondition(lowerCondition(condition));
const statement = (one: OttlStatement<Context>) => printStatement(one.tree);

test.each<{ name: string; condition: Condition<Context>; is: string }>([
  { name: 'a text', condition: ottl.log`log.body == "x"`, is: 'log.body == "x"' },
  {
    name: 'paths get the context',
    condition: ottl.log`body=="x" and trace_id.string != ""`,
    is: 'log.body == "x" and log.trace_id.string != ""',
  },
  {
    name: 'other contexts stay',
    condition: ottl.span`resource.attributes["a"] == name`,
    is: 'resource.attributes["a"] == span.name',
  },
  {
    name: 'backslashes are those of OTTL',
    condition: ottl.log`IsMatch(body, "a\\d")`,
    is: 'IsMatch(log.body, "a\\\\d")',
  },
  { name: 'a string is a literal', condition: ottl.log`body == ${'a"b\\c$\n'}`, is: 'log.body == "a\\"b\\\\c$$\\n"' },
  {
    name: 'a string is no OTTL',
    condition: ottl.log`body == ${'x" or true or "'}`,
    is: 'log.body == "x\\" or true or \\""',
  },
  { name: 'numbers', condition: ottl.log`${1} < ${1.5} and ${2n} == ${-3}`, is: '1 < 1.5 and 2 == -3' },
  { name: 'a boolean', condition: ottl.log`attributes["a"] == ${true}`, is: 'log.attributes["a"] == true' },
  { name: 'a list', condition: ottl.log`ContainsValue(${['a', 1]}, body)`, is: 'ContainsValue(["a", 1], log.body)' },
  { name: 'a key', condition: ottl.log`attributes[${'k'}] == 1`, is: 'log.attributes["k"] == 1' },
  {
    name: 'a string between quotes',
    condition: ottl.log`IsMatch(body, "^${'a"'}-${5}$")`,
    is: 'IsMatch(log.body, "^a\\"-5$$")',
  },
  {
    name: 'a field',
    condition: ottl.log`${log.attribute('a')} == ${resource.attribute('b')}`,
    is: 'log.attributes["a"] == resource.attributes["b"]',
  },
  {
    name: 'a condition, in parentheses where it needs them',
    condition: ottl.log`${log.body.equals('x').or(log.body.equals('y'))} and attributes["a"] != nil`,
    is: '(log.body == "x" or log.body == "y") and log.attributes["a"] != nil',
  },
  {
    name: 'an empty reference equals nothing',
    condition: ottl.log`body == ${env('X')}`,
    is: 'log.body == "${env:X}" and log.body != ""',
  },
  {
    name: 'an empty reference equals nothing, either way round',
    condition: ottl.log`"${env('X')}" == body or true`,
    is: '"${env:X}" == log.body and log.body != "" or true',
  },
  {
    name: 'an empty reference matches nothing',
    condition: ottl.log`IsMatch(body, ${env('P')})`,
    is: '"${env:P}" != "" and IsMatch(log.body, "${env:P}")',
  },
  {
    name: 'an empty list contains nothing',
    condition: ottl.log`ContainsValue(${list}, attributes["s"])`,
    is: 'ContainsValue(Split("${env:LIST}", "|"), log.attributes["s"]) and log.attributes["s"] != ""',
  },
  { name: 'text around a reference', condition: ottl.log`body == "a-${env('X')}"`, is: 'log.body == "a-${env:X}"' },
  {
    name: 'a text with references',
    condition: ottl.log`body == ${text`$${env('X')}`}`,
    is: 'log.body == "$$${env:X}"',
  },
  {
    name: 'what a condition brings along is not guarded twice',
    condition: ottl.log`${log.body.equals(env('X'))} and ${log.body.matches(env('P')).not()}`,
    is: 'log.body == "${env:X}" and log.body != "" and log.body != nil and ("${env:P}" == "" or not IsMatch(log.body, "${env:P}"))',
  },
  {
    name: 'an unquoted reference',
    condition: ottl.log`attributes["n"] > ${unquoted(env('N'))}`,
    is: 'log.attributes["n"] > ${env:N}',
  },
  {
    name: 'a whole condition',
    condition: ottl.log.variable(env('C')).and(ottl.log`body == "x"`),
    is: '${env:C} and log.body == "x"',
  },
  { name: 'its opposite', condition: ottl.log`body == "x"`.not(), is: 'not log.body == "x"' },
  {
    name: 'or within and',
    condition: ottl.log`true or false`.and(span.isRoot()),
    is: '(true or false) and IsRootSpan()',
  },
])('$name', ({ condition, is }) => {
  expect(printed(condition)).toBe(is);
});

test.each<{ name: string; one: OttlStatement<Context>; is: string }>([
  { name: 'a statement', one: ottl.log.statement`set(attributes["a"], ${'b'})`, is: 'set(log.attributes["a"], "b")' },
  {
    name: 'with a condition',
    one: ottl.span.statement`delete_key(attributes, "a") where ${span.isRoot()} and name == ${env('N')}`,
    is: 'delete_key(span.attributes, "a") where IsRootSpan() and span.name == "${env:N}" and span.name != ""',
  },
  { name: 'a variable', one: ottl.resource.statement.variable(env('S')), is: '${env:S}' },
  {
    name: 'an unquoted argument',
    one: ottl.resource.statement`set(attributes["a"], ${unquoted(env('S'))})`,
    is: 'set(resource.attributes["a"], ${env:S})',
  },
  {
    name: 'names of a lambda stay',
    one: ottl.log.statement`set(body, F((x) => x.y == z))`,
    is: 'set(log.body, F((x) => x.y == log.z))',
  },
])('$name', ({ one, is }) => {
  expect(statement(one)).toBe(is);
});

test('the references of a template are those that its collector needs', () => {
  const x = env('X');
  const password = secret('vendor', 'token');
  const condition = ottl.log`body == ${x} and ${log.body.equals(password)} and ContainsValue(${list}, body)`;
  expect(conditionRefs(condition).map((ref) => ref.parts())).toEqual([
    x.parts(),
    password.parts(),
    env('LIST').parts(),
  ]);
  expect(ottl.log.statement`set(body, ${unquoted(x)})`.refs).toEqual([x]);
});

test('a mistake throws where it is written, with the place', () => {
  expect(() => ottl.log`attributes["a"] = ${'x'}`).toThrow(
    'ottl.log: "=" compares nothing. Write "==".\n  attributes["a"] = ${…}\n                  ^',
  );
  expect(
    () => ottl.log`body == "x"
    and severity`,
  ).toThrow('\n      and severity\n          ^^^^^^^^');
});

test('a statement where a condition is needed throws at once', () => {
  expect(() => ottl.log`set(body, "x")`).toThrow('Write ottl.log.statement`…` for a statement.');
  expect(() => ottl.log.statement`body == "x"`).toThrow('A statement begins with an editor.');
});

test('a path of another context throws', () => {
  expect(() => ottl.resource`log.body == "x"`).toThrow(
    'ottl.resource: "log" cannot be read from the context "resource". Paths begin with resource, otelcol here.',
  );
  expect(() => ottl.metric`${log.body.exists()}`).toThrow('"log" cannot be read from the context "metric".');
});

test('what can never be OTTL throws', () => {
  expect(() => ottl.log`body == ${null as never}`).toThrow('null stands in a template of OTTL.');
  expect(() => ottl.log`body == ${Number.NaN}`).toThrow('NaN has no form in OTTL.');
  expect(() => ottl.log`body == ${2n ** 63n}`).toThrow('9223372036854775808 has no form in OTTL.');
  expect(() => ottl.log`body == "${log.body}"`).toThrow('A condition or a field stands between quotes.');
  expect(() => unquoted(text`a${env('X')}`)).toThrow('Only one variable alone can be OTTL.');
});

test('a statement inside other text throws instead of losing what it refers to', () => {
  expect(() => `${ottl.log.statement`set(body, "x")`}`).toThrow('A statement was turned into a string.');
});
