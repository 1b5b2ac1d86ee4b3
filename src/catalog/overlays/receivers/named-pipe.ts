import type { Overlay } from '../../overlay';
import { knownEncoding } from '../encodings';
import { fields, nonNegative, rules } from '../parts';

export const overlay: Overlay = { schema: { ...fields({ max_log_size: nonNegative }), ...rules(knownEncoding) } };
