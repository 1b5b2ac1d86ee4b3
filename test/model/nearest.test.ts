import { didYouMean, nearest } from '../../src/model/nearest';

test('finds the name that was meant', () => {
  expect(nearest('otlp_htp/vendor', ['otlp_http/vendor', 'debug'])).toBe('otlp_http/vendor');
  expect(nearest('log', ['traces', 'logs'])).toBe('logs');
});

test('suggests nothing that has little in common', () => {
  expect(nearest('debug', ['otlp_http/vendor', 'nop'])).toBeUndefined();
  expect(didYouMean('debug', ['nop'], 'Define it.')).toBe('Define it.');
});

test('finds the only name that begins as what was written', () => {
  expect(nearest('ToLower', ['ToLowerCase', 'ToUpperCase'])).toBe('ToLowerCase');
  expect(nearest('service_', ['service_name', 'service_namespace'])).toBeUndefined();
  expect(nearest('lo', ['location'])).toBeUndefined();
});

test('two letters of three are another word', () => {
  expect(nearest('list', ['string', 'int', 'boolean'])).toBeUndefined();
});

test('does not suggest the name itself', () => {
  expect(nearest('debug', ['debug'])).toBeUndefined();
});
