import { parseCondition, parseStatement, parseValue } from '../../src/ottl/parser';
import { printCondition, printStatement, printValue } from '../../src/ottl/print';
import type { OttlProblem } from '../../src/ottl/problem';
import { withoutRanges } from './trees';

const kinds = {
  condition: (text: string, release?: string) => parseCondition(text, { form: 'plain', release }),
  statement: (text: string, release?: string) => parseStatement(text, { form: 'plain', release }),
  value: (text: string, release?: string) => parseValue(text, { form: 'plain', release }),
};

type Kind = keyof typeof kinds;

function accepted(kind: Kind, text: string, release?: string): string {
  const { errors } = kinds[kind](text, release);
  return errors === undefined ? 'accepted' : errors.map(({ message }) => message).join(' ');
}

function first(kind: Kind, text: string): readonly [string, OttlProblem] {
  const { errors } = kinds[kind](text);
  if (errors === undefined) throw new Error(`${text} parses`);
  const [problem] = errors;
  return [text.slice(problem.range.start, problem.range.end), problem];
}

describe('what the collector reads', () => {
  test.each([
    'true',
    'not true',
    'not not_a_word == 1',
    'a == 1',
    'a==1and b==2',
    'a == 1 and b == 2 or not c == 3',
    '((((a == 1))))',
    '((a)) == ((1))',
    'not (not (a == 1))',
    'nil == nil',
    '1 < 2',
    'a["x"]["y"][0] == "z"',
    'a[b] == c[F(1)]',
    'a[-1] == a[x + 1]',
    'a[(1 + 2)] == 1',
    'IsMatch(a, "b")',
    'Is Match (a, "b")',
    'F()["k"][0] == 1',
    'F(a=1, bC=2)',
    'F(1, x=[1, "a", nil, true, {"k": {}}])',
    'F([1 2, 3], {"a": 1 "b": 2,})',
    'F(G, SHA256, Sha256)',
    'F((x) => x == 1, () => true, (_, y) => y + 1)',
    'a == -1',
    'a == +1.5',
    '-a == -(b + 1)',
    'a == 1 -1',
    'a == 1.',
    'a == .5',
    'a == 1.5e-10',
    'a == 0xDEADbeef',
    'a == 010',
    'a == 9223372036854775807',
    'a == ENUM_1',
    'a == "\\a\\b\\f\\n\\r\\t\\v\\\\\\"\\x41\\101\\u00e9\\U0001F600"',
    'a == "a\nb"',
    'a == "not and or nil"',
    '"(" a == 1 ")"',
    'log.a.b["c"].d == 1',
  ])('%s', (text) => expect(accepted('condition', text)).toBe('accepted'));

  test.each([
    'set(a, 1)',
    'set(a, 1) where b == 2',
    'set (a, 1)where true',
    'limit(a, 1, [])',
    'replacePattern_X1(a)',
    'set(a, F(b)["c"])',
    'set(a, 1) "where" true',
  ])('%s', (text) => expect(accepted('statement', text)).toBe('accepted'));

  test.each(['a', '1 + 2 * 3 - -4 / 5', '{"a": [1]}', 'F(1)["x"]', '[]', '{}', '"x"', 'nil', 'A_1', '0x00'])(
    '%s',
    (text) => expect(accepted('value', text)).toBe('accepted'),
  );
});

