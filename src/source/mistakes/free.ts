import { oldBooleans, plainValue } from '../scalars';
import { isPlain, type TextNode, textOf } from '../tree';
import type { Scene } from './finding';

/** Fields of components that take values of any type, and hold texts most often. */
const free =
  /^(?:value|version|tag|release|build|revision|zip|phone)$|[._-](?:version|tag|release|build|revision|id|zip|phone|code)$/i;

/** Numbers and booleans where a text is likely meant, because what is read is not what is written. */
export function freeMistakes(
  node: TextNode,
  key: string | number | undefined,
  { text, reader, error, warning }: Scene,
): void {
  if (node.start === -1 || !isPlain(node)) return;
  const written = textOf(text, node);
  const { kind, value } = plainValue(written, reader);
  if (kind === 'timestamp') {
    const message = 'the collector reads this as a date, which its fields do not take.';
    error(node.start, 'yaml-date', message, 'Put it in quotes.');
  }
  if (typeof key !== 'string' || !free.test(key)) return;
  if (kind === 'bool' && oldBooleans.has(written)) {
    const message = `kubectl reads ${written} as ${value}: it is a boolean in YAML 1.1.`;
    warning(node.start, 'yaml-boolean', message, `Write "${written}" in quotes, or ${value}.`);
  } else if (typeof value === 'number' && isOther(written, value)) {
    const message = `${written} is read as the number ${value}.`;
    warning(node.start, 'yaml-number', message, `Write "${written}" in quotes, or ${value}.`);
  }
}

/** Whether a number is not what its text looks like. */
function isOther(written: string, value: number): boolean {
  return (
    String(value) !== written.replace(/^\+/, '') &&
    /^[-+]?(?:0\d|0[xXoObB]|[\d_]*_|\d+\.\d*0$|[\d.]+[eE])/.test(written)
  );
}
