import { Duration } from 'cdk8s';
import { client, datapoint, env, log, metric, resource, span, spanevent, text } from '../../src/index';
import { releases } from '../../src/model/release';
import type { Condition, Context } from '../../src/ottl/condition';
import { lowerCondition } from '../../src/ottl/lower';
import { parseCondition } from '../../src/ottl/parser';
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
  expect(printCondition(lowerCondition(condition))).toBe(ottl);
});

test('a condition inside other text throws instead of losing what it refers to', () => {
  expect(() => `${a.exists()}`).toThrow('A condition was turned into a string.');
});

test('an empty list is refused where it is written', () => {
  expect(() => a.in([])).toThrow('log.attributes["a"] is in no empty list. Name at least one value.');
});

test('a number that OTTL cannot write is refused', () => {
  expect(() => lowerCondition(a.equals(Number.NaN))).toThrow('NaN has no form in OTTL. Use a finite number.');
});

test.each<[string, Condition<Context>, string]>([
  ['an integer beyond what numbers hold', a.equals(9007199254740993n), 'log.attributes["a"] == 9007199254740993'],
  ['a whole number that 64 bits do not hold', a.equals(2 ** 63), 'log.attributes["a"] == 9223372036854776000.0'],
  ['under a number', a.lessThan(5), 'log.attributes["a"] < 5'],
  ['its opposite needs a number too', a.lessThan(5).not(), 'log.attributes["a"] >= 5'],
  ['at most', a.atMost(-1.5), 'log.attributes["a"] <= -1.5'],
  ['over a number', a.greaterThan(5n), 'log.attributes["a"] > 5'],
  ['at least a number', a.atLeast(5), 'log.attributes["a"] >= 5'],
  [
    'a beginning, of texts alone',
    a.startsWith('x'),
    'IsString(log.attributes["a"]) and HasPrefix(log.attributes["a"], "x")',
  ],
  [
    'another beginning',
    a.startsWith('x').not(),
    'IsString(log.attributes["a"]) and not HasPrefix(log.attributes["a"], "x")',
  ],
  ['a beginning of what is always a text', span.name.startsWith('x'), 'HasPrefix(span.name, "x")'],
  [
    'an empty reference ends nothing',
    span.name.endsWith(env('X')),
    '"${env:X}" != "" and HasSuffix(span.name, "${env:X}")',
  ],
  [
    'an empty reference is no end',
    span.name.endsWith(env('X')).not(),
    '"${env:X}" == "" or not HasSuffix(span.name, "${env:X}")',
  ],
  [
    'a part, whose characters mean themselves',
    a.contains('a.b*$'),
    'IsString(log.attributes["a"]) and IsMatch(log.attributes["a"], "a\\\\.b\\\\*\\\\$$")',
  ],
  [
    'a network',
    a.isIn('10.0.0.0/8'),
    'IsString(log.attributes["a"]) and IsInCIDR(log.attributes["a"], ["10.0.0.0/8"])',
  ],
  [
    'what is in a map',
    log.attribute('a', 'b', 'c').equals('x'),
    'IsMap(log.attributes["a"]) and IsMap(log.attributes["a"]["b"]) and log.attributes["a"]["b"]["c"] == "x"',
  ],
  [
    'what is unequal in a map',
    log.attribute('a', 'b').equals('x').not(),
    'IsMap(log.attributes["a"]) and log.attributes["a"]["b"] != nil and log.attributes["a"]["b"] != "x"',
  ],
  [
    'what is in no map is missing',
    log.attribute('a', 'b').exists().not(),
    'not IsMap(log.attributes["a"]) or log.attributes["a"]["b"] == nil',
  ],
  ['the kind of a span', span.kind.equals('SERVER'), 'span.kind == SPAN_KIND_SERVER'],
  ['another kind', span.kind.equals('SERVER').not(), 'span.kind != SPAN_KIND_SERVER'],
  [
    'one of some kinds',
    span.kind.in(['SERVER', 'CLIENT']),
    'span.kind == SPAN_KIND_SERVER or span.kind == SPAN_KIND_CLIENT',
  ],
  ['the status of a span', span.status.equals('ERROR'), 'span.status.code == STATUS_CODE_ERROR'],
  ['the type of a metric', metric.type.equals('SUM'), 'metric.type == METRIC_DATA_TYPE_SUM'],
  ['how long a span took', span.duration.atLeast('1.5s'), 'span.end_time - span.start_time >= Duration("1.5s")'],
  [
    'a duration of cdk8s',
    span.duration.lessThan(Duration.millis(90_000)),
    'span.end_time - span.start_time < Duration("1m30s")',
  ],
  ['a trace', log.traceId.exists(), 'log.trace_id != TraceID(0x00000000000000000000000000000000)'],
  ['no span', log.spanId.exists().not(), 'log.span_id == SpanID(0x0000000000000000)'],
  ['one span', span.spanId.equals('00F067aa0ba902b7'), 'span.span_id == SpanID(0x00f067aa0ba902b7)'],
  ['an event', log.eventName.equals('exception'), 'log.event_name == "exception"'],
  ['an event of a span', spanevent.name.equals('exception'), 'spanevent.name == "exception"'],
  ['a point', datapoint.valueInt.greaterThan(0), 'datapoint.value_int > 0'],
  ['a header', client.metadata('x-tenant').equals('acme'), 'otelcol.client.metadata["x-tenant"][0] == "acme"'],
])('%s', (_, condition, ottl) => {
  expect(printCondition(lowerCondition(condition))).toBe(ottl);
});

test('what is no duration and no id is refused where it is written', () => {
  expect(() => span.duration.atLeast('soon')).toThrow('"soon" is no duration.');
  expect(() => log.traceId.equals('abc')).toThrow('"abc" is no id. Write 32 hexadecimal digits.');
  expect(() => a.isIn([])).toThrow('log.attributes["a"] is in no empty list of networks. Name at least one.');
});

test('the least integer, which OTTL cannot write, is refused', () => {
  expect(() => lowerCondition(a.equals(-(2n ** 63n)))).toThrow('-9223372036854775808 has no form in OTTL.');
});

test('all that a condition can ask is OTTL in both releases, but what is newer', () => {
  const every = [
    a.contains('"'),
    a.startsWith('\\'),
    a.in([1, 'x', true, 1.5]),
    span.duration.atMost('1ms'),
    log.traceId.exists(),
  ];
  for (const release of releases) {
    for (const condition of every) {
      expect(parseCondition(printCondition(lowerCondition(condition)), { release }).errors).toBeUndefined();
    }
  }
});
