import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { program } from '../debian';

/** A real browser, Debian’s Chromium. */
export async function browser(): Promise<Browser> {
  // Its sandbox needs rights that containers do not have; it sees no pages but ours.
  return await chromium.launch({ executablePath: program('chromium'), args: ['--no-sandbox'] });
}

/** A page, and all that went wrong on it: errors, messages on the console, requests for anything but the page itself. */
export interface Watched {
  readonly page: Page;
  readonly wrong: readonly string[];
}

/** Opens a file in a window of its own. */
export async function opened(of: Browser, file: string, options: BrowserContextOptions = {}): Promise<Watched> {
  const context = await of.newContext({ viewport: { width: 1400, height: 850 }, ...options });
  const page = await context.newPage();
  const wrong: string[] = [];
  const url = pathToFileURL(file).href;
  page.on('console', (message) => wrong.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => wrong.push(`error: ${error.message}`));
  page.on('request', (request) => {
    if (request.url() !== url) wrong.push(`request: ${request.url()}`);
  });
  await page.goto(url);
  return { page, wrong };
}
