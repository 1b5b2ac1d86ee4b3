import type { Overlay } from '../../overlay';
import { fields, rules } from '../parts';
import { matchesOneOf } from '../structs/attributes';

const match = rules(matchesOneOf('span', 'log', 'metric'));

export const overlay: Overlay = {
  schema: { ...fields({ include: match, exclude: match }), required: ['actions'] },
};