describe('what a mistake is called, and where it is', () => {
  test.each<{ text: string; at: string; message: string; fix: string }>([
    { text: '', at: '', message: 'The condition is empty.', fix: 'Write one, or remove it.' },
    {
      text: 'log.attributes["x"]',
      at: 'log.attributes["x"]',
      message: '"log.attributes["x"]" alone is no condition.',
      fix: 'Compare it: log.attributes["x"] == true, or log.attributes["x"] != nil.',
    },
    {
      text: 'a == 1 and b',
      at: 'b',
      message: '"b" alone is no condition.',
      fix: 'Compare it: b == true, or b != nil.',
    },
    {
      text: '(a or b == 1)',
      at: 'a',
      message: '"a" alone is no condition.',
      fix: 'Compare it: a == true, or a != nil.',
    },
    { text: 'a = 1', at: '=', message: '"=" compares nothing.', fix: 'Write "==".' },
    {
      text: 'a === 1',
      at: '=',
      message: '"===" is no operator.',
      fix: 'Write one of == != < <= > >=, or IsMatch(…, "…").',
    },
    { text: "a == 'x'", at: "'", message: 'A single quote begins no text.', fix: 'Write texts in double quotes: "…".' },
    { text: 'a == “x”', at: '“', message: '"“" has no meaning here.', fix: 'Write texts in double quotes: "…".' },
    {
      text: 'a == "x',
      at: '"x',
      message: 'The text is not closed.',
      fix: 'Write a closing `"`, and `\\"` for a quote inside.',
    },
    { text: 'a && b', at: '&&', message: '"&&" is no operator.', fix: 'Write "and".' },
    { text: 'a || b', at: '||', message: '"||" is no operator.', fix: 'Write "or".' },
    { text: '!F()', at: '!', message: '"!" is no operator.', fix: 'Write "not", or "!=" to compare.' },
    { text: 'a =~ "x"', at: '~', message: '"~" is no operator.', fix: 'Write "IsMatch(…, "…")".' },
    { text: 'a == 1 AND b == 2', at: 'AND', message: '"AND" is no operator.', fix: 'Write "and".' },
    { text: 'a == 1e5', at: '1e5', message: 'A number with an exponent needs a dot.', fix: 'Write 1.0e5.' },
    { text: 'a == 1e-5', at: '1e', message: 'A number with an exponent needs a dot.', fix: 'Write 1.0e….' },
    {
      text: 'log.severityText == "x"',
      at: 'severityText',
      message: '"severityText" has a capital letter, and fields have none.',
      fix: 'Write severity_text, or ["severityText"] for a key.',
    },
    { text: 'a == True', at: 'T', message: '"True" is no value.', fix: 'Write "true".' },
    { text: 'TRUE', at: 'TRUE', message: '"TRUE" is no condition.', fix: 'Write "true".' },
    { text: 'not not a == 1', at: 'not', message: '"not" stands twice.', fix: 'Remove both, or write "not (not …)".' },
    { text: 'F(1,)', at: ')', message: 'A comma stands behind the last.', fix: 'Remove the comma.' },
    { text: 'a == "x" + "y"', at: '+', message: 'Texts cannot be added.', fix: 'Write Concat([…, …], "").' },
    { text: 'a == 1 and', at: '', message: 'The text ends too early.', fix: 'A condition is missing at its end.' },
    { text: '(a == 1', at: '', message: 'The text ends too early.', fix: '"and", "or" or ")" is missing at its end.' },
    { text: 'a == 1)', at: ')', message: '")" does not fit here.', fix: '"and", "or" or the end can stand here.' },
    { text: 'a["x" == 1', at: '==', message: '"==" does not fit here.', fix: '"]" can stand here.' },
    { text: 'a == [1, 2', at: '', message: 'The text ends too early.', fix: '"," or "]" is missing at its end.' },
    { text: 'a == {"k" 1}', at: '1', message: '"1" does not fit here.', fix: '":" can stand here.' },
    { text: 'F(a b)', at: 'b', message: '"b" does not fit here.', fix: '"," or ")" can stand here.' },
    {
      text: 'a == 1 where b',
      at: 'where',
      message: 'A condition has no "where".',
      fix: 'Write what stands behind it alone; a statement belongs into a field of statements.',
    },
    {
      text: 'set(a, 1)',
      at: 'set(a, 1)',
      message: 'set is an editor, which changes a record, and no condition.',
      fix: 'Write a condition here; a statement belongs into a field of statements.',
    },
    {
      text: 'a == 9223372036854775808',
      at: '9223372036854775808',
      message: '9223372036854775808 is too large for a number of OTTL.',
      fix: 'Integers have 64 bits with a sign, and fractions are below 1.8e308.',
    },
    {
      text: 'a == 1.0e999',
      at: '1.0e999',
      message: '1.0e999 is too large for a number of OTTL.',
      fix: 'Integers have 64 bits with a sign, and fractions are below 1.8e308.',
    },
    {
      text: 'a == 089',
      at: '089',
      message: '089 begins with a zero, which makes it octal, and has a digit above 7.',
      fix: 'Write 89.',
    },
    {
      text: 'a == 0xabc',
      at: '0xabc',
      message: '0xabc ends with half a byte.',
      fix: 'Write an even number of digits: 0x0abc.',
    },
    {
      text: 'a == "x\\d"',
      at: '\\d',
      message: '"\\d" is no escape.',
      fix: 'Write "\\\\" for a plain backslash; the others are \\" \\n \\r \\t \\a \\b \\f \\v \\xHH \\uHHHH \\UHHHHHHHH and \\ooo.',
    },
    {
      text: 'f(1) == 1',
      at: 'f(1)',
      message: 'f is written as an editor, which gives no value, and stands where a value is needed.',
      fix: 'Write a converter; its name begins with a capital letter, such as "F".',
    },
    {
      text: '(x) => x == 1 == 2',
      at: '(x) => x == 1',
      message: 'A lambda stands where no function takes it.',
      fix: 'Write it as an argument of a function.',
    },
    {
      text: 'F((x) => (y) => 1)',
      at: '(y) => 1',
      message: 'A lambda gives another lambda.',
      fix: 'Let it give a value or a condition.',
    },
    {
      text: 'a == [() => 1]',
      at: '() => 1',
      message: 'A lambda stands where no function takes it.',
      fix: 'Write it as an argument of a function.',
    },
    { text: 'a == 1 # no', at: '#', message: 'OTTL has no comments.', fix: 'Write the comment outside of the text.' },
  ])('$text', ({ text, at, message, fix }) => {
    const [found, problem] = first('condition', text);
    expect({ at: found, message: problem.message, fix: problem.fix }).toEqual({ at, message, fix });
  });

  test.each<{ text: string; message: string }>([
    { text: '', message: 'The statement is empty.' },
    { text: 'log.body', message: 'A statement begins with an editor.' },
    { text: 'Concat(a)', message: 'Concat is a converter, which gives a value, and changes nothing.' },
    { text: 'set(a, 1)["x"]', message: 'set is an editor, which gives nothing that has keys.' },
    { text: 'set(a, 1) where', message: 'The text ends too early.' },
    { text: 'set(a, 1) and b == 1', message: '"and" does not fit here.' },
    { text: 'set(a, 1); set(b, 2)', message: '";" separates nothing.' },
    {
      text: 'set(a, upper(b))',
      message: 'upper is written as an editor, which gives no value, and stands where a value is needed.',
    },
  ])('as a statement: $text', ({ text, message }) => {
    expect(first('statement', text)[1].message).toBe(message);
  });

  test('each misplaced function is named', () => {
    const { errors } = parseCondition('f(1) == g(2)');
    expect(errors?.map(({ range }) => range)).toEqual([
      { start: 0, end: 4 },
      { start: 8, end: 12 },
    ]);
  });

  test('text that is nested without end is refused, and does not overflow', () => {
    const message = 'has too many parentheses, lists or calls in each other to be read.';
    expect(accepted('value', '['.repeat(100_000))).toBe(`The value ${message}`);
    expect(accepted('condition', `${'('.repeat(5000)}a == 1${')'.repeat(5000)}`)).toBe(`The condition ${message}`);
    expect(accepted('condition', `${'F('.repeat(5000)}`)).toBe(`The condition ${message}`);
    expect(accepted('condition', `${'('.repeat(50)}a == 1${')'.repeat(50)}`)).toBe('accepted');
  });

  test('calls within calls are read once', () => {
    const text = `${'F('.repeat(60)}1${' + 1)'.repeat(60)} == 1`;
    expect(accepted('condition', text)).toBe('accepted');
  });
});

