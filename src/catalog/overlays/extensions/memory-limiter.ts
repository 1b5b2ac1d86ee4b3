import type { Overlay } from '../../overlay';
import { overlay as processor } from '../processors/memory-limiter';

/** The limits of the processor of this name, held in front of receivers. */
export const overlay: Overlay = { ...processor, provides: ['middleware'] };
