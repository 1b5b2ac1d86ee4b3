import { commentsIn } from '../../src/source/comments/documents';
import type { Pointer } from '../../src/source/document';
import { embeddedTexts } from '../../src/source/embedded';
import { readDocuments } from '../../src/source/read-file';

/** The comments of files as `line place pointer: text`, by document. */
function comments(...texts: readonly string[]): string[][] {
  const files = texts.map((text, i) => readDocuments({ path: `${i}.yaml`, text, binary: false }));
  const found = commentsIn(files, ({ content }) => embeddedTexts(content));
  return [...found.values()].map((all) =>
    all.map(
      (one) => `${one.lines[0]?.line} ${one.place} ${way(one.pointer)}: ${one.lines.map(({ text }) => text).join('|')}`,
    ),
  );
}

function way(pointer: Pointer): string {
  return pointer.length === 0 ? '/' : pointer.join('/');
}

test('a comment above a key speaks of it, and one behind it, too', () => {
  expect(
    comments(`a: # of a
  b: 1 # of b
  # of c
  c:
    - x # of x
    # of y
    - y
    - key: z # of the key
# of d
d: 1
`),
  ).toEqual([
    [
      '1 beside a:  of a',
      '2 beside a/b:  of b',
      '3 above a/c:  of c',
      '5 beside a/c/0:  of x',
      '6 above a/c/1:  of y',
      '8 beside a/c/2/key:  of the key',
      '9 above d:  of d',
    ],
  ]);
});

test('what stands above the first key speaks of the document', () => {
  expect(comments('# one\n\n# two\na: 1 # of a\n')).toEqual([
    ['1 above /:  one', '3 above /:  two', '4 beside a:  of a'],
  ]);
});

test('what is indented more than what follows is behind the last entry of what it is in', () => {
  expect(
    comments(`a:
  b:
    c: 1
    # end of b
  # end of a
  d:
    # in d
e:
  - f: 1
    # end of the item
  # end of e
# end of all
`),
  ).toEqual([
    [
      '4 end a/b:  end of b',
      '5 above a/d:  end of a',
      '7 end a/d:  in d',
      '10 end e/0:  end of the item',
      '11 end e:  end of e',
      '12 end /:  end of all',
    ],
  ]);
});

test('lines that follow each other are one comment, with their indentation', () => {
  expect(comments('a: 1\n# b:\n#   c: 1\n  # d\nz: 1\n')).toEqual([['2 above z:  b:|   c: 1|   d']]);
  expect(comments('a:\n  b: 1\n  # of b\n# of z\nz: 1\n')).toEqual([['3 end a:  of b', '4 above z:  of z']]);
});

test('brackets are closed before what stands behind them', () => {
  expect(
    comments(`a: { b: 1 } # of a
c: [ # of c
  x, # of x
  # of y
  y,
  # end of c
] # of all of c
d: [{ e: [1] }, [2]] # of d
`),
  ).toEqual([
    [
      '1 beside a:  of a',
      '2 beside c:  of c',
      '3 beside c/0:  of x',
      '4 above c/1:  of y',
      '6 end c:  end of c',
      '7 beside c:  of all of c',
      '8 beside d:  of d',
    ],
  ]);
});

test('a sign in a text is no comment', () => {
  expect(
    comments(`a: x#y
b: "x # y"
c: 'x # y'
d: | # of d
  # text
  x

# of e
e: >-
  x # text
f: x # of f
h: "x
  # text"
i:
  # of the text of i
  x
`),
  ).toEqual([['4 beside d:  of d', '8 above e:  of e', '11 beside f:  of f', '15 end i:  of the text of i']]);
});

test('an item that begins below its dash has the comment of the dash', () => {
  expect(comments('a:\n  - # of the item\n    b: 1\n  -   # of the other\n    c: 1\n')).toEqual([
    ['2 above a/0:  of the item', '4 above a/1:  of the other'],
  ]);
});

test('a text that is YAML itself has comments with their places in it', () => {
  expect(
    comments(`kind: ConfigMap
apiVersion: v1
data:
  # of the file
  relay: |
    # of all of it
    receivers: # all of them
      otlp:
    exporters: {}
    # end
`),
  ).toEqual([
    [
      '4 above data/relay:  of the file',
      '6 above data/relay:  of all of it',
      '7 beside data/relay/receivers:  all of them',
      '10 end data/relay:  end',
    ],
  ]);
});

test('what stands in no document belongs to the next one, or to the last', () => {
  expect(comments('# one\n---\n# two\na: 1\n--- # three\nb: 1\n---\n# four\n', '# five\n')).toEqual([
    ['1 above /:  one', '3 above /:  two'],
    ['5 above /:  three', '8 end /:  four', '1 end /:  five'],
  ]);
});

test('what waits since another file comes first', () => {
  expect(comments('\n\n# one\n', '# two\na: 1\n')).toEqual([['3 above /:  one', '1 above /:  two']]);
});

test('of a list of objects, each has its comments', () => {
  expect(
    comments(`apiVersion: v1 # of the list
kind: List
items:
  # of the first
  - kind: A
    apiVersion: v1
    # end of the first
  - kind: B
    apiVersion: v1 # of the second
`),
  ).toEqual([
    ['1 above /:  of the list', '4 above /:  of the first', '7 end /:  end of the first'],
    ['9 beside apiVersion:  of the second'],
  ]);
});

test('lines may end as on Windows, and brackets be indented as Go takes them', () => {
  expect(comments('a: # of a\r\n  b: 1\r\n  # one\r\n  # two\r\nc: 1\r\n')).toEqual([
    ['1 beside a:  of a', '3 end a:  one| two'],
  ]);
  expect(comments('a:\n  b: [\n  x, # of x\n]\nc: 1\n')).toEqual([['3 beside a/b/0:  of x']]);
});
