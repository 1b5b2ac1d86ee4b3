import type { Overlay } from '../../overlay';
import { fields, notEmpty } from '../parts';

export const overlay: Overlay = { schema: fields({ endpoint: notEmpty }) };
