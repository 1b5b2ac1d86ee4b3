import type { Overlay } from '../../overlay';
import { fields } from '../parts';

export const overlay: Overlay = {
  schema: fields({ ingest_url: { pattern: '^(?:[A-Za-z][A-Za-z0-9+.\\-]*:)?//[^/]', 'x-null': 'refused' } }),
};
