import { listed } from '../../src/model/listed';

test('names are listed as people do', () => {
  expect([['a'], ['a', 'b'], ['a', 'b', 'c']].map(listed)).toEqual(['"a"', '"a" and "b"', '"a", "b" and "c"']);
});
