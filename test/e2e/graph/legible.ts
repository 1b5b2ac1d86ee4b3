import type { Page } from 'playwright-core';

/** What cannot be read in the drawing of a page: texts outside of their cards, or over each other, cards over cards. */
export async function illegible(page: Page): Promise<string[]> {
  return await page.evaluate(() => {
    interface Box {
      readonly left: number;
      readonly right: number;
      readonly top: number;
      readonly bottom: number;
    }
    const found: string[] = [];
    const boxOf = (element: Element): Box => element.getBoundingClientRect();
    const overlap = (a: Box, b: Box, room: number) =>
      a.left < b.right - room && b.left < a.right - room && a.top < b.bottom - room && b.top < a.bottom - room;
    const within = (a: Box, b: Box) =>
      a.left >= b.left - 0.5 && a.right <= b.right + 0.5 && a.top >= b.top - 0.5 && a.bottom <= b.bottom + 0.5;
    const cards = [...document.querySelectorAll('.drawing g.node:not(.group, .processor)')];
    const rects = cards.map((card) => boxOf(card.querySelector(':scope > .card') as Element));
    for (const [i, card] of cards.entries()) {
      const texts = [...card.querySelectorAll('text')].filter((text) => text.textContent !== '');
      // A line’s box has room above and below its letters, which may be over the next line’s.
      const boxes = texts.map((text) => ({ text: text.textContent, box: boxOf(text) }));
      for (const { text, box } of boxes) {
        if (!within(box, rects[i] as Box)) found.push(`"${text}" leaves its card`);
      }
      for (const [a, one] of boxes.entries()) {
        for (const other of boxes.slice(a + 1)) {
          if (overlap(one.box, other.box, 3)) found.push(`"${one.text}" is over "${other.text}"`);
        }
      }
      for (const [j, other] of rects.slice(i + 1).entries()) {
        if (overlap(rects[i] as Box, other, 1))
          found.push(`${card.textContent} is over ${cards[i + 1 + j]?.textContent}`);
      }
    }
    for (const box of document.querySelectorAll('.drawing g.group')) {
      const own = boxOf(box.querySelector(':scope > .card') as Element);
      for (const text of box.querySelectorAll(':scope > text')) {
        if (!within(boxOf(text), own)) found.push(`"${text.textContent}" leaves its box`);
        for (const [i, rect] of rects.entries()) {
          if (overlap(boxOf(text), rect, 1)) found.push(`"${text.textContent}" is over ${cards[i]?.textContent}`);
        }
      }
    }
    for (const chip of document.querySelectorAll('.drawing g.processor')) {
      const own = boxOf(chip.querySelector('.chip') as Element);
      for (const text of chip.querySelectorAll('text')) {
        if (!within(boxOf(text), own)) found.push(`"${text.textContent}" leaves its chip`);
      }
    }
    return found;
  });
}
