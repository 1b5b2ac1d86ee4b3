import { parseFloat64, parseInt64 } from '../../ottl/evaluate/functions/strconv';
import { compareNaturally } from './natural-order';
import { yamlText } from './yaml-scalar';

/** A key that is longer is written in a form of its own. */
const longestKey = 128;

/**
 * A map as the environment holds it: YAML as Go's library `yaml.v3` writes it, sorted, with the texts that are numbers
 * as numbers.
 */
export function yamlOfMap(entries: ReadonlyMap<string, string>): string {
  if (entries.size === 0) return '{}\n';
  return [...entries]
    .sort(([one], [other]) => compareNaturally(one, other))
    .map(([key, value]) => entry(key, number(value) ?? yamlText(value, 'value')))
    .join('');
}

const lineBreak = /[\n\r\u0085\u2028\u2029]/;

function entry(key: string, value: string): string {
  const isSimple = !lineBreak.test(key) && Buffer.byteLength(key) <= longestKey;
  const written = isSimple ? yamlText(key, 'key') : `? ${closed(yamlText(key, 'value'))}`;
  return closed(`${written}: ${value}`);
}

/** Ends with the end of a line. */
function closed(text: string): string {
  return text.endsWith('\n') ? text : `${text}\n`;
}

/** A text that Go reads as an int, or else as a float, as YAML has it; `undefined` where it is neither. */
function number(text: string): string | undefined {
  const int = parseInt64(text, 10n);
  if (int !== undefined) return String(int);
  const float = parseFloat64(text);
  return float === undefined ? undefined : floatText(float);
}

/** The shortest text, with an exponent below a ten-thousandth and from a million on. */
function floatText(value: number): string {
  if (Number.isNaN(value)) return '.nan';
  if (!Number.isFinite(value)) return value > 0 ? '.inf' : '-.inf';
  if (value === 0) return Object.is(value, -0) ? '-0' : '0';
  const [digits = '', exponent = ''] = value.toExponential().split('e');
  const power = Number(exponent);
  if (power >= -4 && power < 6) return String(value);
  return `${digits}e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
}
