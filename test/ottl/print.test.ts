import { env, log, metric, resource, span, text } from '../../src/index';
import type { Condition, Context } from '../../src/ottl/condition';
import { printCondition } from '../../src/ottl/print';

const list = { asList: () => ({ ref: env('LIST'), join: '|' }) };
const a = log.attribute('a');

test.each<[string, Condition<Context>, string]>([
  ['equality', resource.attribute('service.name').equals('x'), 'resource.attributes["service.name"] == "x"'],
  ['a number', a.equals(5), 'log.attributes["a"] == 5'],
  ['a fraction with an exponent', a.equals(1e-7), 'log.attributes["a"] == 1.0e-7'],
  ['a boolean', a.equals(true), 'log.attributes["a"] == true'],
  [
    'a reference, which must not be empty',
    a.equals(env('X')),
    'log.attributes["a"] == "${env:X}" and log.attributes["a"] != ""',
  ],
  [
    'text around a reference',
    a.equals(text`$1-${env('X')}`),
    'log.attributes["a"] == "$$1-${env:X}" and log.attributes["a"] != ""',
  ],
  ['what is missing is not unequal', a.equals('x').not(), 'log.attributes["a"] != nil and log.attributes["a"] != "x"'],
  ['what is always there', metric.name.equals('x').not(), 'metric.name != "x"'],
  ['one of several', a.in(['x', 'y']), 'log.attributes["a"] == "x" or log.attributes["a"] == "y"'],
  [
    'none of several',
    a.in(['x', 'y']).not(),
    'log.attributes["a"] != nil and log.attributes["a"] != "x" and log.attributes["a"] != "y"',
  ],
  [
    'a list of the hub',
    a.in(list),
    'ContainsValue(Split("${env:LIST}", "|"), log.attributes["a"]) and log.attributes["a"] != ""',
  ],
  [
    'outside of a list of the hub',
    a.in(list).not(),
    'log.attributes["a"] != nil and (not ContainsValue(Split("${env:LIST}", "|"), log.attributes["a"]) or log.attributes["a"] == "")',
  ],
  ['a pattern', a.matches('^a\\d$'), 'IsMatch(log.attributes["a"], "^a\\\\d$$")'],
  ['not a pattern', a.matches('x').not(), 'log.attributes["a"] != nil and not IsMatch(log.attributes["a"], "x")'],
  [
    'an empty pattern matches nothing',
    a.matches(env('P')),
    '"${env:P}" != "" and IsMatch(log.attributes["a"], "${env:P}")',
  ],
  ['presence', a.exists(), 'log.attributes["a"] != nil'],
  ['absence', a.exists().not(), 'log.attributes["a"] == nil'],
  ['at least', log.severity.atLeast('ERROR'), 'log.severity_number >= SEVERITY_NUMBER_ERROR'],
  [
    'below, without the unset',
    log.severity.below('INFO'),
    'log.severity_number > SEVERITY_NUMBER_UNSPECIFIED and log.severity_number < SEVERITY_NUMBER_INFO',
  ],
  [
    'below, with the unset',
    log.severity.below('INFO', { unspecified: 'match' }),
    'log.severity_number < SEVERITY_NUMBER_INFO',
  ],
  [
    'at least, with the unset',
    log.severity.atLeast('WARN', { unspecified: 'match' }),
    'log.severity_number >= SEVERITY_NUMBER_WARN or log.severity_number == SEVERITY_NUMBER_UNSPECIFIED',
  ],
  ['not below', log.severity.below('INFO').not(), 'log.severity_number >= SEVERITY_NUMBER_INFO'],
  [
    'not at least: the unset is neither',
    log.severity.atLeast('INFO').not(),
    'log.severity_number > SEVERITY_NUMBER_UNSPECIFIED and log.severity_number < SEVERITY_NUMBER_INFO',
  ],
  ['a root span', span.isRoot(), 'IsRootSpan()'],
  ['no root span', span.isRoot().not(), 'not IsRootSpan()'],
  [
    '`or` inside `and` in parentheses',
    a.equals('x').or(a.equals('y')).and(a.exists()),
    '(log.attributes["a"] == "x" or log.attributes["a"] == "y") and log.attributes["a"] != nil',
  ],
  [
    '`and` inside `or` without',
    a.equals('x').and(a.exists()).or(a.equals('y')),
    'log.attributes["a"] == "x" and log.attributes["a"] != nil or log.attributes["a"] == "y"',
  ],
  [
    'not of `and` and `or`, from the inside out',
    a.exists().and(span.isRoot()).not(),
    'log.attributes["a"] == nil or not IsRootSpan()',
  ],
  ['not of not', a.exists().not().not(), 'log.attributes["a"] != nil'],
  [
    'quotes, backslashes and control characters',
    a.equals('"\\\n\u0001$'),
    'log.attributes["a"] == "\\"\\\\\\n\\x01$$"',
  ],
])('%s', (_, condition, ottl) => {
  expect(printCondition(condition)).toBe(ottl);
});

test('a condition inside other text throws instead of losing what it refers to', () => {
  expect(() => `${a.exists()}`).toThrow('A condition was turned into a string.');
});

test('an empty list is refused where it is written', () => {
  expect(() => a.in([])).toThrow('log.attributes["a"] is in no empty list. Name at least one value.');
});

test('a number that OTTL cannot write is refused', () => {
  expect(() => printCondition(a.equals(Number.NaN))).toThrow('NaN has no form in OTTL. Use a finite number.');
});
