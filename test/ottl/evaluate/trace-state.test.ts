import { parseTraceState, traceStateMember, withTraceStateMember } from '../../../src/ottl/evaluate/trace-state';

const many = Array.from({ length: 33 }, (_, i) => `k${i}=v`);

test.each(['', 'a=1', 'a=1,,b=2', ' a=1 ,\tb=2', 'a@b=1', '1a@b=1', 'a=b c', many.slice(0, 32).join()])(
  '%j is valid',
  (text) => {
    expect(parseTraceState(text)).toBeDefined();
  },
);

test.each(['a', 'A=1', '1=1', 'a=', 'a=1=2', 'a=1,a=2', 'a@1=1', 'a=é', many.join()])('%j is not', (text) => {
  expect(parseTraceState(text)).toBeUndefined();
});

test('a member has a value, or an empty one', () => {
  const state = parseTraceState('a=1, b=2') ?? [];
  expect(traceStateMember(state, 'b')).toBe('2');
  expect(traceStateMember(state, 'c')).toBe('');
});

describe('a member that is set', () => {
  test('comes first', () => {
    expect(withTraceStateMember(parseTraceState('a=1,b=2') ?? [], 'b', '3')).toBe('b=3,a=1');
    expect(withTraceStateMember([], 'b', '3')).toBe('b=3');
  });

  test('drops the last one where there are too many', () => {
    const text = withTraceStateMember(parseTraceState(many.slice(0, 32).join()) ?? [], 'new', 'v');
    expect(text?.split(',')).toHaveLength(32);
    expect(text?.startsWith('new=v,k0=v')).toBe(true);
    expect(text?.endsWith('k30=v')).toBe(true);
  });

  test('must be valid', () => {
    expect(withTraceStateMember([], 'B', '3')).toBeUndefined();
    expect(withTraceStateMember([], 'b', '')).toBeUndefined();
  });
});
