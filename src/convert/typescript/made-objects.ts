import { objectName } from '../../model/collector-names';
import { at, type ConfigMap, isConfigMap } from '../../model/config';
import { looksDerived } from './derived';
import { collectorKey, type ImportedObject, type MadeObjects } from './form';
import { constructId } from './names';
import { sidecarIn } from './sidecar';

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
  const named = new Map<string, ConfigMap[]>();
  for (const { content } of objects) {
    const key = collectorKey(content);
    const known = named.get(key);
    if (known) known.push(content);
    else named.set(key, [content]);
  }
  const claims = objects.map(({ content }) => content).filter(({ kind }) => kind === 'PersistentVolumeClaim');
  return objects.map((object) => {
    const { id, content } = object;
    const name = nameOf(content);
    if (name === undefined) return object;
    const key = collectorKey(content, objectName({ name }));
    // Each volume has a claim with its name.
    const own = claims.filter((claim) => collectorKey(claim).startsWith(`${key}-`));
    const isOwn = content.kind === 'OpenTelemetryCollector';
    const made = { name, id: isOwn ? id : ids.free(constructId(name)), objects: [...(named.get(key) ?? []), ...own] };
    return { ...object, made };
  });
}

/** The name of the collector that an object may be of. */
function nameOf(content: ConfigMap): string | undefined {
  const own = String(at(content, 'metadata', 'name'));
  if (looksLikeWorkload(content)) return own.slice(0, -suffix.length);
  const { kind, spec } = content;
  if (kind === 'OpenTelemetryCollector' && isConfigMap(spec) && looksDerived(spec)) return own;
  const sidecar = sidecarIn(content)?.container.name;
  return typeof sidecar === 'string' ? sidecar : undefined;
}

/** An object of a collector by its kind, with the name that all of them have. */
export function objectOf({ name, objects }: MadeObjects, kind: string): ConfigMap | undefined {
  return objects.find((object) => object.kind === kind && at(object, 'metadata', 'name') === objectName({ name }));
}
