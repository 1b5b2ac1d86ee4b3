import type { Overlay } from '../../overlay';
import { rules } from '../parts';

export const overlay: Overlay = {
  schema: {
    // It passes over fields that it does not know.
    'x-unknown': 'ignored',
    ...rules({
      field: 'scrapers',
      holds: (metrics) => metrics.section('scrapers').keys().length > 0,
      message: 'are needed',
      fix: 'Add e.g. "scrapers: { cpu: {} }".',
    }),
  },
};
