import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { mermaidOf } from '../../src/analysis/graph/mermaid';
import { htmlOf } from '../../src/analysis/graph/page/html';
import { svgOf } from '../../src/analysis/graph/svg/svg';
import { browser, opened, type Watched } from './graph/browser';
import { cases, graphAt, graphOfMany } from './graph/cases';
import { illegible } from './graph/legible';

const root = join(__dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'mdai-graph-'));
// Where pictures of the pages stay for somebody to look at.
const pictures = process.env.GRAPH_PICTURES ?? folder;
let chromium: Browser;

beforeAll(async () => {
  chromium = await browser();
});

afterAll(async () => {
  await chromium.close();
  rmSync(folder, { recursive: true });
});

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

async function htmlFile(name: string, graph = graphAt(join(root, 'examples', name, 'expected'))): Promise<string> {
  return file(`${name}.html`, await htmlOf(graph));
}

describe('Mermaid', () => {
  let page: Page;

  beforeAll(async () => {
    page = await chromium.newPage();
    await page.setContent('<!DOCTYPE html><title>Mermaid</title>');
    await page.addScriptTag({ path: join(root, 'node_modules/mermaid/dist/mermaid.min.js') });
    // As GitHub has it.
    await page.evaluate('mermaid.initialize({ startOnLoad: false, securityLevel: "strict" })');
  });

  test.each(cases())('draws %s, and every name in it as it is', async (_, graph) => {
    const { text } = mermaidOf(graph);
    const labels = await page.evaluate(async (code) => {
      const { mermaid } = globalThis as unknown as {
        mermaid: { render(id: string, code: string): Promise<{ svg: string }> };
      };
      const { svg } = await mermaid.render('drawn', code);
      const place = document.createElement('div');
      place.innerHTML = svg.replaceAll('<br>', '<br/>');
      for (const end of place.querySelectorAll('br')) end.replaceWith('\n');
      return [...place.querySelectorAll('.nodeLabel, .edgeLabel')].map((one) => one.textContent ?? '');
    }, text);
    const seen = new Set(labels.flatMap((label) => label.split('\n')).map(squeezed));
    const missing = graph.nodes.filter(({ kind, label }) => kind !== 'processor' && !seen.has(squeezed(label)));
    expect(missing.map(({ label }) => label)).toEqual([]);
  });
});

/** A text without what is not seen, and with one space where there are several. */
function squeezed(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\p{Cn}\p{Bidi_Control}\uFEFF\s]+/gu, ' ').trim();
}

describe('the picture', () => {
  test.each(cases())('of %s can be read: nothing is cut, and nothing lies over anything', async (name, graph) => {
    const path = file(`${name}.svg`, await svgOf(graph));
    const { page, wrong } = await opened(chromium, path);
    expect(await illegible(page)).toEqual([]);
    expect(wrong).toEqual([]);
    await page.context().close();
  });

  test('cannot be read with letters that are too large, which the judge sees', async () => {
    const svg = await svgOf(graphAt(join(root, 'examples/multi-tenant/expected')));
    const path = file('large.svg', svg.replace('.t-title{font-size:13px', '.t-title{font-size:22px'));
    const { page } = await opened(chromium, path);
    const found = await illegible(page);
    expect(found).toContain('"otlp_http/archive" leaves its card');
    await page.context().close();
  });

  test('can be read with fonts that are wider than usual', async () => {
    const svg = await svgOf(graphOfMany(100));
    const path = file('wide.svg', svg.replace(/font-family:Inter,[^;}]*/, 'font-family:"DejaVu Sans"'));
    const { page } = await opened(chromium, path);
    expect(await illegible(page)).toEqual([]);
    await page.context().close();
  });

  test('is light and dark, as the reader’s system is, and says what it shows', async () => {
    const path = file('both.svg', await svgOf(graphAt(join(root, 'examples/closed-loop/expected'))));
    const seen: string[] = [];
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page } = await opened(chromium, path, { colorScheme });
      seen.push(await page.evaluate(() => getComputedStyle(document.querySelector('.canvas') as Element).fill));
      expect(await page.evaluate(() => document.querySelector('desc')?.textContent)).toContain('1 × collector');
      await page.screenshot({ path: join(pictures, `closed-loop.${colorScheme}.svg.png`) });
      await page.context().close();
    }
    expect(seen).toEqual(['rgb(255, 255, 255)', 'rgb(13, 18, 25)']);
  });
});

