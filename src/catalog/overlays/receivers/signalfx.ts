import type { Overlay } from '../../overlay';
import { fields, hostWithPort, notEmpty } from '../parts';

export const overlay: Overlay = { schema: fields({ endpoint: { ...notEmpty, ...hostWithPort } }) };
