import { isReference, isWholeReference, references, unreadReference } from '../../src/model/reference';

const uris = (text: string) => references(text).map(({ uri }) => uri);

test('finds references as the collector does', () => {
  expect(uris('a ${env:A} b ${B} c')).toEqual(['env:A', 'env:B']);
  expect(uris('$A $$ } {')).toEqual([]);
  expect(uris('${A')).toEqual([]);
  expect(uris('} ${A}')).toEqual(['env:A']);
});

test('two dollars are one, and escape', () => {
  expect(uris('$${A}')).toEqual([]);
  expect(uris('$$${A}')).toEqual(['env:A']);
  expect(uris('$$$${A}')).toEqual([]);
});

test('inner references come first, and stand in the outer one as U+FFFC', () => {
  expect(uris('${env:A:-${B}}')).toEqual(['env:B', 'env:A:-\uFFFC']);
});

test('nothing behind an escaped reference is read', () => {
  expect(uris('${A} $${B} ${C}')).toEqual(['env:A']);
  expect(unreadReference('${A} $${B} ${env:C}')).toBe('${env:C}');
  expect(unreadReference('$${A} $${env:B}')).toBeUndefined();
  expect(unreadReference('${env:A} $${B}')).toBeUndefined();
});

test('tells whole values from texts around references', () => {
  expect(isWholeReference('${env:A:-${B}}')).toBe(true);
  expect(isWholeReference('${A}${B}')).toBe(false);
  expect(isReference('a${B}')).toBe(true);
  expect(isReference(1)).toBe(false);
});
