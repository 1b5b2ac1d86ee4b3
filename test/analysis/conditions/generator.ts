import * as fc from 'fast-check';
import type { Place } from '../../../src/ottl/evaluate/place';
import type { AnyValue, Attributes, LogRecord, ResourceRecords } from '../../../src/telemetry/data';

/** Values that tell the conditions below apart. */
const values: readonly (AnyValue | undefined)[] = [
  undefined,
  null,
  true,
  false,
  0n,
  1n,
  5n,
  -3n,
  12n,
  2n ** 53n + 1n,
  0,
  1,
  1.5,
  5,
  -0.5,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  '',
  'a',
  'ab',
  'abc',
  'b',
  'xab',
  'AB',
  '5',
  'true',
  'c\nab',
  '\u{1F600}',
  new Uint8Array(),
  new Uint8Array([0xab]),
  [],
  ['a'],
  [Number.NaN],
  new Map(),
  new Map<string, AnyValue>([['k', 'a']]),
  new Map<string, AnyValue>([['k', 5n]]),
];

const bodies: readonly AnyValue[] = [null, 'a', 'abc', 5n, true, new Map<string, AnyValue>([['k', 'a']])];
const severities = [-1, 0, 1, 5, 9, 13, 17, 18, 24, 25];
const severityTexts = ['', 'a', 'ab', 'b', 'INFO'];

export const record: fc.Arbitrary<Place> = fc
  .record({
    a: fc.constantFrom(...values),
    b: fc.constantFrom(...values),
    r: fc.constantFrom(...values),
    body: fc.constantFrom(...bodies),
    severityNumber: fc.constantFrom(...severities),
    severityText: fc.constantFrom(...severityTexts),
  })
  .map(({ a, b, r, body, severityNumber, severityText }) =>
    place({ a, b }, { r }, { body, severityNumber, severityText }),
  );

export function place(
  log: Readonly<Record<string, AnyValue | undefined>>,
  resource: Readonly<Record<string, AnyValue | undefined>>,
  fields: Partial<LogRecord> = {},
): Place {
  const records: ResourceRecords<unknown> = {
    resource: { attributes: attributes(resource), droppedAttributesCount: 0 },
    schemaUrl: '',
    scopes: [],
  };
  const scope = {
    scope: { name: '', version: '', attributes: new Map(), droppedAttributesCount: 0 },
    schemaUrl: '',
    records: [],
  };
  return {
    resource: records,
    scope,
    cache: new Map(),
    log: {
      origin: 0,
      time: 0n,
      observedTime: 0n,
      severityNumber: 0,
      severityText: '',
      eventName: '',
      body: null,
      attributes: attributes(log),
      droppedAttributesCount: 0,
      flags: 0,
      traceId: '0'.repeat(32),
      spanId: '0'.repeat(16),
      ...fields,
    },
  };
}

function attributes(from: Readonly<Record<string, AnyValue | undefined>>): Attributes {
  return new Map(Object.entries(from).filter((entry): entry is [string, AnyValue] => entry[1] !== undefined));
}

const anyPaths = ['log.attributes["a"]', 'log.attributes["b"]', 'resource.attributes["r"]', 'log.body'];
const paths = [...anyPaths, 'log.attributes["a"]["k"]', 'log.severity_text', 'log.body.string'];
const literals = [
  'nil',
  'true',
  'false',
  '0',
  '1',
  '5',
  '-3',
  '1.5',
  '5.0',
  '9007199254740993',
  '9007199254740992.0',
].concat(['""', '"a"', '"ab"', '"b"', '"5"', '"\u{1F600}"', 'SEVERITY_NUMBER_ERROR', '0xab', '["a"]']);
const numbers = ['0', '5', '9', '17', '17.5', 'SEVERITY_NUMBER_ERROR', 'SEVERITY_NUMBER_WARN', '8 + 9'];
const patterns = [
  '^ab',
  'ab$',
  '^(a|b|ab)$',
  'b',
  '(?i)^AB',
  '^[a-c]+$',
  '^a?b*$',
  '^\\\\d+$',
  '^.*$',
  '(?s)^.*$',
  'e',
  '^$',
].concat(['^[0-9a-f]{2}$', 'a{2,}', '\\\\bab', '^\\\\{', '[[:alpha:]]', '^(?:a|xa)b', '(^a|b$)', '[^a]b']);
const texts = ['', 'a', 'ab', 'abc', 'b', '\u{1F600}'];
const operators = ['==', '!=', '<', '<=', '>', '>='];

const pick = <T>(...from: readonly T[]) => fc.constantFrom(...from);

const atom: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(pick(...paths), pick(...operators), pick(...literals)).map((all) => all.join(' ')) },
  {
    weight: 2,
    arbitrary: fc.tuple(pick(...operators), pick(...numbers)).map((all) => `log.severity_number ${all.join(' ')}`),
  },
  { weight: 1, arbitrary: fc.tuple(pick(...literals), pick(...operators), pick(...paths)).map((all) => all.join(' ')) },
  { weight: 1, arbitrary: fc.tuple(pick(...paths), pick(...operators), pick(...paths)).map((all) => all.join(' ')) },
  {
    weight: 3,
    arbitrary: fc.tuple(pick(...paths), pick(...patterns)).map(([path, text]) => `IsMatch(${path}, "${text}")`),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(pick('HasPrefix', 'HasSuffix'), pick(...paths), pick(...texts))
      .map(([name, path, text]) => `${name}(${path}, "${text}")`),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(pick('IsString', 'IsInt', 'IsDouble', 'IsBool', 'IsMap', 'IsList'), pick(...paths))
      .map(([name, path]) => `${name}(${path})`),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.array(pick(...literals.filter((one) => !one.startsWith('['))), { maxLength: 3 }), pick(...paths))
      .map(([items, path]) => `ContainsValue([${items.join(', ')}], ${path})`),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(pick('IsString', 'IsInt'), pick(...paths), pick('==', '!='))
      .map(([name, path, operator]) => `${name}(${path}) ${operator} true`),
  },
  {
    weight: 1,
    arbitrary: pick(
      'true',
      'false',
      '1 == 1',
      '"a" == "b"',
      'nil == nil',
      '"${env:X}" == "x"',
      'log.attributes["a"] == "${env:X}"',
    ),
  },
);

/** Conditions in OTTL over the records above. */
export const condition: fc.Arbitrary<string> = fc.letrec<{ all: string }>((tie) => ({
  all: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    { weight: 3, arbitrary: atom },
    { weight: 2, arbitrary: tie('all').map((one) => `not (${one})`) },
    {
      weight: 3,
      arbitrary: fc
        .tuple(pick(' and ', ' or '), fc.array(tie('all'), { minLength: 2, maxLength: 3 }))
        .map(([joint, terms]) => terms.map((term) => `(${term})`).join(joint)),
    },
  ),
})).all;
