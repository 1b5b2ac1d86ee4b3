import type { Overlay } from '../../overlay';
import { fields, notBoth, notEmpty, rules } from '../parts';

export const overlay: Overlay = {
  schema: { ...fields({ endpoint: notEmpty }), ...rules(notBoth('record_type', 'encoding')) },
};
