import type { Overlay } from '../../overlay';
import { fields, nonNegativeDuration } from '../parts';

export const overlay: Overlay = { schema: fields({ tcp_idle_timeout: nonNegativeDuration }) };
