import type { Overlay } from '../../overlay';

/** It passes over fields that it does not know. */
export const overlay: Overlay = { schema: { 'x-unknown': 'all-ignored' } };
