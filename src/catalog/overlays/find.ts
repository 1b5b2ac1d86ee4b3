import { existsSync } from 'node:fs';
import { extname, join } from 'node:path';
import { type ComponentKind, sectionOf } from '../../model/component-id';
import type { Overlay } from '../overlay';

/**
 * The overlay of a component type: `overlay` of the file <section>/<type, with hyphens>, if there is one. It is loaded when
 * it is asked for, because no program needs them all.
 */
export function findOverlay(kind: ComponentKind, type: string): Overlay {
  const path = join(__dirname, sectionOf[kind], `${type.replaceAll('_', '-')}${extname(__filename)}`);
  return existsSync(path) ? (require(path) as { readonly overlay: Overlay }).overlay : {};
}
