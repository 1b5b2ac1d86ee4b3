import { at, type ConfigMap, type ConfigValue } from '../model/config';
import { type FileText, textsIn } from './files';
import type { Found } from './found';
import { maps, text } from './values';
import type { Container } from './workloads';

/** The ConfigMaps and Secrets of what was read, by who mounts them. */
export interface Mountable {
  /** An object that is mounted in a namespace. */
  find(kind: 'ConfigMap' | 'Secret', name: string, namespace: string | undefined): Found | undefined;
}

/** The ConfigMaps and Secrets among objects. */
export function mountable(objects: readonly Found[]): Mountable {
  const byName = new Map<string, Found[]>();
  for (const object of objects) {
    if (object.kind !== 'v1 ConfigMap' && object.kind !== 'v1 Secret') continue;
    const key = `${object.kind} ${object.name}`;
    byName.set(key, [...(byName.get(key) ?? []), object]);
  }
  return {
    find(kind, name, namespace) {
      const all = byName.get(`v1 ${kind} ${name}`) ?? [];
      // What says no namespace gets the one that it is applied to, which may be the other's.
      return (
        all.find((object) => object.namespace === namespace) ??
        all.find((object) => object.namespace === undefined || namespace === undefined)
      );
    },
  };
}

/** The text that a container reads at a path; nothing where it is mounted from elsewhere, or part of the image. */
export function fileAt({ content, pod, workload }: Container, path: string, objects: Mountable): FileText | undefined {
  const mounts = maps(content.volumeMounts)
    .map((mount) => ({ ...below(mount, path), name: text(mount.name) }))
    .filter(({ inside }) => inside !== undefined)
    // The deepest one hides what is around it.
    .sort((a, b) => b.depth - a.depth);
  const [mount] = mounts;
  if (mount?.inside === undefined) return undefined;
  const volume = maps(pod.volumes).find(({ name }) => text(name) === mount.name);
  return volume && fileIn(volume, mount.inside, workload.namespace, objects);
}

/** The path within the volume; nothing where the mount is elsewhere. */
function below(mount: ConfigMap, path: string): { readonly depth: number; readonly inside?: string } {
  const at = text(mount.mountPath).replace(/\/+$/, '');
  const sub = text(mount.subPath).replace(/^\/+|\/+$/g, '');
  if (at === '' || (path !== at && !path.startsWith(`${at}/`))) return { depth: 0 };
  const inside = [sub, path.slice(at.length + 1)].filter(Boolean).join('/');
  return { depth: at.length, inside };
}

function fileIn(
  volume: ConfigMap,
  file: string,
  namespace: string | undefined,
  objects: Mountable,
): FileText | undefined {
  for (const { kind, name, said } of sourcesOf(volume)) {
    const key = keyOf(said, file);
    const found = key === undefined ? undefined : entryOf({ kind, name, key }, namespace, objects);
    if (found) return found;
  }
  return undefined;
}

/** An entry of a ConfigMap or a Secret. */
export interface EntryName {
  readonly kind: 'ConfigMap' | 'Secret';
  readonly name: string;
  readonly key: string;
}

/** The text of an entry, where its object is among what was read. */
export function entryOf(
  { kind, name, key }: EntryName,
  namespace: string | undefined,
  objects: Mountable,
): FileText | undefined {
  const object = objects.find(kind, name, namespace);
  return object && textsIn(object).find((one) => one.key === key);
}

interface VolumeSource {
  readonly kind: 'ConfigMap' | 'Secret';
  readonly name: string;
  readonly said: ConfigValue;
}

/** The objects that a volume shows, by itself or as a projection of several. */
function sourcesOf(volume: ConfigMap): VolumeSource[] {
  return [volume, ...maps(at(volume, 'projected', 'sources'))].flatMap(({ configMap, secret }) =>
    (
      [
        ['ConfigMap', configMap],
        ['Secret', secret],
      ] as const
    ).flatMap(([kind, said]) => {
      const name = text(at(said, 'name')) || text(at(said, 'secretName'));
      return said === undefined || name === '' ? [] : [{ kind, name, said }];
    }),
  );
}

/** The entry that is mounted as a file. */
function keyOf(source: ConfigValue | undefined, file: string): string | undefined {
  const items = at(source, 'items');
  if (!Array.isArray(items)) return file;
  const item = maps(items).find(({ path }) => text(path) === file);
  return item && text(item.key);
}

/** A text that is mounted as a file. */
export interface MountedFile {
  /** Where the container finds it. */
  readonly path: string;
  readonly file: FileText;
}

/** The texts that a container's volumes hold, each as a whole folder or by its entries. */
export function mountedFiles({ content, pod, workload }: Container, objects: Mountable): MountedFile[] {
  return maps(content.volumeMounts).flatMap((mount) => {
    const volume = maps(pod.volumes).find(({ name }) => text(name) === text(mount.name));
    if (volume === undefined || mount.subPath !== undefined) return [];
    const folder = text(mount.mountPath).replace(/\/+$/, '');
    return textsOf(volume, workload.namespace, objects).map(({ name, file }) => ({ path: `${folder}/${name}`, file }));
  });
}

function textsOf(
  volume: ConfigMap,
  namespace: string | undefined,
  objects: Mountable,
): { readonly name: string; readonly file: FileText }[] {
  return sourcesOf(volume).flatMap(({ kind, name, said }) => {
    const object = objects.find(kind, name, namespace);
    const items = at(said, 'items');
    return (object ? textsIn(object) : []).flatMap((file) => {
      if (!Array.isArray(items)) return [{ name: file.key, file }];
      return maps(items)
        .filter(({ key }) => text(key) === file.key)
        .map((item) => ({ name: text(item.path), file }));
    });
  });
}
