import { parseCondition, parseStatement, parseValue } from '../../../src/ottl/parser';
import { checkCondition, checkStatement, checkValue } from '../../../src/ottl/types/check';
import type { OttlField } from '../../../src/ottl/types/field';

const log: OttlField = { release: '0.159.0', context: 'log', functions: 'conditions' };

/** What is said of a condition: severity, code, the part that is meant, and the message. */
function condition(text: string, field: Partial<OttlField> = {}): readonly string[] {
  const of = { ...log, ...field };
  const { tree, errors } = parseCondition(text, { release: of.release });
  if (tree === undefined) throw new Error(errors[0].message);
  return checkCondition(tree, of).map((finding) => shown(finding, text));
}

function statement(text: string, field: Partial<OttlField> = {}): readonly string[] {
  const of: OttlField = { ...log, functions: 'transform', ...field };
  const { tree, errors } = parseStatement(text, { release: of.release });
  if (tree === undefined) throw new Error(errors[0].message);
  return checkStatement(tree, of).map((finding) => shown(finding, text));
}

type Finding = ReturnType<typeof checkCondition>[number];

function shown({ severity, code, range, message, fix }: Finding, text: string): string {
  const part = range === undefined ? '' : text.slice(range.start, range.end);
  return `${severity} ${code} <${part}> ${message} ${fix}`;
}

describe('A condition without a mistake', () => {
  test.each([
    'log.severity_number >= SEVERITY_NUMBER_ERROR',
    'resource.attributes["service.name"] == "payments" and scope.name != ""',
    'IsMatch(log.body, "^a+$")',
    'log.attributes["a"] != nil and HasPrefix(log.attributes["a"], "x")',
    'log.attributes["a"] == nil or HasPrefix(log.attributes["a"], "x")',
    'not (log.attributes["a"] == nil) and Len(ToLowerCase(log.attributes["a"])) > 3',
    'IsString(log.attributes["a"]) and HasSuffix(log.attributes["a"], "x")',
    'instrumentation_scope.version == "1"',
    'log.time_unix_nano / 1000 > 5.5',
    'otelcol.client.metadata["tenant"] != nil',
    'IsMatch(resource.attributes["tenant"], "${env:TENANT}")',
    'Concat(["a", log.severity_text], "-") == "x"',
  ])('%s', (text) => {
    expect(condition(text)).toEqual([]);
  });
});

test.each([
  {
    text: 'log.atributes["a"] == 1',
    said: 'error ottl-path <log.atributes["a"]> log has no "atributes". Did you mean "log.attributes"?',
  },
  {
    text: 'log.name == "x"',
    said: 'error ottl-path <log.name> log has no "name". Did you mean "scope.name"?',
  },
  {
    text: 'span.name == "x"',
    said: 'error ottl-context <span.name> "span.name" cannot be read here: the context is "log". Only the contexts "span" and "spanevent" can read "span".',
  },
  {
    text: 'body == "x"',
    said: 'error ottl-context <body> "body" does not say what it is read from. Write "log.body".',
  },
  {
    text: 'log.severity_text["a"] == "x"',
    said: 'error ottl-path <log.severity_text["a"]> "log.severity_text" cannot be indexed. Write it without a key, or index "log.attributes".',
  },
  {
    text: 'resource.cache["a"] == "x"',
    said: 'error ottl-path <resource.cache["a"]> "resource.cache" cannot be read in the context "log". Write "log.cache", the cache of this context.',
  },
  {
    text: 'IsMach(log.body, "x")',
    said: 'error ottl-function <IsMach(log.body, "x")> there is no function IsMach. Did you mean "IsMatch"?',
  },
  {
    text: 'HasAttrKeyOnDatapoint("x")',
    said: 'error ottl-function <HasAttrKeyOnDatapoint("x")> HasAttrKeyOnDatapoint is no function of the context "log". Use it in the context "metric".',
  },
  {
    text: 'HasPrefix(log.severity_text)',
    said: 'error ottl-type <HasPrefix(log.severity_text)> HasPrefix takes 2 arguments, and is given one. Call it as HasPrefix(target, prefix).',
  },
  {
    text: 'HasPrefix(log.severity_text, prefx = "E")',
    said: 'error ottl-type <prefx = "E"> HasPrefix has no argument "prefx". Did you mean "prefix"?',
  },
  {
    text: 'HasPrefix(log.severity_text, 5)',
    said: 'error ottl-type <5> the argument "prefix" of HasPrefix has to be text, not an integer. Write text in double quotes, or a path that holds text.',
  },
  {
    text: 'IsMatch(log.body, "a(?=b)")',
    said: 'error ottl-type <"a(?=b)"> IsMatch: "a(?=b)" is no regular expression that Go reads. Write it without looking ahead or behind, and escape what is meant as it is.',
  },
  {
    text: 'log.severity_number == SEVERITY_NUMBER_EROR',
    said: 'error ottl-enum <SEVERITY_NUMBER_EROR> the context "log" has no constant SEVERITY_NUMBER_EROR. Did you mean "SEVERITY_NUMBER_ERROR"?',
  },
  {
    text: 'log.severity_number == "17"',
    said: 'warning ottl-never <log.severity_number == "17"> this is never true: an integer is compared with text. Write the number without quotes.',
  },
  {
    text: 'log.trace_id != "00"',
    said: 'warning ottl-never <log.trace_id != "00"> this is always true: an id is compared with text. Compare "log.trace_id.string" with text.',
  },
  {
    text: 'log.severity_text == nil',
    said: 'warning ottl-never <log.severity_text == nil> this is never true: text is compared with nil. "log.severity_text" is never nil: compare it with "".',
  },
  {
    text: 'HasPrefix(log.attributes["a"], "x")',
    said: 'warning ottl-nil <log.attributes["a"]> HasPrefix is an error for what has no log.attributes["a"]. Ask for it before: log.attributes["a"] != nil.',
  },
])('What is said of $text', ({ text, said }) => {
  expect(condition(text)).toEqual([said]);
});

