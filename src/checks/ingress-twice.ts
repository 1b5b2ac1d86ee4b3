import type { IngressModel } from '../model/ingress';
import type { Issue } from '../model/issue';
import { error, placedAt, type Rule } from './rule';

/** Two load balancers for one collector: the operator refuses the second. */
export const ingressTwice: Rule = (model) => [...twice(model.ingresses)];

function* twice(ingresses: readonly IngressModel[]): Generator<Issue> {
  const known = new Map<string, IngressModel>();
  for (const ingress of ingresses) {
    const key = `${ingress.namespace ?? ''}/${ingress.collector}`;
    const other = known.get(key);
    if (other === undefined) known.set(key, ingress);
    else if (other.name !== ingress.name) {
      const message = `the collector "${ingress.collector}" has a load balancer already: ${other.path}.`;
      const issue = error('hub-duplicate', ingress.path, message, 'Write all into one: the operator refuses a second.');
      yield placedAt(issue, ['spec', 'otelCollector', 'name']);
    }
  }
}
