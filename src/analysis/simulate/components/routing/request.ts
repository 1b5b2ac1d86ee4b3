import { Unsupported } from '../../../../ottl/evaluate/value';
import type { Call } from '../../consumer';

/**
 * A condition of the context `request`, which is not OTTL: `request["name"] == "value"`, or `!=`. True where any value of
 * the header makes it true; a header that is absent has none. Throws `Unsupported` where the collector refuses it.
 */
export function requestCondition(text: string): (call: Call) => boolean {
  const [left = '', right = '', ...more] = text.split(/==|!=/);
  if (more.length > 0 || !/==|!=/.test(text)) refuse(text, 'it needs one == or !=');
  if (!/request\[".*"\]/.test(left)) refuse(text, 'it begins with request["name"]');
  if (!/".*"/.test(right)) refuse(text, 'the value stands between double quotes');
  const name = left
    .trim()
    .replace(/^request\["/, '')
    .replace(/"\]$/, '')
    .toLowerCase();
  const value = right.trim().replace(/^"/, '').replace(/"$/, '');
  const equal = text.includes('==');
  const holds = (found: string) => (found === value) === equal;
  return ({ client, grpc }) => [...(grpc?.get(name) ?? []), ...(client.get(name) ?? [])].some(holds);
}

function refuse(text: string, reason: string): never {
  throw new Unsupported(`the collector refuses ${JSON.stringify(text)}: ${reason}`);
}
