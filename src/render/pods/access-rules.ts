import type { k8s } from 'cdk8s-plus-28';
import type { AccessNeed } from '../../needs/needs';

/** One rule for all resources of a group with the same verbs, sorted. */
export function rules(needs: readonly AccessNeed[]): k8s.PolicyRule[] {
  const verbsOf = new Map<string, { need: Single; verbs: Set<string> }>();
  for (const single of needs.flatMap(singles)) {
    const key = JSON.stringify([single.group, single.resource, single.url, single.names]);
    const known = verbsOf.get(key) ?? { need: single, verbs: new Set() };
    for (const verb of single.verbs) known.verbs.add(verb);
    verbsOf.set(key, known);
  }
  const grouped = new Map<string, { need: Single; verbs: string[]; of: string[] }>();
  for (const { need, verbs } of verbsOf.values()) {
    const sorted = [...verbs].sort();
    const key = JSON.stringify([need.group, need.url !== undefined, need.names, sorted]);
    const known = grouped.get(key) ?? { need, verbs: sorted, of: [] };
    known.of.push(need.resource ?? need.url ?? '');
    grouped.set(key, known);
  }
  return [...grouped.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { need, verbs, of }]) =>
      need.url !== undefined
        ? { nonResourceUrLs: of.sort(), verbs }
        : {
            apiGroups: [need.group ?? ''],
            resources: of.sort(),
            ...(need.names && { resourceNames: [...need.names] }),
            verbs,
          },
    );
}

interface Single {
  readonly group?: string;
  readonly resource?: string;
  readonly url?: string;
  readonly names?: readonly string[];
  readonly verbs: readonly string[];
}

/** A need, taken apart into one resource of one group each. */
function singles({ groups, resources, urls = [], names, verbs }: AccessNeed): Single[] {
  return [
    ...urls.map((url) => ({ url, verbs })),
    ...groups.flatMap((group) => resources.map((resource) => ({ group, resource, verbs, ...(names && { names }) }))),
  ];
}
