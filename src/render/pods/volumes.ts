import type { OpenTelemetryCollectorSpec } from '../../../imports/opentelemetry.io';
import type { CollectorModel, FileSource, PodModel } from '../../model/collector';
import { certificateName, objectName } from '../../model/collector-names';
import type { MountNeed } from '../../needs/needs';
import { defined } from './merge';
import { mebibytes } from './resources';

type Spec = OpenTelemetryCollectorSpec;
type Volume = NonNullable<Spec['volumes']>[number];
type Claim = NonNullable<Spec['volumeClaimTemplates']>[number];

/** Whether what components keep is in volume claims, one for each replica. */
export function persistsByClaim({ mode }: PodModel): boolean {
  return mode === 'statefulset';
}

/** Whether the one pod of a deployment keeps its files in volume claims of the collector. */
export function persistsInDeployment({ mode, storage }: PodModel): boolean {
  return mode === 'deployment' && storage !== undefined;
}

/** Where each mount is, in the order of the needs. */
export function volumeMounts(mounts: readonly MountNeed[]): NonNullable<Spec['volumeMounts']>[number][] {
  return mounts.map(({ volume, path, readOnly, propagation }) =>
    defined({
      mountPath: path,
      mountPropagation: propagation,
      name: volume,
      readOnly: readOnly || undefined,
    }),
  );
}

/** The volumes that are not made of claim templates. */
export function volumes(collector: CollectorModel, pod: PodModel, mounts: readonly MountNeed[]): Volume[] {
  const found = new Map<string, Volume>();
  for (const mount of mounts) {
    if (mount.source.kind === 'storage' && persistsByClaim(pod)) continue;
    found.set(mount.volume, volume(collector, pod, mount));
  }
  return [...found.values()];
}

function volume(collector: CollectorModel, pod: PodModel, { volume: name, source }: MountNeed): Volume {
  switch (source.kind) {
    case 'host':
      return { name, hostPath: defined({ path: source.path, type: source.type }) };
    case 'scratch':
      return { name, emptyDir: {} };
    case 'file':
      return { name, ...fileVolume(collector, pod, source.file) };
    case 'storage':
      if (pod.mode === 'daemonset') {
        const owner = [collector.namespace, collector.name].filter((part) => part !== undefined).join('/');
        return { name, hostPath: { path: `/var/lib/otelcol/${owner}/${name}`, type: 'DirectoryOrCreate' } };
      }
      if (persistsInDeployment(pod)) {
        return { name, persistentVolumeClaim: { claimName: claimName(collector, name) } };
      }
      return { name, emptyDir: {} };
  }
}

function fileVolume(collector: CollectorModel, { mode }: PodModel, file: FileSource): Omit<Volume, 'name'> {
  const object =
    file.kind === 'certificate' ? ({ kind: 'secret', name: certificateName(collector, file.issuer) } as const) : file;
  // A sidecar's pod may have no group that its volumes belong to.
  return objectVolume(object, mode === 'sidecar' ? 0o444 : 0o440);
}

/**
 * A volume of what an object holds.
 *
 * @param mode of the files of a Secret; for the group that the pod's volumes belong to, and nobody else
 */
export function objectVolume(
  { kind, name }: { readonly kind: 'secret' | 'configMap'; readonly name: string },
  mode = 0o440,
): Omit<Volume, 'name'> {
  return kind === 'configMap' ? { configMap: { name } } : { secret: { secretName: name, defaultMode: mode } };
}

/** The claim of a deployment's only pod. */
export function claimName(collector: CollectorModel, volumeName: string): string {
  return `${objectName(collector)}-${volumeName}`;
}

/** One claim for each volume that outlives the pod. */
export function claimTemplates(pod: PodModel, mounts: readonly MountNeed[]): Claim[] {
  return storageVolumes(mounts).map((name) => ({ metadata: { name }, spec: claimSpec(pod) }));
}

export function storageVolumes(mounts: readonly MountNeed[]): string[] {
  return [...new Set(mounts.filter(({ source }) => source.kind === 'storage').map(({ volume }) => volume))];
}

export function claimSpec({ storage }: Pick<PodModel, 'storage'>): NonNullable<Claim['spec']> {
  return defined({
    accessModes: ['ReadWriteOnce'],
    resources: { requests: { storage: mebibytes(storage?.sizeMiB ?? defaultSizeMiB) } },
    storageClassName: storage?.storageClass,
  });
}

const defaultSizeMiB = 1024;
