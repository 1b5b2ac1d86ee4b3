import { fnv } from '../../ottl/evaluate/functions/hash';
import { compareText } from '../../ottl/evaluate/utf8';

const separator = Buffer.from([0xff]);

/** What Alertmanager knows an alert by: a hash of its labels. */
export function fingerprint(labels: Readonly<Record<string, string>>): string {
  const parts = Object.entries(labels)
    .sort(([one], [other]) => compareText(one, other))
    .flatMap((pair) => pair.flatMap((text) => [Buffer.from(text), separator]));
  return BigInt.asUintN(64, fnv(Buffer.concat(parts)))
    .toString(16)
    .padStart(16, '0');
}
