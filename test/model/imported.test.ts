import { imported } from '../../src/model/imported';

test('the file of a release is read once', () => {
  const facts = imported<string, { readonly release: string }>('promql');
  expect(facts('3.15.0').release).toBe('3.15.0');
  expect(facts('3.15.0')).toBe(facts('3.15.0'));
  expect(facts('2.54.1').release).toBe('2.54.1');
  expect(() => facts('0.0.0')).toThrow('0.0.0.json');
});
