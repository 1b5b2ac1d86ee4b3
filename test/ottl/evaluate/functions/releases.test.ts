import { Unsupported } from '../../../../src/ottl/evaluate/value';
import { edited, evaluated } from './run';

describe('what release 0.131.0 does otherwise', () => {
  test('a function replaces every occurrence of the matched text', () => {
    const statement = 'replace_pattern(log.attributes["x"], "\\\\ba", "b", ToUpperCase)';
    expect(edited(statement, { x: 'aa a' }).value).toStrictEqual({ x: 'Ba B' });
    expect(edited(statement, { x: 'aa a' }, '0.131.0').value).toStrictEqual({ x: 'BB B' });
  });

  test('an error of a function ends replace_all_patterns, and what comes after is lost', () => {
    const statement = 'replace_all_patterns(log.attributes, "value", "a", "b", FNV)';
    const attributes = { x: 'b', y: 'a', z: 'c' };
    expect(edited(statement, attributes).value).toStrictEqual(attributes);
    expect(edited(statement, attributes, '0.131.0').value).toStrictEqual({ x: 'b' });
  });

  test('bytes survive replace_all_patterns', () => {
    const attributes = { x: { bytes: '00ff' }, y: 'a' };
    const statement = 'replace_all_patterns(log.attributes, "value", "a", "b")';
    expect(edited(statement, attributes, '0.131.0').value).toStrictEqual({ x: { bytes: '00ff' }, y: 'b' });
  });

  test('the type of a literal is found out with each record', () => {
    expect(evaluated('IsString(1)')).toStrictEqual({ fails: 'start' });
    expect(evaluated('IsString(1)', {}, '0.131.0')).toStrictEqual({ value: false });
  });

  test('a regular expression without names is refused at start', () => {
    const expression = 'ExtractPatterns("a", "(a)")';
    expect(evaluated(expression)).toStrictEqual({ fails: 'record' });
    expect(evaluated(expression, {}, '0.131.0')).toStrictEqual({ fails: 'start' });
  });

  test('numbers of times have the width of their format', () => {
    const expression = 'Time("2023-5-6", "%Y-%m-%d")';
    expect(evaluated(expression)).toStrictEqual({ value: { time: 1_683_331_200_000_000_000n } });
    expect(evaluated(expression, {}, '0.131.0')).toStrictEqual({ fails: 'record' });
  });

  test('values of a record are escaped for HTML', () => {
    const expression = 'ToKeyValueString(log.attributes)';
    expect(evaluated(expression, { x: ['<'] }).value).toBe('x=[\\"<\\"]');
    expect(evaluated(expression, { x: ['<'] }, '0.131.0').value).toBe('x=[\\"\\u003c\\"]');
  });
});

describe('a time without a year', () => {
  test('is of this year, or of the last where it would be more than a week ahead', () => {
    const expression = 'Year(Time(log.attributes["x"], "%b %d %H:%M:%S"))';
    expect(evaluated(expression, { x: 'Nov 28 00:00:00' }).value).toBe(2026n);
    expect(evaluated(expression, { x: 'Nov 30 00:00:00' }).value).toBe(2025n);
  });
});

describe('what is not known is said', () => {
  test.each([
    'Substring("é", 0, 1)',
    'Base64Decode("/w==")',
    'Decode("a", "shift_jis")',
    'Format("%T", [1])',
    'IsMatch("a", "(?P<n>a)(?P<n>b)")',
    'Time("20:40 +2500 ", "%H:%M %z")',
    'Time("1", "%d", "UTC", "de")',
    'UUID()',
  ])('%s', (expression) => {
    expect(() => evaluated(expression)).toThrow(Unsupported);
  });
});
