import fc from 'fast-check';

const pieces = /"(?:\\.|[^"\\])*"|[A-Za-z_][A-Za-z0-9_]*|[0-9.]+|\s+|==|!=|<=|>=|=>|./gsu;
const inserted = [
  '(',
  ')',
  '[',
  ']',
  '{',
  '}',
  ',',
  '.',
  ':',
  '=',
  '==',
  '!=',
  '<',
  '>=',
  '=>',
  '+',
  '-',
  '*',
  '/',
  'and',
  'or',
  'not',
  'true',
  'nil',
  'where',
  '"',
  '"x"',
  '"("',
  '"nil"',
  '"where"',
  '"\\q"',
  '"\\x41"',
  '"\\u00e9"',
  '"\\101"',
  '"\\400"',
  '"\\ud800"',
  '"\\\'"',
  'a',
  'A',
  'aB',
  'Ab',
  'Bor',
  'Xnil',
  '_',
  '__',
  '_a',
  '0',
  '1',
  '-1',
  '+1',
  '1.5',
  '1.',
  '.5',
  '1e5',
  '1.0e5',
  '1.5e-',
  '010',
  '08',
  '0x',
  '0x1',
  '0xAF',
  '9223372036854775807',
  '9223372036854775808',
  '-9223372036854775808',
  '1.0e999',
  ' ',
  '\n',
  '\t',
  '\v',
  '\u00a0',
  'é',
  "'",
  '&&',
  '!',
  '|',
  '%',
  ';',
  '#',
  '~',
  '$',
  '1 -1',
  'x -1',
  '(x) => x',
  '() => 1',
  '(_) => nil == 1',
  'F(1)',
  'f(1)',
  '["k"]',
  '[-1]',
  '[1+2]',
  '[x]',
] as const;

/** A text with some of its pieces removed, doubled, exchanged, or something put between: mostly no OTTL any more. */
export function mutated(text: string): fc.Arbitrary<string> {
  const parts = text.match(pieces) ?? [];
  const change = fc.record({
    how: fc.constantFrom('remove', 'double', 'exchange', 'insert', 'insert', 'replace'),
    at: fc.nat(),
    what: fc.constantFrom(...inserted),
  });
  return fc.array(change, { minLength: 1, maxLength: 3 }).map((changes) => {
    const now: string[] = [...parts];
    for (const { how, at, what } of changes) {
      const i = now.length === 0 ? 0 : at % now.length;
      const here = now[i] ?? '';
      if (how === 'insert' || now.length === 0) now.splice(i, 0, what);
      else if (how === 'remove') now.splice(i, 1);
      else if (how === 'double') now.splice(i, 0, here);
      else if (how === 'replace') now[i] = what;
      else [now[i], now[(i + 1) % now.length]] = [now[(i + 1) % now.length] ?? '', here];
    }
    return now.join('');
  });
}

/** A text with other white space where there was some, and more of it around what is no name. */
export function respaced(text: string): fc.Arbitrary<string> {
  const parts = text.match(pieces) ?? [];
  return fc
    .array(fc.constantFrom('', '', ' ', '\n', '\t '), { minLength: parts.length + 1, maxLength: parts.length + 1 })
    .map((spaces) => {
      const [first = '', ...behind] = spaces;
      return parts
        .reduce((out, part, i) => out + part + (behind[i] ?? ''), first)
        .replace(/(?<=[A-Za-z0-9_])(?=(and|or|not|where)\b)|(?<=\b(and|or|not|where))(?=[A-Za-z0-9_])/g, '');
    });
}
