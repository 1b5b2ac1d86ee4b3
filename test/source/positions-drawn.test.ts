import fc from 'fast-check';
import { type DumpOptions, dump } from 'js-yaml';
import type { Pointer } from '../../src/source/document';
import { Positions } from '../../src/source/positions';
import { readDocuments } from '../../src/source/read-file';

type Tree = string | readonly Tree[] | { readonly [key: string]: Tree };

const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    fc.constantFrom('leaf', 'leaf with words', "leaf's", 'leaf: "x"', 'leaf #', 'leaf\nof lines', 'leaf \\ é'),
    fc.array(tie('tree'), { minLength: 1, maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b/c', 'd e', "f'g"), tie('tree'), { minKeys: 1, maxKeys: 3 }),
  ),
}));

/** Every leaf and every key gets a number, so that one is never found for another. */
function numbered(value: Tree, next: { id: number }): Tree {
  if (typeof value === 'string') return `${next.id++}${value}`;
  if (Array.isArray(value)) return value.map((item: Tree) => numbered(item, next));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [`k${next.id++}${key}`, numbered(item, next)]));
}

/** The places in a tree, with what is written there: the number of a leaf, or of a key. */
function* places(
  value: Tree,
  pointer: Pointer = [],
): Generator<{ pointer: Pointer; part: 'key' | 'value'; token: string }> {
  if (typeof value === 'string') yield { pointer, part: 'value', token: /^\d+leaf/.exec(value)?.[0] ?? '' };
  for (const [key, item] of typeof value === 'string' ? [] : Object.entries(value)) {
    const step = Array.isArray(value) ? Number(key) : key;
    if (typeof step === 'string')
      yield { pointer: [...pointer, step], part: 'key', token: /^k\d+/.exec(step)?.[0] ?? '' };
    yield* places(item as Tree, [...pointer, step]);
  }
}

const style: fc.Arbitrary<DumpOptions> = fc.record({
  indent: fc.constantFrom(2, 3, 4),
  flowLevel: fc.constantFrom(-1, 0, 1, 2),
  lineWidth: fc.constantFrom(-1, 20, 40, 80),
  quoteStyle: fc.constantFrom('single' as const, 'double' as const),
  forceQuotes: fc.boolean(),
  seqNoIndent: fc.boolean(),
});

test('every key and every scalar is found where it is written, in texts inside of texts as well', () => {
  fc.assert(
    fc.property(tree, fc.array(style, { minLength: 1, maxLength: 3 }), fc.boolean(), (drawn, styles, windows) => {
      const root: Tree = { root: numbered(drawn, { id: 100 }) };
      let text = '';
      let base: Pointer = [];
      for (const [i, options] of styles.entries()) {
        text = dump(i === 0 ? root : { before: ['x'], inner: text }, options);
        if (i > 0) base = ['inner', ...base];
      }
      if (windows) text = text.replaceAll('\n', '\r\n');
      const file = readDocuments({ path: 'file', text, binary: false });
      const positions = new Positions([file]);
      const lines = text.split(/\r?\n/);
      for (const { pointer, part, token } of places(root)) {
        const document = file.documents[0];
        if (document === undefined) throw new Error(JSON.stringify(file.issues));
        const { line, column } = positions.of(document, [...base, ...pointer], part);
        const seen = (lines[line - 1] ?? '').slice(column - 1);
        // A block of text is where its sign is; quotes stand before what they quote, escaped in a quoted text.
        if (/^[|>]/.test(seen)) continue;
        expect(seen.replace(/^[\\"']+/, '')).toMatch(new RegExp(`^${token}`));
      }
    }),
    { numRuns: 400, seed: 11 },
  );
});
