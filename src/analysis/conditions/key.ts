import type { BooleanExpression, ValueExpression } from '../../ottl/ast';
import { contextNamed } from './contexts';

/** The same text for two expressions that mean the same place, or are written alike, wherever they stand. */
export function keyOf(expression: ValueExpression | BooleanExpression): string {
  return JSON.stringify(plain(expression));
}

function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return `${value}n`;
  if (value instanceof Uint8Array) return [...value];
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name, part]) => name !== 'range' && part !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, part]) => [name, name === 'context' ? contextNamed(part as string) : plain(part)]),
  );
}
