import { anyOf, operand, selector, union } from '../../src/monitoring/query';
import { windowOf } from '../../src/monitoring/window';

test('matchers quote values, and mean just them', () => {
  expect(anyOf('job', ['a/b.c'])).toBe('job="a/b.c"');
  expect(anyOf('job', ['a/b.c', 'd"e', 'a/b.c'])).toBe(String.raw`job=~"a/b\\.c|d\"e"`);
  expect(anyOf('otelcol.pipeline.id', ['logs'])).toBe('"otelcol.pipeline.id"="logs"');
});

test('names that only Prometheus 3 takes stand between the braces', () => {
  expect(selector('up', [])).toBe('up');
  expect(selector('up', ['job="a"'])).toBe('up{job="a"}');
  expect(selector('otelcol.items', ['job="a"'])).toBe('{"otelcol.items", job="a"}');
});

test('what is joined is one side of an operator', () => {
  expect(operand('up')).toBe('up');
  expect(operand(union(['up', 'down']))).toBe('(up or down)');
});

test('a window has a length', () => {
  expect(windowOf('1h30m')).toEqual({ text: '1h30m', seconds: 5400 });
  expect(windowOf('500ms').seconds).toBe(0.5);
});
