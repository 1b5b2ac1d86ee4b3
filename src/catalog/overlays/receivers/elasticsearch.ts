import type { Overlay } from '../../overlay';
import { bothOrNeither, fields, httpScheme, notEmpty, rules } from '../parts';

export const overlay: Overlay = {
  schema: { ...fields({ endpoint: { ...notEmpty, ...httpScheme } }), ...rules(bothOrNeither('username', 'password')) },
};
