import { defaultRelease, releases } from '../model/release';
import type { Option } from './command';

/** The collector's release, for collectors that do not say it themselves. */
export const release: Option = {
  type: 'string',
  value: 'RELEASE',
  choices: [defaultRelease, ...releases.filter((other) => other !== defaultRelease)],
  says: 'The release of the collector whose rules apply.',
};

/** The format of what is printed; the first is the default. */
export function format(...choices: readonly string[]): Option {
  return { type: 'string', value: 'FORMAT', choices, says: 'What is printed on standard output.' };
}
