/** The names of the collectors whose Services a text may name. */
export function collectorsNamedIn(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(services)].map(([, name = '']) => name));
}

// As either back end calls them.
const services = /(?<![\w-])([\w-]+?)-collector(?:-headless)?(?![\w-])/g;
