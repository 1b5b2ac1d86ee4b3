import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { podOwner, templates } from '../collector/join-pod';
import { MdaiError } from '../model/issue';
import type { KnownPort, ScrapeDiscovery } from '../model/scrape';

/** Services or pods that are there already. */
export interface LabelledTargets {
  /** The name of the monitor. */
  readonly name: string;
  /** Where they are. @default the namespace of the Prometheus */
  readonly namespace?: string;
  /** Labels that all of them carry, and no others. */
  readonly labels: Readonly<Record<string, string>>;
}

/** What a monitor finds, and what it is called. */
export interface FoundTargets {
  readonly name: string;
  readonly find: ScrapeDiscovery;
}

interface Template {
  readonly metadata?: Metadata;
  readonly spec?: { readonly containers?: readonly { readonly ports?: readonly ContainerPort[] }[] };
}

interface Metadata {
  readonly name?: string;
  readonly namespace?: string;
  readonly labels?: Readonly<Record<string, string>>;
}

interface ContainerPort {
  readonly name?: string;
  readonly containerPort: number;
}

interface ServiceJson {
  readonly metadata: Metadata;
  readonly spec?: { readonly ports?: readonly KnownPort[] };
}

/** The Service that a construct stands for. @throws MdaiError for another object */
export function serviceOf(construct: IConstruct): ApiObject {
  const object = ApiObject.of(construct);
  if (object.kind !== 'Service') {
    throw new MdaiError(
      `${construct.node.path} is a ${object.kind}. scrapeService takes a Service, scrapePods what runs pods.`,
    );
  }
  return object;
}

/** What finds the endpoints of a Service, by the Service's labels. */
export function serviceTargets(object: ApiObject): FoundTargets {
  const { metadata, spec } = object.toJson() as ServiceJson;
  return {
    name: object.name,
    find: { kind: 'services', namespace: metadata.namespace, labels: metadata.labels ?? {}, ports: spec?.ports ?? [] },
  };
}

/** What runs the pods that a construct stands for. @throws MdaiError for what runs none */
export const podsOf = podOwner;

/** What finds the pods of a workload, by their labels. */
export function podTargets(object: ApiObject): FoundTargets {
  const json = object.toJson() as { readonly metadata?: Metadata };
  const keys = (templates[object.kind] ?? '').split('/').slice(1);
  const template = keys.reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], json);
  const { metadata, spec } = (template ?? {}) as Template;
  const ports = (spec?.containers ?? []).flatMap((container) => container.ports ?? []);
  return {
    name: object.name,
    find: {
      kind: 'pods',
      namespace: json.metadata?.namespace,
      labels: metadata?.labels ?? {},
      ports: ports.map(({ name, containerPort }) => ({ ...(name !== undefined && { name }), port: containerPort })),
    },
  };
}
