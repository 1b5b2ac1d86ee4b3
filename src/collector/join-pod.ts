import { isDeepStrictEqual } from 'node:util';
import { ApiObject, JsonPatch } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { MdaiError } from '../model/issue';
import type { Container } from '../render/workload/pod-template';
import type { Sidecar } from '../render/workload/sidecar';

/** Where the template of the pods is in the objects that run some, as a JSON Pointer. */
export const templates: Readonly<Record<string, string>> = {
  Pod: '',
  Deployment: '/spec/template',
  StatefulSet: '/spec/template',
  DaemonSet: '/spec/template',
  ReplicaSet: '/spec/template',
  Job: '/spec/template',
  CronJob: '/spec/jobTemplate/spec/template',
};

/** The Kubernetes object of a workload, whoever made its construct. Throws for what runs no pods. */
export function podOwner(workload: IConstruct): ApiObject {
  const object = ApiObject.of(workload);
  if (templates[object.kind] !== undefined) return object;
  const kinds = Object.keys(templates).join(', ');
  throw new MdaiError(
    `${workload.node.path} is a ${object.kind}, which runs no pods. A sidecar joins one of: ${kinds}.`,
  );
}

/** The names of what a sidecar brought into a pod. */
export interface JoinedSidecar {
  readonly container: string;
  readonly volumes: readonly string[];
}

/**
 * Lets a container, with its volumes, join the pods of an object.
 *
 * @param joined what the pods have of it already, and is replaced
 */
export function putSidecar(
  object: ApiObject,
  { container, volumes }: Sidecar,
  native: boolean,
  joined?: JoinedSidecar,
): JoinedSidecar {
  const spec = `${templates[object.kind]}/spec`;
  put(object, `${spec}/${native ? 'initContainers' : 'containers'}`, container, joined ? [joined.container] : []);
  for (const volume of volumes) put(object, `${spec}/volumes`, volume, joined?.volumes ?? []);
  const names = [...new Set([...(joined?.volumes ?? []), ...volumes.map(({ name }) => name)])];
  return { container: container.name, volumes: names };
}

interface Collision {
  readonly message: string;
  readonly fix: string;
}

/** Why the containers of a pod and a sidecar cannot be together: they share one name, or one port. */
export function collisions(object: ApiObject, { container }: Sidecar, joined?: JoinedSidecar): readonly Collision[] {
  const spec = `${templates[object.kind]}/spec`;
  const others = ['containers', 'initContainers'].flatMap((list) => {
    const present = at(object, `${spec}/${list}`);
    const all = Array.isArray(present) ? (present as Container[]) : [];
    return all.filter(({ name }) => name !== joined?.container);
  });
  const where = object.node.path;
  const name = others.some((other) => other.name === container.name);
  const ports = others.flatMap((other) =>
    (other.ports ?? []).flatMap((taken) => {
      const own = container.ports?.find((port) => portKey(port) === portKey(taken));
      return own === undefined ? [] : [{ port: own.containerPort, by: other.name }];
    }),
  );
  return [
    ...(name
      ? [
          {
            message: `${where} has a container "${container.name}" already.`,
            fix: "Give the collector another name: { name: 'telemetry' }.",
          },
        ]
      : []),
    ...ports.map(({ port, by }) => ({
      message: `port ${port} is taken in ${where}, by the container "${by}": containers of one pod share their ports.`,
      fix: 'Give the sidecar other addresses for its health check and its own metrics, or override(collector.healthCheck, …).',
    })),
  ];
}

function portKey({ containerPort, protocol = 'TCP' }: { containerPort: number; protocol?: string }): string {
  return `${containerPort}/${protocol}`;
}

/** Lets the OpenTelemetry operator add a collector to the pods of an object. */
export function annotateForSidecar(object: ApiObject, annotations: Readonly<Record<string, string>>): void {
  const path = `${templates[object.kind]}/metadata`;
  const present = at(object, path);
  if (present === undefined) object.addJsonPatch(JsonPatch.add(path, { annotations }));
  else if (at(object, `${path}/annotations`) === undefined) {
    object.addJsonPatch(JsonPatch.add(`${path}/annotations`, annotations));
  } else {
    for (const [key, value] of Object.entries(annotations)) {
      object.addJsonPatch(JsonPatch.add(`${path}/annotations/${escaped(key)}`, value));
    }
  }
}

/** A key as a JSON Pointer (RFC 6901) holds it. */
function escaped(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

/**
 * Puts an entry into a list of an object: in the place of the one of its name where that is ours, else at the end. Classes
 * that `cdk8s import` generates take numbers-or-texts and quantities as objects with a `value`, patches included, and
 * lose plain ones: where what was put there does not come back, it is said in that form.
 */
function put(object: ApiObject, path: string, entry: { readonly name: string }, ours: readonly string[]): void {
  const present = at(object, path);
  const list = Array.isArray(present) ? (present as { name: string }[]) : [];
  const known = ours.includes(entry.name) ? list.findIndex(({ name }) => name === entry.name) : -1;
  const index = known === -1 ? list.length : known;
  // A patch can add to a list only where there is one.
  const [to, wrapped]: [string, (value: unknown) => unknown] =
    list.length === 0 ? [path, (value) => [value]] : [`${path}/${index}`, (value) => value];
  const isThere = () => isDeepStrictEqual(at(object, `${path}/${index}`), plain(entry));
  if (isThere()) return;
  object.addJsonPatch(known === -1 ? JsonPatch.add(to, wrapped(entry)) : JsonPatch.replace(to, wrapped(entry)));
  if (isThere()) return;
  object.addJsonPatch(JsonPatch.replace(to, wrapped(typedForm(entry))));
  if (isThere()) return;
  throw new MdaiError(
    `${object.node.path} does not take a container as it is. Add collector.toSidecar() to it yourself.`,
  );
}

/** As it comes out of YAML. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

const numbersOrTexts = new Set(['port', 'sizeLimit', 'divisor']);
const quantityMaps = new Set(['limits', 'requests']);

function typedForm(value: unknown, key = '', parent = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => typedForm(item, '', key));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, typedForm(item, name, key)]));
  }
  return numbersOrTexts.has(key) || quantityMaps.has(parent) ? { value } : value;
}

function at(object: ApiObject, path: string): unknown {
  let value: unknown = object.toJson();
  for (const key of path.split('/').slice(1)) value = (value as Record<string, unknown> | undefined)?.[key];
  return value;
}