describe('the page', () => {
  const open = async (path: string, options = {}) => await opened(chromium, path, options);
  const world = (page: Page) => page.getAttribute('#world', 'transform');
  const done = async ({ page, wrong }: Watched) => {
    expect(wrong).toEqual([]);
    await page.context().close();
  };

  test.each(cases())('of %s can be read, and asks for nothing', async (name, graph) => {
    const watched = await open(file('any.html', await htmlOf(graph)));
    expect(await watched.page.locator('#stage g.node').count()).toBe(graph.nodes.length);
    await watched.page.keyboard.press('0');
    if (name === 'names') expect(await watched.page.locator('#stage script').count()).toBe(0);
    await done(watched);
  });

  test('is moved by the mouse, zoomed by the wheel, and shows all of it again', async () => {
    const watched = await open(await htmlFile('multi-tenant'));
    const { page } = watched;
    const first = await world(page);
    await page.mouse.move(700, 800);
    await page.mouse.down();
    await page.mouse.move(760, 750, { steps: 4 });
    await page.mouse.up();
    const [, x, y, scale] = numbers(first);
    expect(numbers(await world(page)).slice(1)).toEqual([x! + 60, y! - 50, scale]);
    await page.mouse.wheel(0, -200);
    expect(numbers(await world(page))[3]).toBeGreaterThan(scale!);
    // What was under the pointer stays there.
    const [, left, top, now] = numbers(await world(page));
    expect((760 - left!) / now!).toBeCloseTo((760 - x! - 60) / scale!, 0);
    expect(top).not.toBe(y);
    await page.keyboard.press('-');
    expect(numbers(await world(page))[3]).toBeCloseTo(now! * 0.8, 3);
    await page.click('#fit');
    expect(await world(page)).toBe(first);
    expect(await page.locator('#panel').isHidden()).toBe(true);
    await done(watched);
  });

  test('is zoomed by two fingers', async () => {
    const watched = await open(await htmlFile('multi-tenant'), { hasTouch: true });
    const { page } = watched;
    const session = await page.context().newCDPSession(page);
    const touch = async (
      type: 'touchStart' | 'touchMove' | 'touchEnd',
      ...places: readonly (readonly [number, number])[]
    ) =>
      await session.send('Input.dispatchTouchEvent', { type, touchPoints: places.map(([x, y], id) => ({ x, y, id })) });
    const before = numbers(await world(page))[3]!;
    await touch('touchStart', [600, 400], [700, 400]);
    await touch('touchMove', [550, 400], [750, 400]);
    await touch('touchMove', [500, 400], [800, 400]);
    await touch('touchEnd');
    expect(numbers(await world(page))[3]).toBeGreaterThan(before * 2);
    await done(watched);
  });

  test('shows what a node is when it is clicked, secrets masked, and its objects', async () => {
    const watched = await open(await htmlFile('multi-tenant'));
    const { page } = watched;
    await page.click('#stage g.exporter:has-text("otlp_http/vendor")');
    const panel = page.locator('#panel');
    expect(await panel.locator('h2').textContent()).toBe('otlp_http/vendor');
    expect(await panel.locator('pre').textContent()).toContain('Authorization: Bearer ${env:VENDOR_TOKEN}');
    await panel.locator('button.link', { hasText: 'in.vendor.example' }).click();
    expect(await panel.locator('h2').textContent()).toBe('in.vendor.example');
    await page.click('#fit');
    await page.click('#stage g.group > text >> nth=0');
    expect(await panel.locator('.objects li').allTextContents()).toContain(
      'OpenTelemetryCollector gateway in telemetry',
    );
    await page.keyboard.press('Escape');
    expect(await panel.isHidden()).toBe(true);
    await done(watched);
  });

  test('finds names, endpoints, and attributes in conditions', async () => {
    const watched = await open(await htmlFile('a hundred pipelines', graphOfMany(100)));
    const { page } = watched;
    await page.keyboard.press('/');
    await page.keyboard.type('team-077');
    expect(await page.locator('#results li b').first().textContent()).toBe('logs/team-077.audit');
    await page.keyboard.press('Enter');
    expect(await page.locator('#panel h2').textContent()).toBe('logs/team-077.audit');
    const box = await page.locator('#stage .selected').boundingBox();
    expect(box!.y).toBeGreaterThan(40);
    expect(box!.y).toBeLessThan(850);
    await page.fill('#search', 'in-3.vendor');
    expect(await page.locator('#results li b').allTextContents()).toEqual(
      expect.arrayContaining(['in-3.vendor.example', 'otlp_http/vendor-3']),
    );
    await page.fill('#search', 'severity_number SEVERITY_NUMBER_WARN');
    expect(await page.locator('#results [role=option]').count()).toBeGreaterThan(10);
    await page.fill('#search', 'not-for-your-eyes');
    expect(await page.locator('#results').textContent()).toBe('Nothing is called so, or says so.');
    await page.screenshot({ path: join(pictures, 'many.light.png') });
    await done(watched);
    expect(readFileSync(join(folder, 'a hundred pipelines.html'), 'utf8')).not.toContain('not-for-your-eyes');
  });

  test('shows what a team’s telemetry can reach, and a signal’s', async () => {
    const watched = await open(await htmlFile('multi-tenant'));
    const { page } = watched;
    const lit = async () =>
      (await page.locator('#stage g.pipeline.lit').evaluateAll((all) => all.map((one) => one.textContent))).map(String);
    await page.selectOption('#team', 'search');
    const reached = (await lit()).join('\n');
    expect(reached).toContain('search.slow-queries');
    expect(reached).toContain('failures');
    expect(reached).not.toContain('payments');
    expect(await page.textContent('#said p')).toBe(
      'Telemetry of search can reach in.vendor.example, archive.internal.example, and some is dropped.',
    );
    await page.selectOption('#signal', 'logs');
    expect(await page.textContent('#said p')).toContain('Logs of search can reach');
    await page.screenshot({ path: join(pictures, 'team.light.png') });
    await page.click('#in');
    await page.click('#in');
    await page.click('text=Show');
    for (const end of ['otlp', 'archive.internal.example']) {
      const box = await page.locator(`#stage g.lit:has(> text:text-is("${end}"))`).boundingBox();
      expect(box!.x).toBeGreaterThan(0);
      expect(box!.x + box!.width).toBeLessThan(1400);
    }
    await page.click('#clear');
    expect(await lit()).toEqual([]);
    expect(await page.locator('#said').isHidden()).toBe(true);
    await page.click('#stage g.exporter:has-text("otlp_http/ledger")');
    await page.click('text=What comes to it');
    expect((await lit()).length).toBe(2);
    await done(watched);
  });

  test('is used by keys alone', async () => {
    const watched = await open(await htmlFile('multi-tenant'), { colorScheme: 'dark' });
    const { page } = watched;
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    for (let presses = 0; presses < 30 && !(await focused())?.startsWith('receiver otlp'); presses++)
      await page.keyboard.press('Tab');
    expect(await focused()).toBe('receiver otlp · listens on :4317, :4318 · logs');
    await page.keyboard.press('ArrowRight');
    expect(await focused()).toMatch(/^p(ipeline|rocessor) /);
    const ring = await page.evaluate(() => {
      const card = document.activeElement?.querySelector('.card, .chip') as Element;
      return [getComputedStyle(card).strokeWidth, getComputedStyle(card).stroke];
    });
    expect(ring).toEqual(['3px', 'rgb(108, 176, 255)']);
    await page.keyboard.press('Enter');
    expect(await page.locator('#panel').isVisible()).toBe(true);
    await page.keyboard.press('d');
    expect(await page.textContent('#said p')).toContain('can reach');
    await page.keyboard.press('Escape');
    expect(await page.locator('#panel').isHidden()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await page.locator('#said').isHidden()).toBe(true);
    await page.keyboard.press('?');
    expect(await page.locator('#help').isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await page.locator('#help').isHidden()).toBe(true);
    await done(watched);
  });

  test('is dark where the system is, and as its button says', async () => {
    const watched = await open(await htmlFile('closed-loop'), { colorScheme: 'dark' });
    const { page } = watched;
    const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(await background()).toBe('rgb(13, 18, 25)');
    await page.screenshot({ path: join(pictures, 'closed-loop.dark.png') });
    await page.click('#theme');
    expect(await background()).toBe('rgb(255, 255, 255)');
    await page.screenshot({ path: join(pictures, 'closed-loop.light.png') });
    await page.click('#theme');
    expect([await background(), await page.textContent('#theme')]).toEqual(['rgb(13, 18, 25)', 'Theme: dark']);
    await done(watched);
  });

  test('is printed whole, and light', async () => {
    const watched = await open(await htmlFile('multi-tenant'), { colorScheme: 'dark' });
    const { page } = watched;
    await page.keyboard.press('+');
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('header').isHidden()).toBe(true);
    expect(await page.evaluate(() => getComputedStyle(document.querySelector('.card') as Element).fill)).toMatch(
      /255|243/,
    );
    const outer = (await page.locator('#stage').boundingBox())!;
    const drawn = (await page.locator('#drawn').boundingBox())!;
    expect(drawn.x).toBeGreaterThanOrEqual(outer.x);
    expect(drawn.x + drawn.width).toBeLessThanOrEqual(outer.x + outer.width);
    expect(drawn.y + drawn.height).toBeLessThanOrEqual(outer.y + outer.height + 1);
    await page.screenshot({ path: join(pictures, 'print.png') });
    await done(watched);
  });

  test('cannot ask for anything, whoever wants it to', async () => {
    const { page } = await open(await htmlFile('multi-tenant'));
    const asked = await page.evaluate(() =>
      fetch('https://example.com/').then(
        () => 'answered',
        () => 'refused',
      ),
    );
    expect(asked).toBe('refused');
    await page.context().close();
  });
});

/** The numbers of a transformation, behind the whole of it. */
function numbers(transform: string | null): number[] {
  return [Number.NaN, ...(transform?.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map(Number)];
}
