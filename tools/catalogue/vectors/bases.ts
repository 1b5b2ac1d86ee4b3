import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ComponentKind, sectionOf } from '../../../src/model/component-id';
import type { ConfigMap } from '../../../src/model/config';

/**
 * The least configuration that a component takes: bases/<section>/<newest type>.json, or nothing at all for those that
 * refuse nothing.
 */
export function baseOf(kind: ComponentKind, type: string): ConfigMap {
  const file = join(__dirname, 'bases', sectionOf[kind], `${type}.json`);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}
