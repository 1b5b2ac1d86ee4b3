import type { CollectorModel } from '../../model/collector';
import type { HubEnvironment } from './environment';

/** What collectors read of a configuration that is not in it. */
const schemes: ReadonlySet<string> = new Set(['env', 'file', 'yaml', 'http', 'https']);

const reference = /(\$+)\{([a-zA-Z][a-zA-Z0-9+.-]*):[^}]*\}/g;

/**
 * Why a collector does not start with an environment; `undefined` where it does, as far as the hub is concerned. A
 * collector looks for references in the values of variables as well: the text of a placeholder is one to nowhere.
 */
export function unstartable({ name, config }: CollectorModel, environment: HubEnvironment): string | undefined {
  const text = JSON.stringify(config);
  for (const [variable, value] of Object.entries(environment)) {
    if (!text.includes(`\${env:${variable}}`) && !text.includes(`\${env:${variable}:-`)) continue;
    const found = [...value.matchAll(reference)].find(
      ([, dollars = '', scheme = '']) => dollars.length % 2 === 1 && !schemes.has(scheme),
    );
    if (found) return `${name} does not start any more: ${variable} holds ${found[0]}, which it takes for a reference`;
  }
  return undefined;
}
