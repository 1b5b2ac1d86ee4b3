import type { Overlay } from '../../overlay';
import { rules } from '../parts';

// Each metric has these dimensions anyway.
const own = ['service.name', 'span.name', 'span.kind', 'status.code'];

export const overlay: Overlay = {
  schema: rules({
    field: 'dimensions',
    holds: (exceptions) => {
      const names = exceptions.sections('dimensions').map((dimension) => dimension.text('name'));
      return new Set([...own, ...names]).size === own.length + names.length;
    },
    message: `names a dimension twice, or one that every metric has: ${own.map((name) => `"${name}"`).join(', ')}`,
    fix: 'Remove it.',
  }),
};
