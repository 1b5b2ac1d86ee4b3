import { didYouMean, nearest } from '../../src/model/nearest';

test('finds the name that was meant', () => {
  expect(nearest('otlp_htp/vendor', ['otlp_http/vendor', 'debug'])).toBe('otlp_http/vendor');
  expect(nearest('log', ['traces', 'logs'])).toBe('logs');
});

test('suggests nothing that has little in common', () => {
  expect(nearest('debug', ['otlp_http/vendor', 'nop'])).toBeUndefined();
  expect(didYouMean('debug', ['nop'], 'Define it.')).toBe('Define it.');
});

test('does not suggest the name itself', () => {
  expect(nearest('debug', ['debug'])).toBeUndefined();
});
