import type { Overlay } from '../../overlay';
import { fields, hostPort, notEmpty } from '../parts';

export const overlay: Overlay = { schema: fields({ endpoint: { ...notEmpty, ...hostPort } }) };
