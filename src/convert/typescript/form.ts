import { at, type ConfigMap, type ConfigValue } from '../../model/config';
import type { Release } from '../../model/release';
import type { SourceComment } from '../../source/comments/comment';
import type { Code, Statement } from './code';
import type { Reached } from './inlets';
import type { Names } from './names';

/** What statements are written into: a file, and the charts that it is given. */
export interface Place {
  readonly names: Names;
  readonly shared: Map<string, Code>;
  /** The chart's variable, and the namespace that its objects have of themselves. */
  readonly chart: string;
  readonly namespace: string | undefined;
  /** That of collectors whose image does not say it. */
  readonly release: Release;
  /** The collectors of the program so far, by name. */
  readonly collectors: ReadonlyMap<string, Reached>;
  /** The hubs of the program, by name. */
  readonly hubs: ReadonlyMap<string, HubVariables>;
  /** The observers and hub monitors that stand in the same file, by kind, namespace and name. */
  readonly scraped: ReadonlyMap<string, Code>;
  /** The Prometheuses that stand in the same file, by namespace and name; the first of a namespace by that alone, too. */
  readonly prometheuses: ReadonlyMap<string, PrometheusVariable>;
  /** The Alertmanagers that stand in the same file, by namespace and Service. */
  readonly alertmanagers: ReadonlyMap<string, Code>;
  /** All that is imported, wherever it stands. */
  readonly objects: readonly ConfigMap[];
  /** Claims a construct's id that no object has. */
  freeId(proposal: string): string;
}

/** The variable of a Prometheus in a program. */
export interface PrometheusVariable {
  readonly variable: string;
  /** The id of its construct. */
  readonly id: string;
  /** The name of its object; absent for one that is somewhere else. */
  readonly name?: string;
}

/** The variables of a hub in a program. */
export interface HubVariables {
  /** Those that fields of collectors can read, by the names under which they are exported. */
  readonly exports: ReadonlyMap<string, Code>;
  /** Those that hold several values, by the names under which OTTL reads them. */
  readonly lists: ReadonlyMap<string, Code>;
  /** All of them, by key. */
  readonly variables: ReadonlyMap<string, Code>;
}

/** An object in a form: the statements that make it. */
export interface Made {
  readonly before: readonly Statement[];
  /** The construct's variable, where the statements make one. */
  readonly variable?: string;
  /** What makes the construct. */
  readonly value: Code;
  /** What the variable may be called. */
  readonly proposals: readonly string[];
  readonly after: readonly Statement[];
  /** The ids of further constructs that stand for the object. */
  readonly also?: readonly string[];
  /** The construct that makes the object, where it has an id of its own, and the object is none but its child. */
  readonly within?: { readonly id: string; readonly child: string };
  /** The construct of other objects that makes this one, too, and the id that the object has below it. */
  readonly part?: { readonly variable: string; readonly id: string };
  /** What others can use of a collector. */
  readonly collector?: Reached;
  /** What others can use of a hub. */
  readonly hub?: HubVariables;
  /** What reads the metrics of an observer or a hub monitor. */
  readonly scraped?: Code;
  /** What others can use of a Prometheus. */
  readonly prometheus?: PrometheusVariable;
  /** What others can use of an Alertmanager. */
  readonly alertmanager?: { readonly variable: Code; readonly service: string };
}

/** One way to say an object. @throws Unfit where it cannot */
export type Form = (object: ImportedObject, place: Place) => Made;

/** An object of Kubernetes that is to be imported. */
export interface ImportedObject {
  /** What it is called in reports: `ConfigMap mdai/gateway`. */
  readonly title: string;
  /** Its construct's id. */
  readonly id: string;
  /** What the program is to make: as it was read, but for secrets. */
  readonly content: ConfigMap;
  /** Of a collector as this library writes it: of its custom resource, or of its ConfigMap where there is no operator. */
  readonly made?: MadeObjects;
  /** The comments of what was read. @default none */
  readonly comments?: readonly SourceComment[];
}

/** What this library seems to have made of a collector. */
export interface MadeObjects {
  /** The collector's own name. */
  readonly name: string;
  /** The id that its construct may have. */
  readonly id: string;
  /** The objects that have its name. */
  readonly objects: readonly ConfigMap[];
}

/** A change of an object behind its construct: what JSON Patch calls an operation. */
export interface Change {
  readonly op: 'add' | 'remove' | 'replace';
  readonly path: readonly (string | number)[];
  readonly value?: ConfigValue;
}

/** What an observer or a hub monitor is found by. */
export function scrapedKey(content: ConfigMap): string {
  return `${content.kind} ${collectorKey(content)}`;
}

/** What a collector is found by: its namespace and name. */
export function collectorKey(content: ConfigMap, name = at(content, 'metadata', 'name')): string {
  return `${at(content, 'metadata', 'namespace') ?? ''}/${name}`;
}
