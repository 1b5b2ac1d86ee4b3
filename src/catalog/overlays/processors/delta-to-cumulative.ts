import type { Overlay } from '../../overlay';
import { fields, nonNegative, positiveDuration } from '../parts';

export const overlay: Overlay = {
  schema: fields({ max_stale: positiveDuration, max_streams: nonNegative }),
};
