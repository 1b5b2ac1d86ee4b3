import type { CollectorModel } from '../model/collector';
import { viewOf } from '../view/view';
import { accessOf } from './access';
import { runningComponents } from './component';
import { egressOf } from './egress';
import { envOfPod } from './environment';
import { mountsOf } from './mounts';
import type { Needs } from './needs';
import { portsOf } from './ports';
import { privilegesOf } from './privileges';

const known = new WeakMap<CollectorModel, Needs>();

/** What a collector's running components need of Kubernetes, worked out once. Facts are in the tables beside this file. */
export function needsOf(collector: CollectorModel): Needs {
  let needs = known.get(collector);
  if (needs === undefined) {
    needs = makeNeeds(collector);
    known.set(collector, needs);
  }
  return needs;
}

function makeNeeds(collector: CollectorModel): Needs {
  const view = viewOf(collector);
  const components = [...runningComponents(view)];
  const ports = portsOf(view);
  const mounts = mountsOf(components, collector);
  return {
    ports,
    access: components.flatMap((component) => accessOf(component, collector)),
    mounts,
    env: envOfPod(components, collector),
    privileges: privilegesOf(components, mounts, ports, collector),
    egress: egressOf(components, view),
  };
}
