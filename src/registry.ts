import { ApiObject, App, type JsonPatch } from 'cdk8s';
import type { Construct, IConstruct } from 'constructs';
import type * as checks from './checks/check';
import { DerivedObjects, type PatchedObject } from './derived';
import type { Issue } from './model/issue';
import { emptyLists, type Model } from './model/model';
import { readManifests, readPatches, strayPatches } from './patches';
import type { KubernetesObject } from './render/object';
import { aboutToWrite, changesSince, comparesOutput } from './synth/previous';
import { errorsOf } from './synth/validate';

/** One of our constructs, as the registry of its tree sees it. */
export interface Part {
  /** Contributes after the others, because what they use of it becomes a part of it. */
  readonly last?: boolean;
  /** Adds what this construct says to the model. */
  contribute(model: ModelDraft): void;
  /** The objects that this construct stands for, beside the one that it made itself, by construct id. */
  derive?(model: Model): Readonly<Record<string, KubernetesObject>>;
  /** Joins what others made, and says where that cannot be. Once for each model, behind all that is derived. */
  join?(model: Model): readonly Issue[];
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

interface Completed {
  readonly built: Built;
  readonly patched: readonly PatchedObject[];
  /** Of joining what others made. */
  readonly joining: readonly Issue[];
  readonly issues: readonly Issue[];
}

/** The lists of the model whose entries stand for one construct each. */
type Kind = Exclude<keyof Model, 'closed' | 'monitoring' | 'manifests' | 'ruleFiles'>;

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
    const writes = isStockApp(root) ? aboutToWrite(root) : () => false;
    root.node.addValidation({
      validate: () => {
        const errors = registry.validate();
        if (errors.length > 0 || !writes()) return errors;
        const objects = root.node.findAll().filter(ApiObject.isApiObject);
        return errorsOf(changesSince((root as App).outdir, objects, (object) => object.toJson()));
      },
    });
    return registry;
  }

  private readonly parts = new Map<Construct, Part>();
  private readonly objects = new DerivedObjects();
  private built?: Built;
  private completed?: Completed;
  private reported?: { readonly completed: Completed; readonly errors: readonly string[] };

  add(construct: Construct, part: Part): void {
    this.parts.set(construct, part);
    this.touch();
  }

  /** Something was said that the model does not hold yet. */
  touch(): void {
    this.built = undefined;
  }

  /** Patches an object of a construct, which may be derived later. */
  patch(construct: Construct, id: string, patches: readonly JsonPatch[]): void {
    this.objects.patch(construct, id, patches);
    this.touch();
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
    return this.complete().issues;
  }

  private build(): Built {
    if (this.built) return this.built;
    const draft: ModelDraft = { ...emptyLists(), issues: [] };
    const parts = [...this.parts.values()];
    for (const part of parts) if (!part.last) part.contribute(draft);
    for (const part of parts) if (part.last) part.contribute(draft);
    const { issues, ...rest } = draft;
    const model: Model = { ...rest, closed: true };
    const byPath = new Map<string, unknown>();
    for (const [kind, entries] of Object.entries(rest)) {
      for (const entry of entries) byPath.set(`${kind} ${entry.path}`, entry);
    }
    this.built = { model, issues, byPath };
    return this.built;
  }

  /** Brings the objects up to date with the model, and checks what they will say. */
  private complete(): Completed {
    this.forgetRemoved();
    const built = this.build();
    const known = this.completed?.built === built ? this.completed : undefined;
    const joining = known?.joining ?? this.derive(built.model);
    const patched = this.patched(built);
    if (known && sameObjects(known.patched, patched)) return known;
    const { model, issues } = readPatches(built.model, patched);
    const stray = strayPatches(this.objects.stray());
    const manifests = readManifests(this.ofOperator(built));
    this.completed = {
      built,
      patched,
      joining,
      issues: [...built.issues, ...joining, ...stray, ...issues, ...check({ ...model, manifests })],
    };
    return this.completed;
  }

  /** Makes the objects that follow from the model, and lets parts join what others made. */
  private derive(model: Model): readonly Issue[] {
    for (const [construct, part] of this.parts) this.objects.update(construct, part.derive?.(model) ?? {});
    return [...this.parts.values()].flatMap((part) => part.join?.(model) ?? []);
  }

  /** The objects of collectors and Alertmanagers that were patched: what they say is not what the model says. */
  private patched({ byPath }: Built): PatchedObject[] {
    return [...this.parts.keys()].flatMap((construct) =>
      ['collectors', 'alertmanagers'].some((kind) => byPath.has(`${kind} ${construct.node.path}`))
        ? this.objects.patched(construct)
        : [],
    );
  }

  /** The constructs that stand for objects of the MDAI operator. */
  private ofOperator({ byPath }: Built): readonly Construct[] {
    const kinds: readonly Kind[] = ['hubs', 'observers', 'hubMonitors', 'replays', 'ingresses', 'dals'];
    return [...this.parts.keys()].filter(({ node }) => kinds.some((kind) => byPath.has(`${kind} ${node.path}`)));
  }

  /** The errors as text; warnings go to stderr once. */
  private validate(): string[] {
    const completed = this.complete();
    if (this.reported?.completed !== completed) {
      const errors = errorsOf(completed.issues);
      this.reported = { completed, errors };
    }
    return [...this.reported.errors];
  }

  /** A construct that was taken out of the tree says nothing any more. */
  private forgetRemoved(): void {
    for (const construct of this.parts.keys()) {
      if (isAttached(construct)) continue;
      this.parts.delete(construct);
      this.objects.forget(construct);
      this.touch();
    }
  }
}

function sameObjects(some: readonly PatchedObject[], others: readonly PatchedObject[]): boolean {
  return (
    some.length === others.length &&
    some.every(({ object, patches }, i) => object === others[i]?.object && patches === others[i]?.patches)
  );
}

/** An App that does not compare with what it wrote last by itself. */
function isStockApp(root: IConstruct): root is App {
  return root instanceof App && !(comparesOutput in root);
}

function isAttached(construct: IConstruct): boolean {
  const { scope, id } = construct.node;
  return scope === undefined || (scope.node.tryFindChild(id) === construct && isAttached(scope));
}

/** The checks are loaded with the first synthesis, so that loading the library stays quick. */
function check(model: Model): Issue[] {
  return (require('./checks/check') as typeof checks).checkModel(model);
}
