import { regionsOf } from '../regions';
import { readerNames, type Scene } from './finding';

/** A line with nothing, or a comment, behind a tab: to Go's yaml it is indented by a tab all the same. */
const tabbed = /^( *)\t[ \t]*(?:#.*)?\r?$/gm;

/** Tabs in lines without a value, which the parser passes over, and who reads the text does not. */
export function tabMistakes({ text, reader, error }: Scene): void {
  if (!text.includes('\t') || text.search(tabbed) === -1) return;
  const regions = regionsOf(text);
  for (const { index, 1: spaces = '' } of text.matchAll(tabbed)) {
    const isInside = regions.some(({ start, end }) => start < index && index < end);
    if (isInside || spaces.length > indentAbove(text, index)) continue;
    const message = `${readerNames[reader]} refuses the tab in this line, although nothing stands behind it.`;
    error(index + spaces.length, 'yaml-syntax', message, 'Remove it, or write spaces.');
    return;
  }
}

/** How far what is above is indented: the place of its key, or of its item. */
function indentAbove(text: string, at: number): number {
  const above = /(?:^|\n)([^\n]*\S[^\n]*)\n(?:[ \t]*(?:#[^\n]*)?\r?\n)*$/.exec(text.slice(0, at))?.[1] ?? '';
  // Behind a plain value, tabs that are further in belong to it; elsewhere they belong to nothing.
  if (/:[ \t]*(?:#.*)?$/.test(above)) return Number.POSITIVE_INFINITY;
  return (/^ *(?:- +)*(?=[^-\s].*:(?:\s|$))/.exec(above) ?? /^ */.exec(above))?.[0].length ?? 0;
}
