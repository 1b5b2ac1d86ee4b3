import type { CollectorMode, PodModel } from '../model/collector';
import { inertStructs } from '../model/inert-structs';
import type { Issue } from '../model/issue';
import type { OperatorOptions, PodOptions } from '../model/pod';
import { error, perCollector, warning } from './rule';

const scaled: readonly CollectorMode[] = ['deployment', 'statefulset'];
const unlessSidecar: readonly CollectorMode[] = ['deployment', 'daemonset', 'statefulset'];

/** Where an option of the pods means something. */
interface Belonging {
  readonly modes: readonly CollectorMode[];
  /** Whether the operator's webhook refuses it in other modes, where it passes over all else. @default never */
  readonly refused?: (value: unknown) => boolean;
}

const always = () => true;
const ofType = (value: unknown) => typeof (value as { readonly type?: string }).type === 'string';

/** OpenTelemetry operator 0.153, internal/webhook/collector_webhook.go, and what it makes in each mode. */
const modesOf: { readonly [option in keyof PodOptions]?: Belonging } = {
  volumeClaimTemplates: { modes: ['statefulset'], refused: always },
  persistentVolumeClaimRetentionPolicy: { modes: ['statefulset'], refused: always },
  podManagementPolicy: { modes: ['statefulset'] },
  serviceName: { modes: ['statefulset'] },
  deploymentUpdateStrategy: { modes: ['deployment'], refused: ofType },
  daemonSetUpdateStrategy: { modes: ['daemonset'], refused: ofType },
  autoscaler: { modes: scaled },
  podDisruptionBudget: { modes: scaled },
  topologySpreadConstraints: { modes: scaled },
  additionalContainers: { modes: unlessSidecar, refused: always },
  affinity: { modes: unlessSidecar, refused: always },
  priorityClassName: { modes: unlessSidecar, refused: always },
  tolerations: { modes: unlessSidecar, refused: always },
};

/** Options that need the operator. */
const operatorModes: { readonly [option in keyof OperatorOptions]?: Belonging } = {
  ingress: { modes: unlessSidecar, refused: (ingress) => (ingress as { type?: string }).type === 'ingress' },
  httpRoute: { modes: unlessSidecar },
  targetAllocator: { modes: ['statefulset', 'daemonset'], refused: always },
};

/** Options of the pods that the mode, or the back end, has no use for. */
export const podOptions = perCollector(function* ({ path, collector: { pod } }, { closed }) {
  if (pod === undefined) return;
  yield* wrongMode(`${path}/pod`, pod.options, modesOf, pod, closed);
  if (pod.backend === 'workload' && pod.mode === 'sidecar') yield* ofThePod(path, pod);
  if (pod.backend === 'workload') yield* withoutOperator(path, pod);
  else yield* wrongMode(`${path}/operator`, pod.operator, operatorModes, pod, closed);
});

function* wrongMode(
  path: string,
  options: object,
  belongings: Readonly<Record<string, Belonging | undefined>>,
  { mode, backend }: PodModel,
  closed: boolean,
): Generator<Issue> {
  for (const [option, value] of Object.entries(options)) {
    const { modes, refused } = belongings[option] ?? {};
    if (!isSaid(option, value) || modes === undefined || modes.includes(mode)) continue;
    // Without the operator, it would not be in what this library writes.
    const isError = backend === 'operator' ? refused?.(value) : closed;
    const message = `${option} is for mode ${modes.join(' or ')}, and this collector is a ${mode}.`;
    yield (isError ? error : warning)('option-mode', `${path}/${option}`, message, fixFor(option, modes));
  }
}

/** Whether an option means anything: the operator's webhook writes some where nobody said them. */
function isSaid(option: string, value: unknown): boolean {
  if (value == null || value === '' || (Array.isArray(value) && value.length === 0)) return false;
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
