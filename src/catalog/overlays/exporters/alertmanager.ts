import type { Overlay } from '../../overlay';
import { fields, nonNegativeDuration, notEmpty, url } from '../parts';

export const overlay: Overlay = {
  schema: fields({ endpoint: { ...url, ...notEmpty }, severity: notEmpty, timeout: nonNegativeDuration }),
};
