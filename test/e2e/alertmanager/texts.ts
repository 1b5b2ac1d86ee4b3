import fc from 'fast-check';

const labelName = fc.constantFrom('a', 'severity', 'team', 'le:vel', 'späť', 'x.y', '1', '');
const labelText = fc.constantFrom(
  'page',
  'a b',
  'ü',
  'a|b',
  '.*',
  '[',
  '(',
  '\\d+',
  'x"y',
  '\\',
  '',
  '\n',
  'a,b',
  '{',
  "'",
);
const operator = fc.constantFrom('=', '!=', '=~', '!~', '==', '~', '!', ' = ', '=~ ');
const quoted = labelText.map((text) => JSON.stringify(text));
const badlyQuoted = fc.constantFrom(
  '"a',
  'a"',
  '"a"b',
  '"\\q"',
  '"\\x41"',
  '"\\xff"',
  '"\\xc3\\xa4"',
  '"\\u00e4"',
  '"a\nb"',
  "'a'",
  '"\\101"',
  '"a\\"',
);
const value = fc.oneof({ weight: 4, arbitrary: quoted }, { weight: 3, arbitrary: labelText }, badlyQuoted);
const name = fc.oneof(
  { weight: 5, arbitrary: labelName },
  labelName.map((text) => JSON.stringify(text)),
  badlyQuoted,
);
const matcher = fc.tuple(name, operator, value).map((parts) => parts.join(''));
const padding = fc.constantFrom('', '', '', ' ', '\t', '\u00a0', '\u0085', '\ufeff');

/** Texts of matchers, some of them broken. */
export const matcherTexts = fc
  .tuple(
    fc.constantFrom('', '', '', '{', '{ ', '{{'),
    fc.array(
      fc.tuple(padding, matcher, padding).map((parts) => parts.join('')),
      { maxLength: 3 },
    ),
    fc.constantFrom(',', ',', ',', ', ', ',,', ' '),
    fc.constantFrom('', '', '', '}', ',}', ',', ' }'),
  )
  .map(([open, matchers, separator, close]) => `${open}${matchers.join(separator)}${close}`);

const piece = fc.constantFrom(
  ...[
    '.Labels.x',
    '.',
    '$',
    '$x',
    '$x := 1',
    '$i, $x := .',
    '"text"',
    '`raw`',
    "'c'",
    '1',
    '0x1F',
    '1_0',
    '1.5e3',
    '.5',
    '-3',
  ],
  ...[
    'true',
    'nil',
    'toUpper',
    'len .',
    'nosuch',
    '(len .)',
    '(len . | print)',
    '(',
    ')',
    '|',
    ',',
    ':',
    ':=',
    '=',
    '!',
    '"open',
  ],
  ...[
    '.a.b.c',
    '.a .b',
    '(.a).b',
    '"t".x',
    '$.CommonLabels',
    'eq .a "b"',
    '| toUpper',
    '. | 1',
    "''",
    "'ab'",
    '09',
    '1x',
    'a-b',
    '/* c */',
  ],
);
const pipeline = fc.array(piece, { minLength: 0, maxLength: 3 }).map((pieces) => pieces.join(' '));
const control = fc.constantFrom('if', 'range', 'with');
const action = fc.oneof(
  { weight: 4, arbitrary: pipeline },
  fc.tuple(control, pipeline).map(([word, rest]) => `${word} ${rest}`),
  fc.constantFrom(
    'end',
    'else',
    'break',
    'continue',
    'end x',
    'else if .x',
    'else with .x',
    'else x',
    '/* comment */',
    '/* open',
    '- .x -',
    '-x',
    '- -',
  ),
  fc.constantFrom(
    'define "a"',
    'define `a`',
    'define a',
    'template "a"',
    'template "a" .',
    'template .a',
    'block "b" .',
    'block "b"',
    'define "a" x',
  ),
);
const braces = action.map((inside) => `{{${inside}}}`);

function nested(depth: number): fc.Arbitrary<string> {
  const plain = fc.constantFrom('text ', '{', '}}', '\n', '{{', '{{"{{"}}');
  const leaf = fc.oneof({ weight: 3, arbitrary: braces }, plain);
  if (depth === 0) return leaf;
  const inner = fc.array(nested(depth - 1), { maxLength: 3 }).map((parts) => parts.join(''));
  const body = fc.tuple(
    control,
    pipeline,
    inner,
    fc.constantFrom('', '{{else}}', '{{else if .x}}', '{{else with .x}}'),
    inner,
  );
  return fc.oneof(
    { weight: 2, arbitrary: leaf },
    body.map(
      ([word, condition, first, otherwise, second]) =>
        `{{${word} ${condition || '.x'}}}${first}${otherwise}${otherwise && second}{{end}}`,
    ),
    inner.map((text) => `{{define "d"}}${text}{{end}}`),
    inner.map((text) => `{{range $i, $v := .Alerts}}${text}{{$v.x}}{{break}}{{end}}`),
  );
}

/** Texts of templates, some of them broken. */
export const templateTexts = fc.array(nested(2), { minLength: 1, maxLength: 3 }).map((parts) => parts.join(''));
