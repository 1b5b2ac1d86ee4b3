import type { OpenTelemetryCollectorSpec } from '../../../imports/opentelemetry.io';
import type { CollectorModel, PodModel } from '../../model/collector';
import { merged } from '../../model/merge';
import { defined, listOf } from '../pods/merge';
import { podPlan } from '../pods/pod-plan';
import { configYaml } from './config';
import { args, type Container, containerPorts, probes } from './pod-template';

/** What a pod gets that a collector joins, in Kubernetes' own fields. */
export interface Sidecar {
  readonly container: Container;
  /** The volumes that the container mounts. */
  readonly volumes: NonNullable<OpenTelemetryCollectorSpec['volumes']>;
}

const configVariable = 'OTEL_CONFIG';

/**
 * A collector as a container of another pod. It brings all that it needs: the configuration is in an environment variable, as
 * the operator does it, and the security context does not rely on the pod's.
 *
 * @param native whether it is for the list `initContainers`: it then starts before the pod's own containers and ends
 * after them (Kubernetes 1.29)
 */
export function renderSidecar(collector: CollectorModel, pod: PodModel, native: boolean): Sidecar {
  const plan = podPlan(collector, pod);
  const { options } = pod;
  const { fsGroup: _, ...user } = plan.podSecurityContext ?? {};
  return {
    container: defined({
      name: collector.name,
      image: pod.image,
      imagePullPolicy: options.imagePullPolicy,
      command: options.command,
      args: args(collector, pod, `env:${configVariable}`),
      env: [...(plan.env ?? []), { name: configVariable, value: escaped(configYaml(collector)) }],
      envFrom: plan.envFrom,
      ports: listOf(containerPorts(collector, pod)),
      resources: plan.resources,
      securityContext: merged(user as Container['securityContext'], plan.securityContext),
      ...probes(collector, pod),
      lifecycle: options.lifecycle,
      volumeMounts: plan.volumeMounts,
      restartPolicy: native ? 'Always' : undefined,
    }),
    volumes: plan.volumes ?? [],
  };
}

/** A text as the value of an environment variable: Kubernetes reads `$(NAME)` in it, and `$$` as `$`. */
function escaped(text: string): string {
  return text.replace(/\$+(\(?)/g, (run) => {
    const dollars = run.replace('(', '');
    return dollars.length > 1 || run.endsWith('(') ? dollars + run : run;
  });
}