describe('what is different in 0.131.0', () => {
  test.each<{ text: string; old: boolean; now: boolean }>([
    { text: 'a == 1 -1', old: false, now: true },
    { text: 'a == 1 - 1', old: true, now: true },
    { text: 'a == -1', old: true, now: true },
    { text: 'a == -b', old: false, now: true },
    { text: 'a == - 1', old: false, now: true },
    { text: 'a == 1.', old: false, now: true },
    { text: 'a == -9223372036854775808', old: true, now: false },
    { text: 'log.nil == 1', old: true, now: false },
    { text: 'F((x) => x)', old: false, now: true },
    { text: 'a == _', old: false, now: false },
    { text: 'F()[f(1)] == 1', old: true, now: false },
    { text: 'a[f(1)] == 1', old: false, now: false },
  ])('$text', ({ text, old, now }) => {
    expect(accepted('condition', text, '0.131.0') === 'accepted').toBe(old);
    expect(accepted('condition', text, '0.159.0') === 'accepted').toBe(now);
  });

  test('the text "nil" is nil there', () => {
    expect(parseValue('"nil"', { release: '0.131.0' }).tree?.kind).toBe('nil');
    expect(parseValue('"nil"').tree?.kind).toBe('string');
  });
});

describe('trees', () => {
  test('names that are no context are fields', () => {
    const fields = (text: string) => {
      const { tree } = parseValue(text);
      return tree?.kind === 'path' && [tree.context, ...tree.fields.map(({ name }) => name)];
    };
    expect(fields('trace_id.string')).toEqual([undefined, 'trace_id', 'string']);
    expect(fields('log.trace_id.string')).toEqual(['log', 'trace_id', 'string']);
    expect(fields('resource')).toEqual([undefined, 'resource']);
  });

  test('a name of a lambda is a context inside of it alone', () => {
    const { tree } = parseStatement('set(a, F((x) => x.y), x.y)');
    const json = JSON.stringify(withoutRanges(tree));
    expect(json).toContain('"kind":"path","context":"x","fields":[{"name":"y","keys":[]}]');
    expect(json).toContain('"kind":"path","fields":[{"name":"x","keys":[]},{"name":"y","keys":[]}]');
  });

  test.each([
    { text: '-(5)', printed: '-5' },
    { text: '-(-5.5)', printed: '5.5' },
    { text: '+ 5', printed: '5' },
    { text: '017', printed: '15' },
    { text: '1.0e21', printed: '1.0e+21' },
    { text: '0xAB', printed: '0xab' },
    { text: '(1 + 2) * 3', printed: '(1 + 2) * 3' },
    { text: '(1 * 2) + 3', printed: '1 * 2 + 3' },
    { text: '1 - (2 - 3)', printed: '1 - (2 - 3)' },
    { text: '(1 - 2) - 3', printed: '1 - 2 - 3' },
    { text: '-(a + b)', printed: '-(a + b)' },
    { text: 'a[((1) + 2)]', printed: 'a[(1 + 2)]' },
    { text: '"\\x41\\u0042\\103"', printed: '"ABC"' },
    { text: '"\\xff"', printed: '"ÿ"' },
    { text: '[1 2,3]', printed: '[1, 2, 3]' },
    { text: 'Fo o B(1)', printed: 'FooB(1)' },
    { text: 'F(a  =  1)', printed: 'F(a=1)' },
    { text: 'F(( x , _ )=>( x == 1 ))', printed: 'F((x, _) => x == 1)' },
  ])('$text is printed as $printed', ({ text, printed }) => {
    const { tree } = parseValue(text, { form: 'plain' });
    expect(tree && printValue(tree, 'plain')).toBe(printed);
  });

  test('parentheses of conditions stand only where they are needed', () => {
    const { tree } = parseCondition(
      '((a == 1) and ((b == 2) and (c == 3 or (d == 4)))) or not (e == 5) or not (not (f == 6 and true))',
    );
    expect(tree && printCondition(tree)).toBe(
      'a == 1 and b == 2 and (c == 3 or d == 4) or not e == 5 or not (not (f == 6 and true))',
    );
  });

  test('a statement is printed with its condition', () => {
    const { tree } = parseStatement('set( a,1 )where( b == 2 )');
    expect(tree && printStatement(tree)).toBe('set(a, 1) where b == 2');
  });
});
