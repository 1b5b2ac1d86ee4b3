import fc from 'fast-check';

/** Unquoted scalars: those that YAML means something by, and what is nearly so. */
export const plainScalars: readonly string[] = [
  ...['y', 'Y', 'yes', 'Yes', 'YES', 'yEs', 'on', 'On', 'ON', 'n', 'N', 'no', 'No', 'NO', 'off', 'Off', 'OFF', 'oFF'],
  ...['true', 'True', 'TRUE', 'tRue', 'false', 'False', 'FALSE', '~', 'null', 'Null', 'NULL', 'nUll', 'none', 'nil'],
  ...['.nan', '.NaN', '.NAN', '.inf', '.Inf', '-.inf', '+.INF', '-.nan', 'inf', 'Infinity', 'NaN'],
  ...[
    '0',
    '-0',
    '+0',
    '00',
    '007',
    '08',
    '0o17',
    '0O17',
    '-0o17',
    '+0o17',
    '0o18',
    '0x1F',
    '0X1f',
    '-0x1f',
    '0xG',
    '0b11',
    '0b12',
    '-0b11',
  ],
  ...[
    '1_000',
    '_1',
    '1_',
    '1__0',
    '0x_1',
    '0_7',
    '1,000',
    '1e3',
    '1E3',
    '1e+3',
    '1e-3',
    '1.5e3',
    '1e',
    '1e3.5',
    '.5',
    '5.',
    '.',
    '-.5',
    '+.5',
    '.5e3',
    '.e3',
    '.5_0',
    '5._0',
  ],
  ...[
    '1.10',
    '1.0',
    '1.2.3',
    '190:20:30',
    '1:30',
    '685_230.15',
    '1e999',
    '-1e999',
    '1e-999',
    '9007199254740991',
    '18446744073709551615',
    '18446744073709551616',
    '0xFFFFFFFFFFFFFFFFF',
    '0777777777777777777777777',
  ],
  ...[
    '2024-01-01',
    '2024-1-1',
    '2024-13-01',
    '2024-02-30',
    '2024-01-01T00:00:00Z',
    '2024-01-01t00:00:00Z',
    '2024-01-01 00:00:00',
    '2024-01-01T00:00:00',
    '2024-01-01T10:00:00+02:00',
    '2024-01-01T1:2:3Z',
    '2024-01',
    '20240101',
    '2024-01-01 00:00:00 Z',
    '2024-01-01T00:00:00.123456789Z',
    '2024-01-01T25:00:00Z',
  ],
  ...[
    'a#b',
    'a:b',
    'http://x/#y',
    '-',
    '--',
    '-a',
    '?a',
    ':a',
    '=',
    '<',
    '<<a',
    'a, b',
    "it's",
    'say "x"',
    'a\\b',
    '\u00e9',
    '\u{1F600}',
    '0.0.0.0:4317',
    '${env:X}',
    '5s',
    '512Mi',
    '10%',
  ],
];

const plain = fc.constantFrom(...plainScalars);
const digits = fc
  .string({ unit: fc.constantFrom(...'0123456789._-+eExXoObB:'), minLength: 1, maxLength: 8 })
  .filter((text) => /^[\d.+-]/.test(text) && !/^[-.]*$|:$|^-+:|^---/.test(text));
const quoted = fc.oneof(
  fc.string({ maxLength: 12 }).map((text) => JSON.stringify(text)),
  fc.string({ unit: 'grapheme', maxLength: 6 }).map((text) => JSON.stringify(text)),
  fc.string({ maxLength: 12 }).map((text) => `'${text.replaceAll("'", "''")}'`),
);
const tagged = fc
  .tuple(fc.constantFrom('!!str ', '!foo ', '!!binary '), fc.constantFrom('1', 'true', 'aGk=', 'x'))
  .map((parts) => parts.join(''));

/** A value that fits on the line of its key. */
export const scalar = fc.oneof(
  { weight: 6, arbitrary: plain },
  { weight: 3, arbitrary: digits },
  { weight: 2, arbitrary: quoted },
  { weight: 1, arbitrary: tagged },
);

/** A key; `<<` is drawn with its maps alone. */
const key = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('a', 'b', 'c', 'd/e', 'f.g', '"h i"', "'j'") },
  {
    weight: 2,
    arbitrary: fc.constantFrom('on', 'y', 'No', 'true', '1', '1.5', '1e3', '0x10', '~', '2024-01-01', '.5'),
  },
);

/** The lines of a map or a list in any style, not indented. */
const { block } = fc.letrec<{ block: string[] }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc
      .array(fc.tuple(key, scalar), { minLength: 1, maxLength: 3 })
      .map((entries) => entries.map(([name, value]) => `${name}: ${value}`)),
    fc.array(scalar, { minLength: 1, maxLength: 3 }).map((items) => items.map((item) => `- ${item}`)),
    fc
      .array(fc.tuple(key, tie('block')), { minLength: 1, maxLength: 3 })
      .map((entries) => entries.flatMap(([name, lines]) => [`${name}:`, ...indented(lines, '  ')])),
    fc
      .array(tie('block'), { minLength: 1, maxLength: 2 })
      .map((items) => items.flatMap(([first = '', ...rest]) => [`- ${first}`, ...indented(rest, '  ')])),
    fc
      .tuple(
        key,
        fc.constantFrom('|', '>', '|-', '>+', '|2'),
        // A tab behind a comment that ends a block is refused as well, and nobody writes one there.
        fc
          .array(fc.constantFrom('x', '', '  y: 1', '# z', 'w: [', '\t'), { minLength: 1, maxLength: 4 })
          .filter((lines) => !lines.includes('\t') || !lines.includes('# z')),
      )
      .map(([name, sign, lines]) => [`${name}: ${sign}`, ...indented(lines, '  ')]),
    fc
      .tuple(
        key,
        fc.array(
          scalar.filter((text) => !/[,[\]{}?]|^[:-]/.test(text)),
          { maxLength: 3 },
        ),
        fc.constantFrom('', ' # why'),
        fc.boolean(),
      )
      .map(([name, items, comment, oneLine]) =>
        oneLine
          ? [`${name}: [${items.join(', ')}]${comment}`]
          : [`${name}: [${comment}`, ...items.map((item) => `${item},${comment}`), ']'],
      ),
    fc.tuple(scalar, scalar, fc.boolean()).map(([one, two, after]) => merging(one, two, after)),
  ),
}));

function indented(lines: readonly string[], by: string): string[] {
  return lines.map((line) => (line === '' ? '' : `${by}${line}`));
}

function merging(one: string, two: string, after: boolean): string[] {
  const own = `  p: ${one}`;
  const merge = '  <<: [*m, *n]';
  return ['m: &m', `  p: ${two}`, '  q: 1', 'n: &n { q: 2, r: 3 }', 'o:', ...(after ? [own, merge] : [merge, own])];
}

/** Documents that are maps, behind lines of their own. */
export function documents(begin: string): fc.Arbitrary<string> {
  return fc
    .tuple(
      block.filter(([first = '']) => !first.startsWith('- ')),
      fc.constantFrom('\n', '\r\n'),
    )
    .map(([lines, end]) => `${begin}${[...lines, ''].join(end)}`);
}
