import { ApiObject, type ApiObjectProps, JsonPatch } from 'cdk8s';
import type { Construct } from 'constructs';
import type { KubernetesObject, ObjectMeta } from './render/object';

/** An object under a construct that was patched. */
export interface PatchedObject {
  readonly construct: Construct;
  readonly object: ApiObject;
  /** How many patches it has; NaN where that cannot be seen. */
  readonly patches: number;
}

/** A patch for an object that is not there. */
export interface StrayPatch {
  readonly construct: Construct;
  readonly id: string;
  /** The construct ids of the objects that are there. */
  readonly present: readonly string[];
}

/** The objects that follow from the model, in the tree under their constructs, and the patches for them. */
export class DerivedObjects {
  private readonly derived = new Map<Construct, Map<string, DerivedObject>>();
  private readonly patches = new Map<Construct, Map<string, JsonPatch[]>>();

  /** Patches an object of a construct: now where it is there, and whenever it is made. */
  patch(construct: Construct, id: string, patches: readonly JsonPatch[]): void {
    const ofConstruct = this.patches.get(construct) ?? new Map<string, JsonPatch[]>();
    this.patches.set(construct, ofConstruct);
    ofConstruct.set(id, [...(ofConstruct.get(id) ?? []), ...patches]);
    objectUnder(construct, id)?.addJsonPatch(...patches);
  }

  /** Makes the tree hold these objects of a construct. One that is there already stays, with what was done to it. */
  update(construct: Construct, wanted: Readonly<Record<string, KubernetesObject>>): void {
    const present = this.derived.get(construct) ?? new Map<string, DerivedObject>();
    this.derived.set(construct, present);
    for (const [id, known] of present) {
      const still = Object.hasOwn(wanted, id) ? wanted[id] : undefined;
      if (still && known.is(still)) continue;
      construct.node.tryRemoveChild(id);
      present.delete(id);
    }
    for (const [id, content] of Object.entries(wanted)) {
      const known = present.get(id);
      if (known) known.update(content);
      else present.set(id, this.make(construct, id, content));
    }
  }

  /** A construct left the tree. */
  forget(construct: Construct): void {
    this.derived.delete(construct);
    this.patches.delete(construct);
  }

  /** The objects of a construct that were patched, its own and derived ones. */
  patched(construct: Construct): readonly PatchedObject[] {
    return construct.node.children.filter(ApiObject.isApiObject).flatMap((object) => {
      const patches = patchesOf(object) - (ourPatches.get(object) ?? 0);
      return patches === 0 ? [] : [{ construct, object, patches }];
    });
  }

  /** Patches for objects that their constructs do not have. */
  stray(): readonly StrayPatch[] {
    return [...this.patches].flatMap(([construct, ofConstruct]) => {
      const ids = [...ofConstruct.keys()].filter((id) => objectUnder(construct, id) === undefined);
      const present = construct.node.children.filter(ApiObject.isApiObject).map(({ node }) => node.id);
      return ids.map((id) => ({ construct, id, present }));
    });
  }

  private make(construct: Construct, id: string, content: KubernetesObject): DerivedObject {
    const made = new DerivedObject(construct, id, content);
    made.object.addJsonPatch(...(this.patches.get(construct)?.get(id) ?? []));
    return made;
  }
}

function objectUnder(construct: Construct, id: string): ApiObject | undefined {
  const child = construct.node.tryFindChild(id);
  return child && ApiObject.isApiObject(child) ? child : undefined;
}

/** cdk8s does not tell. Where its field has another name, every object counts as patched, so that none escapes. */
function patchesOf(object: ApiObject): number {
  const { patches } = object as unknown as { readonly patches?: unknown };
  return Array.isArray(patches) ? patches.length : Number.NaN;
}

/** How many patches an object has of ours. */
const ourPatches = new WeakMap<ApiObject, number>();

const clusterScoped = new Set(['ClusterRole', 'ClusterRoleBinding']);

type Content = { [field: string]: unknown };

/** An object whose content changes with the model, while what was patched, labelled or added to it stays. */
class DerivedObject {
  readonly object: ApiObject;
  // An ApiObject reads its properties when it is written, so they can change until then.
  private readonly content: Content;

  constructor(
    construct: Construct,
    id: string,
    private latest: KubernetesObject,
  ) {
    this.content = { ...latest };
    this.object = new ApiObject(construct, id, this.content as unknown as ApiObjectProps);
    if (clusterScoped.has(latest.kind) && this.object.chart.namespace !== undefined) {
      // It is in no namespace, but cdk8s gives every object that of its chart.
      this.object.addJsonPatch(JsonPatch.remove('/metadata/namespace'));
      ourPatches.set(this.object, 1);
    }
  }

  /** Whether it is the same object in the Kubernetes cluster. */
  is({ apiVersion, kind, metadata }: KubernetesObject): boolean {
    const { latest } = this;
    return (
      latest.apiVersion === apiVersion &&
      latest.kind === kind &&
      latest.metadata.name === metadata.name &&
      latest.metadata.namespace === metadata.namespace
    );
  }

  update(content: KubernetesObject): void {
    const { metadata } = this.object;
    const { labels } = this.object.chart;
    for (const [key, value] of changes(this.latest.metadata.labels, content.metadata.labels)) {
      metadata.addLabel(key, (value ?? labels[key]) as string);
    }
    for (const [key, value] of changes(this.latest.metadata.annotations, content.metadata.annotations)) {
      metadata.addAnnotation(key, value as string);
    }
    for (const field of Object.keys(this.content)) delete this.content[field];
    Object.assign(this.content, content);
    this.latest = content;
  }
}

/** The entries that differ. An absent one is `undefined`, which cdk8s does not write. */
function changes(before: ObjectMeta['labels'] = {}, after: ObjectMeta['labels'] = {}): [string, string | undefined][] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((key) => before[key] !== after[key])
    .map((key) => [key, after[key]]);
}
