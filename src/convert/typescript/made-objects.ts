import { objectName } from '../../model/collector-names';
import { at, type ConfigMap, isConfigMap } from '../../model/config';
import { looksDerived } from './derived';
import type { ImportedObject, MadeObjects } from './form';

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

/** Objects, of which those that look like collectors of this library know what else it made of them. */
export function withMadeObjects(objects: readonly ImportedObject[], ids: Ids): readonly ImportedObject[] {
  return objects.map((object) => {
    const { id, content } = object;
    const own = String(at(content, 'metadata', 'name'));
    const [name, free] = looksLikeWorkload(content)
      ? [own.slice(0, -suffix.length), () => ids.free(own.slice(0, -suffix.length))]
      : looksLikeResource(content)
        ? [own, () => id]
        : [];
    if (name === undefined || free === undefined) return object;
    const made: MadeObjects = {
      name,
      id: free(),
      objects: objects.map((one) => one.content).filter((one) => isOf(one, content, name)),
    };
    return { ...object, made };
  });
}

function looksLikeResource({ kind, spec }: ConfigMap): boolean {
  return kind === 'OpenTelemetryCollector' && isConfigMap(spec) && looksDerived(spec);
}

function isOf({ kind, metadata }: ConfigMap, { metadata: main }: ConfigMap, name: string): boolean {
  const own = String(at(metadata, 'name'));
  // Each volume has a claim with its name.
  const isClaim = kind === 'PersistentVolumeClaim' && own.startsWith(`${objectName({ name })}-`);
  return (own === objectName({ name }) || isClaim) && at(metadata, 'namespace') === at(main, 'namespace');
}

/** An object of a collector by its kind, with the name that all of them have. */
export function objectOf({ name, objects }: MadeObjects, kind: string): ConfigMap | undefined {
  return objects.find((object) => object.kind === kind && at(object, 'metadata', 'name') === objectName({ name }));
}
