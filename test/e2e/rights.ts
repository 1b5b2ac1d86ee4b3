import type { Manifest } from '../../src/testing';
import type { Cluster } from './kubernetes';
import type { Account } from './kubernetes/accounts';
import { accepted } from './kubernetes/client';
import { manifestsOf, ofKind } from './manifests';
import { until } from './process';

/** Applies what an example has for the Kubernetes API itself: the ServiceAccounts, and what they may do. */
export async function applyRights(cluster: Cluster, example: string): Promise<void> {
  const kinds = ['ServiceAccount', 'ClusterRole', 'ClusterRoleBinding', 'Role', 'RoleBinding'];
  const objects = kinds.flatMap((kind) => ofKind(manifestsOf(example), kind));
  await cluster.namespacesFor(objects);
  for (const object of objects) accepted(await cluster.apply(object));
}

/** A node, with nothing behind it. */
export async function addNode(cluster: Cluster, name: string): Promise<void> {
  accepted(await cluster.create({ apiVersion: 'v1', kind: 'Node', metadata: { name } }));
}

/** A pod that runs, as the kubelet of its node reports it. */
export async function addPod(cluster: Cluster, pod: RunningPod): Promise<Manifest> {
  const { name, namespace, node, ip, labels, ports } = pod;
  await cluster.namespace(namespace);
  const metadata = { name, namespace, labels };
  const kind = { apiVersion: 'v1', kind: 'Pod' };
  const container = { name: 'main', image: `${name}.example/${name}:1.4.2`, ports };
  const { body } = accepted(
    await cluster.create({ ...kind, metadata, spec: { nodeName: node, containers: [container] } }),
  );
  const path = `/api/v1/namespaces/${namespace}/pods/${name}/status?fieldManager=kubelet&force=true`;
  const status = { phase: 'Running', podIP: ip, podIPs: [{ ip }], startTime: new Date().toISOString() };
  accepted(await cluster.ask('PATCH', path, { ...kind, metadata, status }));
  return body;
}

export interface RunningPod {
  readonly name: string;
  readonly namespace: string;
  readonly node: string;
  readonly ip: string;
  /** @default none */
  readonly labels?: Readonly<Record<string, string>>;
  /** Those that its container declares. @default none */
  readonly ports?: readonly { readonly name: string; readonly containerPort: number }[];
}

/** A ClusterRole of an example, of which rights are taken to see who misses them. */
export class Role {
  static of(cluster: Cluster, example: string, name: string): Role {
    const role = ofKind(manifestsOf(example), 'ClusterRole').find(({ metadata }) => metadata.name === name);
    if (!role) throw new Error(`${example} has no ClusterRole ${name}.`);
    return new Role(cluster, role);
  }

  private constructor(
    private readonly cluster: Cluster,
    private readonly role: Manifest,
  ) {}

  get rules(): readonly Manifest[] {
    return this.role.rules;
  }

  async without(account: Account, taken: (rule: Manifest) => boolean): Promise<void> {
    await this.become(this.rules.filter((rule) => !taken(rule)));
    for (const rule of this.rules.filter(taken)) await this.isTaken(account, rule, rule.verbs);
  }

  async withoutVerbs(account: Account, verbs: readonly string[]): Promise<void> {
    const left = this.rules.map((rule) => ({
      ...rule,
      verbs: rule.verbs.filter((verb: string) => !verbs.includes(verb)),
    }));
    await this.become(left.filter((rule) => rule.verbs.length > 0));
    for (const rule of this.rules) await this.isTaken(account, rule, verbs);
  }

  async restore(): Promise<void> {
    await this.become(this.rules);
  }

  private async become(rules: readonly Manifest[]): Promise<void> {
    accepted(await this.cluster.apply({ ...this.role, rules }));
  }

  /** The API server takes a moment to know. */
  private async isTaken(account: Account, { apiGroups, resources }: Manifest, verbs: readonly string[]): Promise<void> {
    const actions = resources.flatMap((resource: string) =>
      verbs.map((verb) => ({ verb, resource, group: apiGroups[0] })),
    );
    const allowed = async () => {
      for (const action of actions) if (await this.cluster.may(account, action)) return true;
      return false;
    };
    await until(async () => !(await allowed()), 'the API server to take a right');
  }
}

/** What a program says that it may not do, as `list pods.`, with the API group behind the resource; sorted. */
export function refusals(output: string): string[] {
  const refusal = /cannot (\w+) resource \\*"([\w/]+)\\*" in API group \\*"([\w.]*)\\*"/g;
  return [
    ...new Set([...output.matchAll(refusal)].map(([, verb, resource, group]) => `${verb} ${resource}.${group}`)),
  ].sort();
}
