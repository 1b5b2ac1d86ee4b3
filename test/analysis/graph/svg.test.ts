import fc from 'fast-check';
import { htmlOf } from '../../../src/analysis/graph/page/html';
import { svgOf } from '../../../src/analysis/graph/svg/svg';
import { escaped, widthOf, wrap } from '../../../src/analysis/graph/svg/text';
import { collector } from '../../checks/models';
import { graphWith, routedGraph } from './models';

const face = { size: 11, font: 'mono' } as const;

test('a text in lines is the same text, and no line is too long', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme-ascii', maxLength: 300 }),
      fc.integer({ min: 30, max: 400 }),
      (text, most) => {
        const lines = wrap(text, face, most);
        const squeezed = (one: string) => one.replace(/\s+/g, '');
        expect(squeezed(lines.join(''))).toBe(squeezed(text));
        for (const line of lines) expect(widthOf(line, face)).toBeLessThanOrEqual(most);
      },
    ),
  );
});

test('a text that is too long for its lines says that there is more', () => {
  expect(wrap('one two three four', face, 30, 2)).toEqual(['one', '… and more']);
});

test('nothing in a text is XML, and what XML does not take is not there', () => {
  expect(escaped('</text>&"\'\u0000\u202E')).toBe('&#60;/text&#62;&#38;&#34;&#39;\uFFFD\uFFFD');
});

test('the same graph is the same picture, and the same page', async () => {
  expect(await svgOf(routedGraph())).toBe(await svgOf(routedGraph()));
  expect(await htmlOf(routedGraph())).toBe(await htmlOf(routedGraph()));
});

test('a picture is a file of its own, light and dark, and says what it shows', async () => {
  const svg = await svgOf(routedGraph());
  expect(svg).toContain('<title id="title">Telemetry: gateway</title>');
  expect(svg).toContain('1 × collector, 1 × receiver');
  expect(svg).toContain('prefers-color-scheme: dark');
  expect(svg.match(/https?:[^\s"<&)]*/g)).toEqual(['http://www.w3.org/2000/svg']);
  expect(svg).not.toContain('<script');
});

test('a page lets itself ask for nothing, and its data ends no script', async () => {
  const page = await htmlOf(graphWith({ collectors: [collector({ name: '</script><b>', path: 'x' })] }));
  expect(page).toContain(`default-src 'none'; script-src 'sha256-`);
  expect(page.match(/<\/script>/g)).toHaveLength(2);
  expect(page).not.toContain('<b>');
});
