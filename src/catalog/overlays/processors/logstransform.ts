import type { Overlay } from '../../overlay';

export const overlay: Overlay = { schema: { required: ['operators'] } };
