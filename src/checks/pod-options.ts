import type { CollectorMode, PodModel } from '../model/collector';
import { inertStructs } from '../model/inert-structs';
import type { Issue } from '../model/issue';
import type { OperatorOptions, PodOptions } from '../model/pod';
import { error, perCollector } from './rule';

const scaled: readonly CollectorMode[] = ['deployment', 'statefulset'];
const unlessSidecar: readonly CollectorMode[] = ['deployment', 'daemonset', 'statefulset'];

/**
 * The modes in which an option of the pods means something. In the others the operator's webhook refuses it, or it would
 * vanish.
 */
const modesOf: { readonly [option in keyof PodOptions]?: readonly CollectorMode[] } = {
  volumeClaimTemplates: ['statefulset'],
  persistentVolumeClaimRetentionPolicy: ['statefulset'],
  podManagementPolicy: ['statefulset'],
  serviceName: ['statefulset'],
  deploymentUpdateStrategy: ['deployment'],
  daemonSetUpdateStrategy: ['daemonset'],
  autoscaler: scaled,
  podDisruptionBudget: scaled,
  topologySpreadConstraints: scaled,
  additionalContainers: unlessSidecar,
  affinity: unlessSidecar,
  priorityClassName: unlessSidecar,
  tolerations: unlessSidecar,
};

/** Options that need the operator, and the modes that they do not go with. */
const operatorModes: { readonly [option in keyof OperatorOptions]?: readonly CollectorMode[] } = {
  ingress: unlessSidecar,
  httpRoute: unlessSidecar,
  targetAllocator: ['statefulset', 'daemonset'],
};

/** Options of the pods that the mode, or the back end, has no use for. */
export const podOptions = perCollector(function* ({ path, collector: { pod } }) {
  if (pod === undefined) return;
  yield* wrongMode(path, 'pod', pod.options, modesOf, pod.mode);
  if (pod.backend === 'workload' && pod.mode === 'sidecar') yield* ofThePod(path, pod);
  if (pod.backend === 'workload') yield* withoutOperator(path, pod);
  else yield* wrongMode(path, 'operator', pod.operator, operatorModes, pod.mode);
});

function* wrongMode(
  path: string,
  group: string,
  options: object,
  modes: Readonly<Record<string, readonly CollectorMode[] | undefined>>,
  mode: CollectorMode,
): Generator<Issue> {
  for (const [option, value] of Object.entries(options)) {
    const fitting = modes[option];
    if (!isSaid(option, value) || fitting === undefined || fitting.includes(mode)) continue;
    const message = `${option} is for mode ${fitting.join(' or ')}, and this collector is a ${mode}.`;
    yield error('option-mode', `${path}/${group}/${option}`, message, fixFor(option, fitting));
  }
}

/** Whether an option means anything: the operator's webhook writes some where nobody said them. */
function isSaid(option: string, value: unknown): boolean {
  if (value === undefined) return false;
  if (option === 'targetAllocator') return (value as PodModel['operator']['targetAllocator'])?.enabled === true;
  return !Object.hasOwn(inertStructs, option) || meansSomething(value);
}

function meansSomething(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return Object.values(value).some(meansSomething);
  return value !== undefined && value !== '' && value !== false;
}

function fixFor(option: string, fitting: readonly CollectorMode[]): string {
  const leave = `Leave it out, or set mode: '${fitting[0]}'.`;
  if (option !== 'volumeClaimTemplates') return leave;
  return `${leave} In TypeScript, storage: { size: … } gives a deployment with one pod a claim of its own.`;
}

/** What a container of another pod can have. */
const ofContainers: ReadonlySet<string> = new Set<keyof PodOptions>([
  'args',
  'command',
  'env',
  'envFrom',
  'imagePullPolicy',
  'lifecycle',
  'livenessProbe',
  'podSecurityContext',
  'ports',
  'readinessProbe',
  'resources',
  'securityContext',
  'startupProbe',
  'volumeMounts',
  'volumes',
]);

function* ofThePod(path: string, { options }: PodModel): Generator<Issue> {
  for (const [option, value] of Object.entries(options)) {
    if (ofContainers.has(option) || option in modesOf || !isSaid(option, value)) continue;
    const message = `${option} is for pods, and this collector is a container of others.`;
    yield error('option-mode', `${path}/pod/${option}`, message, 'Set it on the workload that the sidecar joins.');
  }
}

function* withoutOperator(path: string, { operator }: PodModel): Generator<Issue> {
  for (const [option, value] of Object.entries(operator)) {
    if (!isSaid(option, value)) continue;
    const message = `${option} is something that the OpenTelemetry operator does, and this collector has none.`;
    yield error('option-operator', `${path}/operator/${option}`, message, `Leave it out, or set backend: 'operator'.`);
  }
}
