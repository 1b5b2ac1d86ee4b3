import { printValue } from '../ottl/print';
import type { RowContext } from './row';

/**
 * The condition under which an attribute's text is not before `first` and before `next`, as texts are compared: by their
 * bytes. What is no text is in no range.
 */
export function tableRange(
  path: string,
  first: string,
  next: string | undefined,
): { readonly context: RowContext; readonly condition: string } {
  const context = path.slice(0, path.indexOf('.')) as RowContext;
  // The ranges stand in ascending order, so that what is before `first` has been taken.
  const condition = next === undefined ? `${path} >= ${literal(first)}` : `${path} < ${literal(next)}`;
  return { context, condition };
}

function literal(text: string): string {
  return printValue({ kind: 'string', parts: [text] }, 'config');
}
