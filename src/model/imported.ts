import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const imports = join(__dirname, '../../imports');

/**
 * What a tool wrote into a folder of `imports/`, one file for each release. A file is read once, when it is asked for:
 * many programs never come there.
 */
export function imported<R extends string, T>(folder: string): (release: R) => T {
  const known = new Map<R, T>();
  return (release) => {
    let facts = known.get(release);
    if (facts === undefined) {
      facts = JSON.parse(readFileSync(join(imports, folder, `${release}.json`), 'utf8')) as T;
      known.set(release, facts);
    }
    return facts;
  };
}
