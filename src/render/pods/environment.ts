import type { OpenTelemetryCollectorSpec } from '../../../imports/opentelemetry.io';
import type { CollectorModel, EnvFrom, EnvSource, PodModel } from '../../model/collector';
import type { Needs } from '../../needs/needs';
import { byName, joined } from './merge';

type EnvVar = NonNullable<OpenTelemetryCollectorSpec['env']>[number];

/** The variables of the collector's container, sorted by name; where only what was given is written, in that order. */
export function environment(collector: CollectorModel, pod: PodModel, needs: Needs): EnvVar[] {
  const sources: Record<string, EnvSource> = {
    ...(pod.derive.resources && runtimeLimits(pod)),
    ...(pod.given ? {} : needs.env),
    ...collector.env,
  };
  const derived = Object.entries(sources).map(([name, source]) => variable(name, source));
  if (pod.given) return joined(pod.options.env ?? [], unlisted(derived, pod.options.env), byName);
  return joined(derived, pod.options.env, byName).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The variables that a list does not have. */
function unlisted(variables: readonly EnvVar[], listed: readonly EnvVar[] = []): EnvVar[] {
  return variables.filter(({ name }) => !listed.some((one) => one.name === name));
}

/**
 * What the Go runtime is told of the container's limits. The operator would set GOMEMLIMIT to the whole memory limit,
 * which leaves no room for the process itself; and releases before Go 1.25 take all of the node's CPUs.
 */
function runtimeLimits({ memoryMiB, cpuMillis }: PodModel): Record<string, EnvSource> {
  return {
    ...(cpuMillis !== undefined && {
      GOMAXPROCS: { kind: 'value', value: String(Math.max(1, Math.ceil(cpuMillis / 1000))) },
    }),
    ...(memoryMiB !== undefined && { GOMEMLIMIT: { kind: 'value', value: `${Math.floor(memoryMiB * 0.8)}MiB` } }),
  };
}

function variable(name: string, source: EnvSource): EnvVar {
  switch (source.kind) {
    case 'value':
      return { name, value: source.value };
    case 'field':
      // The version is Kubernetes' default, said aloud so that the object comes back as it was written.
      return { name, valueFrom: { fieldRef: { apiVersion: 'v1', fieldPath: source.path } } };
    case 'secret':
      return { name, valueFrom: { secretKeyRef: { name: source.secret, key: source.key } } };
    case 'other':
      return { name, valueFrom: source.from };
  }
}

/** A source of many variables. */
export function environmentFrom(source: EnvFrom): NonNullable<OpenTelemetryCollectorSpec['envFrom']>[number] {
  // Until the hub has written its ConfigMap the collector runs with empty variables, instead of not at all.
  if (source.kind === 'configMap') return { configMapRef: { name: source.name, optional: true } };
  return { secretRef: { name: source.name } };
}
