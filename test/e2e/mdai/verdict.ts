import type { Manifest } from '../../../src/testing';
import type { Cluster } from '../kubernetes';
import { type Answer, accepted } from '../kubernetes/client';

/** What the API server and the MDAI operator's webhooks say of an object, without writing it down. */
export interface Verdict {
  readonly accepted: boolean;
  /** Why it was refused; empty when it was not. */
  readonly message: string;
  /** What they had to say of an object that they accepted. */
  readonly warnings: readonly string[];
  /** The object with all defaults, when it was accepted. */
  readonly object: Manifest | undefined;
}

/** Asks a cluster with the MDAI operator about objects. */
export class Admission {
  private readonly namespaces = new Map<string, Promise<void>>();
  private updates = 0;

  constructor(private readonly cluster: Cluster) {}

  /** Whether the object may be created. */
  async create(object: Manifest): Promise<Verdict> {
    await this.namespace(object.metadata.namespace ?? 'default');
    return verdict(await this.cluster.create(object, { dryRun: true }));
  }

  /** Whether an object that exists may become another of the same kind and name; it exists in a namespace of its own. */
  async update(before: Manifest, after: Manifest): Promise<Verdict> {
    const namespace = `update-${this.updates++}`;
    await this.namespace(namespace);
    const inside = (object: Manifest): Manifest => ({ ...object, metadata: { ...object.metadata, namespace } });
    accepted(await this.cluster.create(inside(before)));
    return verdict(await this.cluster.replace(inside(after), { dryRun: true }));
  }

  private namespace(name: string): Promise<void> {
    const made = this.namespaces.get(name) ?? this.cluster.namespace(name);
    this.namespaces.set(name, made);
    return made;
  }
}

function verdict({ ok, status, message, warnings, body }: Answer): Verdict {
  // Anything else than an invalid object is no verdict on it.
  if (!ok && ![400, 403, 422].includes(status)) throw new Error(`The API server answered ${status}: ${message}`);
  return { accepted: ok, message, warnings, object: ok ? body : undefined };
}
