import { canonicalQuantity, quantity } from '../../src/model/quantity';
import { quantities } from './quantities';

// test/e2e/levels.test.ts asks the API server for the same.
test.each(quantities)('%s is %d, written %s', (text, amount, written) => {
  expect(quantity(text)).toBe(amount);
  expect(canonicalQuantity(text)).toBe(written);
});
