/** A ServiceAccount. */
export interface Account {
  readonly namespace: string;
  readonly name: string;
}

/** What somebody wants to do. */
export type Action =
  | {
      readonly verb: string;
      /** The API group; empty for the core one. */
      readonly group?: string;
      /** The plural, with the subresource after a slash. */
      readonly resource: string;
      /** All namespaces, when absent. */
      readonly namespace?: string;
      readonly name?: string;
    }
  | { readonly verb: string; readonly path: string };

/** The name and groups that the API server gives to a ServiceAccount's pods. */
export function userOf({ namespace, name }: Account): { readonly user: string; readonly groups: string[] } {
  return {
    user: `system:serviceaccount:${namespace}:${name}`,
    groups: ['system:serviceaccounts', `system:serviceaccounts:${namespace}`, 'system:authenticated'],
  };
}

/** The question whether an account may do something. */
export function accessReview(account: Account, action: Action) {
  return {
    apiVersion: 'authorization.k8s.io/v1',
    kind: 'SubjectAccessReview',
    metadata: {},
    spec: { ...userOf(account), ...attributes(action) },
  };
}

function attributes(action: Action) {
  if ('path' in action) return { nonResourceAttributes: action };
  const [resource, subresource] = action.resource.split('/');
  return { resourceAttributes: { ...action, resource, subresource } };
}
