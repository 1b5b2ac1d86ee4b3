import { ApiObject } from 'cdk8s';
import type { Construct, IConstruct } from 'constructs';
import type * as checks from './checks/check';
import { formatIssue, type Issue } from './model/issue';
import type { Model } from './model/model';
import type { KubernetesObject } from './render/object';

/** One of our constructs, as the registry of its tree sees it. */
export interface Part {
  /** Contributes after the others, because what they use of it becomes a part of it. */
  readonly last?: boolean;
  /** Adds what this construct says to the model. */
  contribute(model: ModelDraft): void;
  /** The objects that this construct stands for, beside the one that it made itself, by construct id. */
  derive?(model: Model): Readonly<Record<string, KubernetesObject>>;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] };

/** The model while it is being built. `issues` are mistakes that the model itself cannot show. */
export type ModelDraft = Mutable<Omit<Model, 'closed'>> & { readonly issues: Issue[] };

const registryKey = Symbol.for('cdk8s-mdai.Registry');

interface Built {
  readonly model: Model;
  readonly issues: readonly Issue[];
  readonly byPath: ReadonlyMap<string, unknown>;
}

/** The lists of the model whose entries stand for one construct each. */
type Kind = Exclude<keyof Model, 'closed'>;

/**
 * All our constructs of one tree. The first of them puts a validation on the root of the tree, which completes the
 * model, adds the derived objects and runs the checks. A stock `App` calls it once per chart and more, so it does its
 * work once for as long as nothing changed.
 */
export class Registry {
  /** The registry of the tree that a construct stands in. */
  static of(construct: IConstruct): Registry {
    const root = construct.node.root as IConstruct & { [registryKey]?: Registry };
    const known = root[registryKey];
    if (known) return known;
    const registry = new Registry();
    Object.defineProperty(root, registryKey, { value: registry });
    root.node.addValidation({ validate: () => registry.complete() });
    return registry;
  }

  private readonly parts = new Map<Construct, Part>();
  private readonly derived = new Map<Construct, Map<string, ApiObject>>();
  private built?: Built;
  private reported?: readonly string[];

  add(construct: Construct, part: Part): void {
    this.parts.set(construct, part);
    this.touch();
  }

  /** Something was said that the model does not hold yet. */
  touch(): void {
    this.built = undefined;
    this.reported = undefined;
  }

  get model(): Model {
    return this.build().model;
  }

  /** What a construct became in the model. */
  modelOf<K extends Kind>(kind: K, construct: IConstruct): Model[K][number] {
    const found = this.build().byPath.get(`${kind} ${construct.node.path}`);
    if (found === undefined) throw new Error(`${construct.node.path} has not contributed to ${kind}.`);
    return found as Model[K][number];
  }

  /** Every mistake in the tree. */
  get issues(): readonly Issue[] {
    return this.build().issues;
  }

  private build(): Built {
    if (this.built) return this.built;
    const draft: ModelDraft = {
      collectors: [],
      hubs: [],
      observers: [],
      hubMonitors: [],
      prometheuses: [],
      alertmanagers: [],
      issues: [],
    };
    const parts = [...this.parts.values()];
    for (const part of parts) if (!part.last) part.contribute(draft);
    for (const part of parts) if (part.last) part.contribute(draft);
    const { issues, ...rest } = draft;
    const model: Model = { ...rest, closed: true };
    const byPath = new Map<string, unknown>();
    for (const [kind, entries] of Object.entries(rest)) {
      for (const entry of entries) byPath.set(`${kind} ${entry.path}`, entry);
    }
    this.built = { model, issues: [...issues, ...check(model)], byPath };
    return this.built;
  }

  /** The errors as text; warnings go to stderr once. */
  private complete(): string[] {
    this.forgetRemoved();
    if (this.reported) return [...this.reported];
    const { model, issues } = this.build();
    this.derive(model);
    for (const issue of issues)
      if (issue.severity === 'warning') process.stderr.write(`warning: ${formatIssue(issue)}\n`);
    this.reported = issues.filter(({ severity }) => severity === 'error').map(formatIssue);
    return [...this.reported];
  }

  /** A construct that was taken out of the tree says nothing any more. */
  private forgetRemoved(): void {
    for (const construct of this.parts.keys()) {
      if (isAttached(construct)) continue;
      this.parts.delete(construct);
      this.touch();
    }
  }

  private derive(model: Model): void {
    for (const [construct, part] of this.parts) {
      const wanted = part.derive?.(model) ?? {};
      const present = this.derived.get(construct) ?? new Map<string, ApiObject>();
      this.derived.set(construct, present);
      for (const id of present.keys()) {
        construct.node.tryRemoveChild(id);
        present.delete(id);
      }
      for (const [id, object] of Object.entries(wanted)) present.set(id, new ApiObject(construct, id, object));
    }
  }
}

function isAttached(construct: IConstruct): boolean {
  const { scope, id } = construct.node;
  return scope === undefined || (scope.node.tryFindChild(id) === construct && isAttached(scope));
}

/** The checks are loaded with the first synthesis, so that loading the library stays quick. */
function check(model: Model): Issue[] {
  return (require('./checks/check') as typeof checks).checkModel(model);
}
