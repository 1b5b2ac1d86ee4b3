import type { Overlay } from '../../overlay';
import { fields, notEmpty, urlWithQuery } from '../parts';

/** The page of mod_status, in the form for machines: `http://localhost:8080/server-status?auto`. */
export const overlay: Overlay = { schema: fields({ endpoint: { ...notEmpty, ...urlWithQuery('auto') } }) };
