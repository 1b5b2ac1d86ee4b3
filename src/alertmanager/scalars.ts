import { parseGoDuration } from '../catalog/shared-formats';
import { readDuration } from '../model/prometheus-duration';
import { isWholeMatch } from '../model/whole-match';
import { MatcherError } from './matcher';
import { parseMatchers } from './parse-matchers';
import { templateAdvice } from './template';
import { parseRange, type RangeKind } from './time-range';
import { isUrl, webUrlFault } from './url';

type Scalar = string | number | boolean;

/** What a scalar has to be: the advice for a value that Alertmanager refuses. */
type Advice = (value: Scalar) => string | undefined;

const text =
  (fault: (value: string) => string | undefined): Advice =>
  (value) =>
    fault(String(value));

const range = (kind: RangeKind): Advice =>
  text((value) => {
    const read = parseRange(kind, value);
    return typeof read === 'string' ? read : undefined;
  });

const number: Advice = (value) => (typeof value === 'number' ? undefined : 'Write a number.');

const secretUrl: Advice = text((value) => (value === hidden ? undefined : webUrlFault(value)));

/** What Alertmanager itself prints in place of a secret, and takes back. */
const hidden = '<secret>';

/** By the names that tools/alertmanager/types gives to scalars. A text may be any scalar of YAML. */
export const scalarAdvice: Readonly<Record<string, Advice>> = {
  any: () => undefined,
  anyUrl: text((value) => (isUrl(value) ? undefined : 'Write a URL.')),
  bool: (value) => (typeof value === 'boolean' ? undefined : 'Write true or false.'),
  daysOfMonth: range('daysOfMonth'),
  duration: text((value) =>
    typeof readDuration(value) === 'string'
      ? 'Write whole units such as 90s, 1h30m or 2d; in TypeScript, also Duration.minutes(5).'
      : undefined,
  ),
  float: number,
  goDuration: (value) => (typeof value === 'number' ? undefined : goDuration(value)),
  goDurationText: goDuration,
  hostPort: text((value) =>
    value === '' || /^(?:\[[^[\]]*\]|[^:[\]]*):[^:[\]]+$/.test(value) ? undefined : 'Write host:port.',
  ),
  int: number,
  location: text((value) =>
    isLocation(value) ? undefined : 'Write a name of the time zone database, such as Europe/Berlin.',
  ),
  months: range('months'),
  regexp: text((value) => (isWholeMatch(value, 'alertmanager') ? undefined : 'Write a regular expression of RE2.')),
  secret: () => undefined,
  secretTemplateUrl: text((value) => {
    if (value === '' || value === hidden) return undefined;
    // Read as a template only to see whether it is one, and without Alertmanager's own functions.
    return value.includes('{{') ? templateAdvice(value, 'go') : webUrlFault(value);
  }),
  secretUrl,
  string: () => undefined,
  tlsVersion: text((value) => (/^TLS1[0-3]$/.test(value) ? undefined : 'Write TLS10, TLS11, TLS12 or TLS13.')),
  uint: (value) => (typeof value === 'number' && value >= 0 ? undefined : 'Write a number from 0.'),
  url: text(webUrlFault),
  weekdays: range('weekdays'),
  years: range('years'),
};

function goDuration(value: Scalar): string | undefined {
  return parseGoDuration(String(value)) === undefined
    ? 'Write Duration.seconds(10), or units such as 90s, 1h30m or 1.5s.'
    : undefined;
}

/** What is wrong with the text of matchers; `undefined` where they can be read. */
export function matcherFault(value: string): string | undefined {
  try {
    parseMatchers(value);
    return undefined;
  } catch (error) {
    if (error instanceof MatcherError) return error.message;
    throw error;
  }
}

/** What Go finds in the time zone database: names as they are written there. */
function isLocation(name: string): boolean {
  if (name === '' || name === 'UTC' || name === 'Local') return true;
  if (!/^[A-Z][A-Za-z0-9_+-]*(?:\/[A-Z][A-Za-z0-9_+-]*)*$/.test(name)) return false;
  try {
    const { timeZone } = new Intl.DateTimeFormat('en-US', { timeZone: name }).resolvedOptions();
    return timeZone.toLowerCase() !== name.toLowerCase() || timeZone === name;
  } catch {
    return false;
  }
}
