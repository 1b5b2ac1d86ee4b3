import { fieldAt } from '../catalog/definitions';
import { at, isConfigMap } from '../model/config';
import type { ComponentView } from './view';

const queue = 'sending_queue';

/** Whether an exporter keeps what it sends in a queue. */
export function hasSendingQueue({ config, inRelease }: ComponentView): boolean {
  const said = at(config, queue);
  const enabled = at(said, 'enabled');
  if (inRelease === undefined) return enabled !== false;
  const field = fieldAt(inRelease.schema, [queue]);
  if (field === undefined) return false;
  // Before sections could be left out, each exporter that can have a queue had one.
  const byDefault = field['x-optional'] !== true || inRelease.onByDefault.some((path) => path.join('.') === queue);
  return (enabled ?? (byDefault || isConfigMap(said))) !== false;
}
