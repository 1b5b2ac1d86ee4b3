import type { CollectorModel } from '../../model/collector';
import { at, type ConfigMap, isConfigMap } from '../../model/config';
import type { Names } from '../../source/origin';
import { parsed } from '../../source/parsed';
import { type Found, identityOf } from '../found';
import { originOf, type Reader, type Reading } from '../reading';
import { list, map, maps, text } from '../values';
import { betaSpec } from './alpha';
import { environmentOf } from './environment';
import { releaseOfImage } from './image';
import { loaded } from './loaded';
import { podOf } from './pod';

/** An `OpenTelemetryCollector` of `v1beta1`. */
export const betaCollector: Reader = (object, reading) => read(object, map(object.content.spec), reading, {});

/** An `OpenTelemetryCollector` of `v1alpha1`. */
export const alphaCollector: Reader = (object, reading) => {
  const spec = map(object.content.spec);
  // What is no YAML is refused as such; that it says nothing would be no news.
  if (typeof spec.config === 'string' && !isConfigMap(parsed(spec.config)) && spec.config.trim() !== '') return;
  read(object, betaSpec(spec), reading, alphaNames);
};

const alphaNames: Names = {
  daemonSetUpdateStrategy: [['updateStrategy']],
  autoscaler: [['maxReplicas'], ['minReplicas']],
};

/** What the model calls otherwise than the custom resource. */
const names: Names = { pod: [['spec']], operator: [['spec']], storage: [['spec', 'volumeClaimTemplates']] };

function read(object: Found, spec: ConfigMap, { lists, origins, release }: Reading, others: Names): void {
  const labels = at(object.content, 'metadata', 'labels');
  const hub = at(labels, 'mydecisive.ai/hub-name');
  const allocator = at(labels, 'opentelemetry.io/target-allocator');
  const collector: CollectorModel = {
    ...identityOf(object),
    release: releaseOfImage(text(spec.image)) ?? release,
    config: loaded(map(spec.config)),
    featureGates: text(at(spec, 'args', 'feature-gates'))
      .split(',')
      .filter(Boolean),
    ...environmentOf([{ env: list(spec.env), envFrom: maps(spec.envFrom) }]),
    ...(hub !== undefined && { hub: text(hub) }),
    ...(allocator !== undefined && { allocator: text(allocator) }),
    pod: podOf(object.name, spec),
  };
  lists.collectors.push(collector);
  const bases = [['spec', 'config'], ['spec', 'config', 'service', 'pipelines'], ['spec']];
  origins.set(object.path, originOf(object, bases, { ...names, ...others }));
}