test('A guard counts only for what comes after it.', () => {
  expect(condition('HasPrefix(log.attributes["a"], "x") and log.attributes["a"] != nil')).toHaveLength(1);
  expect(condition('log.attributes["a"] != nil or HasPrefix(log.attributes["a"], "x")')).toHaveLength(1);
});

test('A release without a function names the one that has it.', () => {
  const text = 'IsInCIDR(log.severity_text, ["10.0.0.0/8"])';
  expect(condition(text)).toEqual([]);
  expect(condition(text, { release: '0.131.0' })).toEqual([
    expect.stringContaining(
      'error ottl-function <IsInCIDR(log.severity_text, ["10.0.0.0/8"])> 0.131.0 has no function IsInCIDR; 0.159.0 has.',
    ),
  ]);
});

test('Where a prefix may be left out, the paths are those of the context.', () => {
  expect(condition('attributes["a"] == body', { prefixes: 'optional' })).toEqual([]);
  expect(condition('log.body == resource.attributes["a"]', { prefixes: 'optional' })).toEqual([]);
});

test('Literals of the wrong type are an error in releases that look at them.', () => {
  expect(condition('HasSuffix(5, "x")')).toHaveLength(1);
  expect(condition('HasSuffix(5, "x")', { release: '0.131.0' })).toEqual([]);
});

test('What a variable holds is not judged.', () => {
  expect(condition('IsMatch(log.body, ${env:PATTERN})')).toEqual([]);
  expect(condition('ConvertCase(log.severity_text, "${env:CASE}") == "x"')).toEqual([]);
});

test('Lambdas need a feature gate.', () => {
  const text = 'Any([1, 2], (k, v) => v == 1)';
  expect(condition(text)).toEqual([expect.stringContaining('ottl.functions.enableLambda')]);
  expect(condition(text, { featureGates: ['ottl.functions.enableLambda'] })).toEqual([]);
  const dotted = 'Any([1, 2], (k, v) => v.x == 1)';
  expect(condition(dotted, { featureGates: ['+ottl.functions.enableLambda'] })).toEqual([
    expect.stringContaining('"v" is a name of the lambda, and has no fields.'),
  ]);
});

describe('A statement', () => {
  test.each([
    'set(log.attributes["a"], "x") where log.body != nil',
    'delete_key(resource.attributes, "a")',
    'replace_pattern(log.attributes["a"], "\\\\d+", "#", SHA256)',
    'limit(log.attributes, 100, ["a"])',
    'set(log.severity_text, ToUpperCase(log.attributes["level"])) where log.attributes["level"] != nil',
  ])('without a mistake: %s', (text) => {
    expect(statement(text)).toEqual([]);
  });

  test.each([
    {
      text: 'set("a", 1)',
      said: 'error ottl-type <"a"> the argument "target" of set has to be a path, not text. Name what is to be changed, e.g. log.attributes["key"].',
    },
    {
      text: 'sett(log.body, 1)',
      said: 'error ottl-function <sett(log.body, 1)> there is no function sett. Did you mean "set"?',
    },
    {
      text: 'route()',
      said: 'error ottl-function <route()> route is not known here: the transform processor cannot use it. Use it in the routing connector.',
    },
    {
      text: 'truncate_all(log.attributes, -1)',
      said: 'error ottl-type <-1> the argument "limit" of truncate_all has to be an integer without a sign, not a number with a sign. Write e.g. 5.',
    },
    {
      text: 'merge_maps(log.attributes, ParseJSON("{}"), "replace")',
      said: 'error ottl-type <"replace"> merge_maps: "replace" is none of "insert", "update", "upsert". Write one of them.',
    },
    {
      text: 'set(otelcol.client.addr, "x")',
      said: 'warning ottl-read-only <otelcol.client.addr> the argument "target" of set is a path that cannot be set. Set an attribute, or another path.',
    },
  ])('What is said of $text', ({ text, said }) => {
    expect(statement(text)).toEqual([said]);
  });
});

test('A context that a release does not have is said.', () => {
  expect(condition('true', { release: '0.131.0', context: 'otelcol', functions: 'routing' })).toEqual([
    'error ottl-context <> 0.131.0 has no context "otelcol" here. Write it for another context.',
  ]);
});

test('Values are checked like parts of conditions.', () => {
  const { tree } = parseValue('Len(span.attributes) + span.dropped_count');
  const field: OttlField = { release: '0.159.0', context: 'span', functions: 'signal_to_metrics' };
  expect(tree && checkValue(tree, field).map(({ message }) => message)).toEqual(['span has no "dropped_count".']);
});
