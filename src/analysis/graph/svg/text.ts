/** A kind of text, in pixels and CSS' weights. */
export interface Face {
  readonly size: number;
  readonly font: 'normal' | 'bold' | 'mono';
}

// The widths of the characters from space to tilde, in hundredths of the size: the widest of the fonts that browsers
// take for a drawing (Inter, DejaVu Sans, Liberation Sans, Arial, Verdana), measured in a browser. What is drawn with
// another font is narrower, or a little wider; the cards have room for that.
const first = 32;
const widths: Readonly<Record<'normal' | 'bold', readonly number[]>> = {
  normal: [
    32, 41, 46, 84, 64, 96, 78, 28, 40, 40, 50, 84, 32, 47, 32, 36, 64, 64, 64, 64, 65, 64, 64, 64, 64, 64, 34, 34, 84,
    84, 84, 54, 100, 69, 69, 73, 78, 64, 59, 78, 76, 30, 55, 66, 57, 89, 76, 79, 64, 79, 70, 64, 65, 75, 69, 99, 69, 67,
    69, 40, 36, 40, 84, 50, 50, 62, 64, 56, 64, 62, 37, 64, 64, 28, 28, 58, 28, 98, 64, 62, 64, 64, 42, 53, 40, 64, 60,
    82, 60, 60, 55, 64, 34, 64, 84,
  ],
  bold: [
    35, 46, 53, 84, 70, 101, 88, 31, 46, 46, 57, 84, 38, 47, 38, 39, 70, 70, 70, 70, 70, 70, 70, 70, 70, 70, 40, 40, 84,
    84, 84, 59, 104, 78, 77, 76, 84, 69, 69, 83, 84, 38, 57, 78, 64, 100, 84, 86, 74, 86, 78, 73, 69, 82, 78, 111, 78,
    73, 73, 46, 39, 46, 84, 50, 50, 68, 72, 60, 72, 68, 44, 72, 72, 35, 35, 67, 35, 105, 72, 69, 72, 72, 50, 60, 48, 72,
    66, 93, 65, 66, 59, 72, 38, 72, 84,
  ],
};
const mono = 61;
/** Of a letter outside of ASCII: Cyrillic, Greek, accents. */
const foreign = 90;
/** Of an ideograph, a symbol or an emoji. */
const wide = 140;

/** How wide a text may become, in pixels. */
export function widthOf(text: string, { size, font }: Face): number {
  let hundredths = 0;
  for (const character of text) hundredths += characterWidth(character, font);
  return (hundredths * size) / 100;
}

function characterWidth(character: string, font: Face['font']): number {
  const code = character.codePointAt(0) ?? 0;
  if (code > 126 || code < first) return code < 0x1100 || (code >= 0x2010 && code <= 0x2030) ? foreign : wide;
  return font === 'mono' ? mono : (widths[font][code - first] ?? foreign);
}

/** A text in lines of at most some pixels, broken behind spaces, and where a word is too long, behind marks. */
export function wrap(text: string, face: Face, most: number, mostLines = Number.POSITIVE_INFINITY): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const part of parts(shown(text), face, most)) {
    if (line !== '' && widthOf((line + part).trimEnd(), face) > most) {
      lines.push(line.trimEnd());
      line = part.trimStart();
    } else line += part;
  }
  if (line.trimEnd() !== '' || lines.length === 0) lines.push(line.trimEnd());
  if (lines.length <= mostLines) return lines;
  return [...lines.slice(0, mostLines - 1), '… and more'];
}

/** The pieces of a text that stay in one line: words; of words that are too long, what stands between marks, or letters. */
function* parts(text: string, face: Face, most: number): Generator<string> {
  for (const word of text.match(/\S*\s*/g) ?? []) {
    if (widthOf(word.trimEnd(), face) <= most) yield word;
    else {
      for (const piece of word.match(/[^/._,:=&|-]*[/._,:=&|\s-]*/g) ?? []) {
        if (widthOf(piece.trimEnd(), face) <= most) yield piece;
        else yield* [...piece];
      }
    }
  }
}

/** Without characters that XML does not take, or that turn the text around. */
export function shown(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\p{Cn}\p{Bidi_Control}\uFEFF]/gu, (one) => (/\s/.test(one) ? ' ' : '\uFFFD'));
}

/** A text for XML. */
export function escaped(text: string): string {
  return shown(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
