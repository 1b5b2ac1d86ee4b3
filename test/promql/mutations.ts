import fc from 'fast-check';

const pieces = /"(?:\\.|[^"\\])*"|[A-Za-z_:][A-Za-z0-9_:]*|[0-9][0-9a-zA-Z_.]*|\s+|==|!=|<=|>=|=~|!~|<\/|>\/|./gsu;

const inserted = [
  ...['(', ')', '[', ']', '{', '}', ',', ':', '.', ';', '$', '@', '!', '&&', '"', "'", '`', '#', '#\n', '\u00a0'],
  ...['=', '==', '!=', '=~', '!~', '<', '>=', '</', '>/', '+', '-', '*', '/', '%', '^', 'atan2'],
  ...['and', 'or', 'unless', 'bool', 'by', 'without', 'on', 'ignoring', 'group_left', 'group_right', 'offset', 'AND'],
  ...[
    'by (job)',
    'on (job)',
    'group_left (x)',
    'without ()',
    'fill (1)',
    'fill_left(2)',
    'fill',
    'anchored',
    'smoothed',
  ],
  ...[
    'sum',
    'SUM',
    'topk',
    'limitk',
    'rate',
    'holt_winters',
    'time()',
    'step()',
    'range()',
    'start()',
    'end',
    'nosuch',
  ],
  ...[
    '1',
    '-1',
    '0',
    '1.',
    '.5',
    '1e3',
    '1e',
    '0x1F',
    '0x',
    '0X_a',
    '017',
    '08',
    '1_000',
    '1__0',
    '1e999',
    'Inf',
    'nAn',
  ],
  ...[
    '5m',
    '0s',
    '1h30m',
    '30m1h',
    '5mm',
    '1.5h',
    '5M',
    '300y',
    '1y2w3d4h5m6s7ms',
    '[5m]',
    '[5m:]',
    '[5m:1m]',
    '[0]',
    '[-5m]',
  ],
  ...[
    '"x"',
    "'x'",
    '`x`',
    '"\\q"',
    '"\\x41"',
    "'\\''",
    '"\\\'"',
    '"\\u00e9"',
    '"\\ud800"',
    '"\\400"',
    '{}',
    '{a="b"}',
    '{"a.b"}',
  ],
  ...['up', 'a:b', '@ 5', '@ start()', '@ -5', 'offset 5m', 'offset -5m', 'offset -(5m)', ' ', '\n', '\t'],
];

/** A text with one to three of its pieces taken away, doubled, replaced or put elsewhere. */
export function mutated(text: string): fc.Arbitrary<string> {
  const change = fc.record({
    at: fc.nat(),
    kind: fc.constantFrom('remove', 'repeat', 'replace', 'insert', 'swap', 'glue'),
    piece: fc.constantFrom(...inserted),
  });
  return fc.array(change, { minLength: 1, maxLength: 3 }).map((changes) =>
    changes
      .reduce<readonly string[]>((all, { at, kind, piece }) => {
        const i = all.length === 0 ? 0 : at % all.length;
        const here = all[i] ?? '';
        const next = all[i + 1] ?? '';
        const [from, to, ...by] = {
          remove: [i, i + 1],
          repeat: [i, i + 1, here, ' ', here],
          replace: [i, i + 1, piece],
          insert: [i, i, ' ', piece, ' '],
          swap: [i, i + 2, next, here],
          glue: [i, i + 1, here, piece],
        }[kind] as [number, number, ...string[]];
        return [...all.slice(0, from), ...by, ...all.slice(to)];
      }, text.match(pieces) ?? [])
      .join(''),
  );
}
