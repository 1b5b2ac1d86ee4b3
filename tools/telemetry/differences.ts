import { isDeepStrictEqual } from 'node:util';
import type { Telemetry } from '../../src/metrics/telemetry';

/** What is said by a few components, and not written so. What they do not say is not looked at. */
export function differences(read: Telemetry, written: Telemetry): readonly string[] {
  const differ = (part: 'scopes' | 'components'): string[] =>
    Object.entries(read[part]).flatMap(([group, members]) =>
      Object.entries(members as object)
        .filter(([name, member]) => !isDeepStrictEqual(member, (written[part] as Groups)[group]?.[name]))
        .map(([name]) => `${group}/${name}`),
    );
  return [...differ('scopes'), ...differ('components')];
}

type Groups = Readonly<Record<string, Readonly<Record<string, unknown>>>>;
