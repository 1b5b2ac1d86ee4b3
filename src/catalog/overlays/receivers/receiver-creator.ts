import type { Overlay } from '../../overlay';

/** It passes over fields that it does not know; its templates of receivers are not decoded with the others. */
export const overlay: Overlay = { schema: { 'x-unknown': 'all-ignored', 'x-also-reads': 'receivers' } };
