import type { Overlay } from '../../overlay';
import { fields, httpUrl, notEmpty } from '../parts';

export const overlay: Overlay = { schema: fields({ endpoint: { ...notEmpty, ...httpUrl } }) };
