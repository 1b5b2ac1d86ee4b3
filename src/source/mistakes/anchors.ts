import type { Scene } from './finding';

/** Go's yaml takes anchors of letters, digits, `_` and `-` alone. */
export function anchorMistake(
  { anchorStart, anchorEnd }: { readonly anchorStart: number; readonly anchorEnd: number },
  { text, error }: Scene,
): void {
  if (anchorStart === -1 || /^[\w-]+$/.test(text.slice(anchorStart, anchorEnd))) return;
  const message = 'what begins with "&" is an anchor, and its name can have letters, digits, "_" and "-" alone.';
  error(anchorStart - 1, 'yaml-syntax', message, 'If it is the value, put it in quotes.');
}
