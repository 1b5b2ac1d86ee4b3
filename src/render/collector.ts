import type { CollectorModel } from '../model/collector';
import type { KubernetesObject } from './object';
import { renderCollector } from './operator/collector';
import { besideWorkload } from './pods/beside';
import { workloadObjects } from './workload/beside';
import { configYaml } from './workload/config';
import { renderSidecar } from './workload/sidecar';
import { renderWorkload, withChecksum } from './workload/workload';

export { configYaml, renderCollector, renderSidecar, withChecksum };

/** What the one object of a collector says that its construct stands for: the custom resource, or the workload. */
export function renderMain(collector: CollectorModel): KubernetesObject {
  const { pod } = collector;
  return pod?.backend === 'workload' ? renderWorkload(collector, pod) : { ...renderCollector(collector) };
}

/** The objects that follow from what a collector became, by construct id. */
export function renderBeside(collector: CollectorModel): Record<string, KubernetesObject> {
  const { pod } = collector;
  if (pod === undefined) return {};
  return {
    ...(pod.backend === 'workload' && workloadObjects(collector, pod)),
    ...besideWorkload(collector, pod),
  };
}
