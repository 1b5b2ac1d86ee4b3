import type { CollectorModel } from '../../model/collector';
import { at } from '../../model/config';
import type { Origin } from '../../source/origin';
import { mapIn, textsIn } from '../files';
import { type Found, identityOf } from '../found';
import type { Reader, Reading } from '../reading';
import { map, text } from '../values';
import { environmentOf } from './environment';
import { releaseOfImage } from './image';
import { addText } from './plain';
import { type Running, runsIn } from './runs';
import { isCollectorConfig } from './shape';
import { workloadPod } from './workload-pod';

/** The collectors whose configurations are among the texts of a ConfigMap or a Secret, with the pods that run them. */
export const mountedCollectors: Reader = (object, reading) => {
  const { byText, parts } = runsIn(reading);
  for (const file of textsIn(object)) {
    const path = `${object.path}/${file.key}`;
    const [first, ...others] = byText.get(file) ?? [];
    if (first) add(reading, first, path, object);
    for (const other of others)
      add(reading, other, freePath(reading, `${path} (${other.container.workload.name})`), object);
    const config = parts.has(file) ? undefined : mapIn(file);
    if (config !== undefined && isCollectorConfig(config)) addText(reading, file, config);
  }
};

/** The collectors whose configurations are in the command line, or the environment, of a workload's containers. */
export const inlineCollectors: Reader = (workload, reading) => {
  for (const running of runsIn(reading).byWorkload.get(workload) ?? []) {
    add(reading, running, freePath(reading, workload.path), workload);
  }
};

function add(reading: Reading, { container, told }: Running, path: string, of: Found): void {
  const { workload, content } = container;
  const scaler = runsIn(reading).scalers.find((one) => scales(one, workload));
  const { pod, origin } = workloadPod(container, told.args, scaler);
  const hub = at(workload.content, 'metadata', 'labels', 'mydecisive.ai/hub-name');
  const collector: CollectorModel = {
    ...identityOf(workload),
    path,
    // A container beside others is what its pod calls it.
    name: pod.mode === 'sidecar' ? text(content.name) : nameOf(workload),
    release: releaseOfImage(text(content.image)) ?? reading.release,
    config: told.config ?? {},
    featureGates: told.args.featureGates,
    ...environmentOf([content]),
    ...(hub !== undefined && { hub: text(hub) }),
    pod,
  };
  reading.lists.collectors.push(collector);
  if (container.first) reading.workloads.set(path, workload);
  const [main = origin, ...rest] = told.origins.map(withPipelines);
  const called = path.startsWith(`${of.document.path}/`) ? path.slice(of.document.path.length + 1) : main.called;
  reading.origins.set(path, { ...main, called, names: { ...origin.names, ...main.names }, also: [...rest, origin] });
}

/** Pipelines stand directly under their collector. */
function withPipelines(origin: Origin): Origin {
  const [config = []] = origin.bases;
  return { ...origin, bases: [config, [...config, 'service', 'pipelines'], ...origin.bases.slice(1)] };
}

function freePath({ origins }: Reading, path: string): string {
  let free = path;
  for (let i = 2; origins.has(free); i++) free = `${path} (${i})`;
  return free;
}

/** What our own plain objects are called follows from the collector's name. */
function nameOf({ name, content }: Found): string {
  const isOurs = at(content, 'metadata', 'labels', 'app.kubernetes.io/managed-by') === 'cdk8s-mdai';
  return isOurs ? name.replace(/-collector$/, '') : name;
}

function scales(scaler: Found, { name, namespace, content }: Found): boolean {
  const target = map(at(scaler.content, 'spec', 'scaleTargetRef'));
  return target.kind === content.kind && text(target.name) === name && scaler.namespace === namespace;
}
