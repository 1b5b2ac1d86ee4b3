import type { Overlay } from '../../overlay';
import { fields, positiveDuration } from '../parts';

export const overlay: Overlay = { schema: fields({ interval: positiveDuration }) };
