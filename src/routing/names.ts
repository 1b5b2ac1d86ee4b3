import { createHash } from 'node:crypto';
import { isComponent } from '../catalog/component';
import type { Target } from '../catalog/target';
import { isPipeline } from '../collector/pipeline';

const longest = 63;

/** A text as a part of a component's name: itself where it can be, otherwise with a hash that keeps it apart. */
export function namePart(text: string): string {
  const plain = text.replace(/[^a-zA-Z0-9_.-]/g, '-').slice(0, longest);
  if (plain === text && text !== '') return text;
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 8);
  return plain === '' ? hash : `${plain}-${hash}`;
}

/** The name of a pipeline that leads to some targets; `undefined` where one of them needs a pipeline of its own. */
export function nameOfTargets(targets: readonly Target<string>[]): string | undefined {
  const names = targets.map((target) => {
    if (isPipeline(target)) return target.pipelineId;
    return isComponent(target) ? target.id : undefined;
  });
  return names.includes(undefined) ? undefined : `to.${names.map((name) => name?.replace('/', '.')).join('.')}`;
}
