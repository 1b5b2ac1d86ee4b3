import { objectName } from '../../model/collector-names';
import { at, type ConfigMap } from '../../model/config';
import type { ImportedObject, ImportedWorkload } from './form';

/** The names of objects' constructs. */
interface Ids {
  free(id: string): string;
}

const suffix = objectName({ name: '' });

/** Whether an object is the ConfigMap of a collector as this library writes it without an operator. */
export function looksLikeWorkload({ apiVersion, kind, metadata }: ConfigMap): boolean {
  const label = (name: string) => at(metadata, 'labels', `app.kubernetes.io/${name}`);
  return (
    apiVersion === 'v1' &&
    kind === 'ConfigMap' &&
    label('managed-by') === 'cdk8s-mdai' &&
    label('component') === 'opentelemetry-collector' &&
    String(at(metadata, 'name')).endsWith(suffix)
  );
}

/** Objects, of which the ConfigMaps of collectors know what else this library has made of the same collector. */
export function withWorkloads(objects: readonly ImportedObject[], ids: Ids): readonly ImportedObject[] {
  return objects.map((object) => {
    if (!looksLikeWorkload(object.content)) return object;
    const name = String(at(object.content, 'metadata', 'name')).slice(0, -suffix.length);
    const own = objects.map(({ content }) => content).filter((content) => isOf(content, object.content, name));
    const workload: ImportedWorkload = { name, id: ids.free(name), objects: own };
    return { ...object, workload };
  });
}

function isOf({ kind, metadata }: ConfigMap, config: ConfigMap, name: string): boolean {
  const own = String(at(metadata, 'name'));
  // Each volume has a claim with its name.
  const isClaim = kind === 'PersistentVolumeClaim' && own.startsWith(`${objectName({ name })}-`);
  return (own === objectName({ name }) || isClaim) && at(metadata, 'namespace') === at(config, 'metadata', 'namespace');
}
