import type { FileText } from '../files';
import type { Found } from '../found';
import { type Mountable, mountable } from '../mounts';
import type { Reading } from '../reading';
import { type Container, containersOf } from '../workloads';
import { type Told, toldBy } from './sources';

/** A container that runs a collector. */
export interface Running {
  readonly container: Container;
  readonly told: Told;
}

/** Who runs what, among all that was read. */
export interface Runs {
  /** By the first text that its configuration is made of. */
  readonly byText: ReadonlyMap<FileText, readonly Running[]>;
  /** By the workload, of those whose configuration is all in its command line and environment. */
  readonly byWorkload: ReadonlyMap<Found, readonly Running[]>;
  /** Texts that are a part of a configuration, and say nothing alone. */
  readonly parts: ReadonlySet<FileText>;
  readonly scalers: readonly Found[];
}

const known = new WeakMap<Reading, Runs>();

/** Who runs what, searched for once. */
export function runsIn(reading: Reading): Runs {
  let runs = known.get(reading);
  if (runs === undefined) {
    runs = search(reading.objects);
    known.set(reading, runs);
  }
  return runs;
}

function search(objects: readonly Found[]): Runs {
  const mounted: Mountable = mountable(objects);
  const byText = new Map<FileText, Running[]>();
  const byWorkload = new Map<Found, Running[]>();
  const parts = new Set<FileText>();
  for (const container of objects.flatMap(containersOf)) {
    const told = toldBy(container, mounted);
    if (told === undefined) continue;
    for (const file of told.files) parts.add(file);
    if (told.config === undefined) continue;
    const [first] = told.files;
    if (first) byText.set(first, [...(byText.get(first) ?? []), { container, told }]);
    else byWorkload.set(container.workload, [...(byWorkload.get(container.workload) ?? []), { container, told }]);
  }
  const scalers = objects.filter(({ kind }) => kind === 'autoscaling/v2 HorizontalPodAutoscaler');
  return { byText, byWorkload, parts, scalers };
}
