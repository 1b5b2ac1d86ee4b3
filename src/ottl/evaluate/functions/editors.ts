import { listEditors } from './edit-lists';
import { mapEditors } from './edit-maps';
import { flattenEditors } from './flatten';
import type { Editor } from './function';
import { replaceEditors } from './replace';
import { setEditors } from './set';

/** The editors, by name. */
export const editors: Readonly<Record<string, Editor>> = {
  ...flattenEditors,
  ...listEditors,
  ...mapEditors,
  ...replaceEditors,
  ...setEditors,
};
