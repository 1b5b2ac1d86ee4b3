import type { Overlay } from '../../overlay';
import { fields } from '../parts';
import { googleMetric } from './googlecloud';

export const overlay: Overlay = { schema: fields({ metric: googleMetric }) };
