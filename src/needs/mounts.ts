import type { CollectorModel, FileSource } from '../model/collector';
import { fileFolder } from '../model/value';
import type { RunningComponent } from './component';
import { rowsFor } from './condition';
import { type MountRow, mountTable } from './mount-table';
import type { MountNeed, MountSource } from './needs';
import { volumeName } from './volume-name';

/** The folders and sockets of a collector's components, and of the files that they read. */
export function mountsOf(components: readonly RunningComponent[], collector: CollectorModel): readonly MountNeed[] {
  const own = components.flatMap((component) =>
    rowsFor(mountTable, component, collector).flatMap((row) =>
      row.path.from(component.config, collector).flatMap((path) => mount(row, path, component.by)),
    ),
  );
  return apart(distinct([...withoutNested(own), ...(collector.files ?? []).map(file)]));
}

function mount({ source, readOnly, propagation }: MountRow, path: string, by: string): readonly MountNeed[] {
  // Nothing can be mounted over the container itself.
  if (path === '/') return [];
  const made = sourceOf(source, path);
  return [{ volume: volumeOf(made, path), path, source: made, readOnly, ...(propagation && { propagation }), by }];
}

function sourceOf(source: MountRow['source'], path: string): MountSource {
  if (source.kind === 'host') return { ...source, path: source.path ?? path };
  // What is written there is not meant to last.
  return { kind: isUnder(path, '/tmp') ? 'scratch' : source.kind };
}

function volumeOf(source: MountSource, path: string): string {
  return volumeName(prefixOf(source), source.kind === 'host' ? source.path : path);
}

function prefixOf(source: MountSource): string {
  if (source.kind === 'host') return 'node';
  return source.kind === 'file' ? source.file.kind.toLowerCase() : source.kind;
}

function file(source: FileSource): MountNeed {
  const name = source.kind === 'certificate' ? source.issuer.name : source.name;
  return {
    volume: volumeName(source.kind.toLowerCase(), name),
    path: fileFolder(source),
    source: { kind: 'file', file: source },
    readOnly: true,
    by: 'the files of components',
  };
}

/** Folders of the node that lie in another one are there with it. */
function withoutNested(mounts: readonly MountNeed[]): readonly MountNeed[] {
  return mounts.filter(
    (one) => !(one.source.kind === 'host' && one.readOnly && mounts.some((other) => covers(other, one))),
  );
}

function covers(outer: MountNeed, inner: MountNeed): boolean {
  return outer.source.kind === 'host' && outer.path !== inner.path && isUnder(inner.path, outer.path);
}

function isUnder(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}

/** One mount for each path: who asks for it first names it, and it can be written to if anybody writes. */
function distinct(mounts: readonly MountNeed[]): readonly MountNeed[] {
  const byPath = new Map<string, MountNeed>();
  for (const one of mounts) {
    const known = byPath.get(one.path);
    if (known === undefined) byPath.set(one.path, one);
    else if (known.readOnly && !one.readOnly) byPath.set(one.path, { ...one, by: known.by });
  }
  return [...byPath.values()];
}

/** Of two folders whose names are one once they are a volume's, the later one gets a checksum. */
function apart(mounts: readonly MountNeed[]): readonly MountNeed[] {
  const folders = new Map<string, string>();
  return mounts.map((one) => {
    const folder = one.source.kind === 'host' ? one.source.path : one.path;
    const known = folders.get(one.volume) ?? folder;
    folders.set(one.volume, known);
    return known === folder ? one : { ...one, volume: volumeName(prefixOf(one.source), folder, 'always') };
  });
}
