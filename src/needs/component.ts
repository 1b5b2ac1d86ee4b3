import { findComponent } from '../catalog/catalog';
import type { ListenFacts } from '../catalog/facts';
import { type ComponentKind, parseComponentId } from '../model/component-id';
import { at, type ConfigMap, isConfigMap } from '../model/config';
import { type CollectorView, running } from '../view/view';

/** A component that runs, as the tables ask for it. */
export interface RunningComponent {
  /** Kind and newest type, as rows name their component: `receiver host_metrics`. */
  readonly key: ComponentKey;
  readonly kind: ComponentKind;
  readonly type: string;
  readonly id: string;
  readonly config: ConfigMap;
  /** Who it is, for people: kind and id. */
  readonly by: string;
  readonly listens: readonly ListenFacts[];
  /** Whether it only starts once an observer has found something for it: a template of a receiver_creator. */
  readonly found?: true;
}

/** A kind and the newest name of a type. */
export type ComponentKey = `${ComponentKind} ${string}`;

/** The components that run, each followed by those that it starts itself. */
export function* runningComponents(view: CollectorView): Generator<RunningComponent> {
  for (const { kind, id, type, config, facts, inRelease } of running(view)) {
    const component = made(kind, id, facts?.type ?? type, config, inRelease?.listens ?? []);
    yield component;
    if (component.key === 'receiver receiver_creator') yield* templates(component);
  }
}

/** The receivers that a receiver_creator starts when it finds an endpoint for them. */
function* templates({ by, config }: RunningComponent): Generator<RunningComponent> {
  const receivers = at(config, 'receivers');
  if (!isConfigMap(receivers)) return;
  for (const [key, body] of Object.entries(receivers)) {
    const type = parseComponentId(key)?.type;
    if (type === undefined) continue;
    const inner = at(body, 'config');
    const newest = findComponent('receiver', type)?.type ?? type;
    yield { ...made('receiver', key, newest, isConfigMap(inner) ? inner : {}, []), by, found: true };
  }
}

function made(
  kind: ComponentKind,
  id: string,
  type: string,
  config: ConfigMap,
  listens: readonly ListenFacts[],
): RunningComponent {
  return { key: `${kind} ${type}`, kind, type, id, config, by: `${kind} ${id}`, listens };
}
