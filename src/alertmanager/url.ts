import type * as urls from '../ottl/evaluate/functions/url';

/** The parts of what Go's url.Parse takes; `undefined` for what it refuses. */
function parts(text: string): ReadonlyMap<unknown, unknown> | undefined {
  if (text === '') return new Map();
  const { parseUrl } = require('../ottl/evaluate/functions/url') as typeof urls;
  try {
    return parseUrl(text);
  } catch {
    return undefined;
  }
}

/** Whether Go takes a text for a URL. */
export function isUrl(text: string): boolean {
  return parts(text) !== undefined;
}

/** What is wrong with the address of a web server; `undefined` where nothing is. */
export function webUrlFault(text: string): string | undefined {
  const url = parts(text);
  const scheme = url?.get('url.scheme');
  const hasHost = url?.get('url.domain') !== '' || url.has('url.port');
  return (scheme === 'http' || scheme === 'https') && hasHost ? undefined : 'Write an absolute URL: https://host/path.';
}
