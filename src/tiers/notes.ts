import type { Component } from '../catalog/component';
import type { CollectorModel, SendModel } from '../model/collector';

/** What the model of a collector says of the components that it uses, beside their configurations. */
export function notesOf(components: readonly Component[]): Pick<CollectorModel, 'sends' | 'partitions'> {
  const sends = new Map<string, SendModel>();
  const partitions: Record<string, number> = {};
  for (const { id, note } of components) {
    // One inlet may be asked for several times.
    if (note.sendsTo) sends.set(JSON.stringify([id, note.sendsTo]), { exporter: id, ...note.sendsTo });
    if (note.partitions !== undefined) partitions[id] = note.partitions;
  }
  return {
    ...(sends.size > 0 && { sends: [...sends.values()] }),
    ...(Object.keys(partitions).length > 0 && { partitions }),
  };
}
