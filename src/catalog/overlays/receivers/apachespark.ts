import type { Overlay } from '../../overlay';
import { fields, url } from '../parts';

export const overlay: Overlay = { schema: fields({ endpoint: url }) };
