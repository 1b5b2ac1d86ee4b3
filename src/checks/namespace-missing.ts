import { needsOf } from '../needs/needs-of';
import { error, listed, perCollector } from './rule';

/** A binding to a role of the whole Kubernetes cluster names the namespace of the account that it is for. */
export const namespaceMissing = perCollector(function* ({ path, collector }) {
  const { pod, namespace } = collector;
  if (pod === undefined || namespace !== undefined || !pod.derive.rbac || pod.mode === 'sidecar') return;
  const by = [...new Set(needsOf(collector).access.map((need) => need.by))];
  if (by.length === 0) return;
  const message = `the rights that ${listed(by)} needs are given to an account in a namespace, and the collector has none.`;
  yield error(
    'namespace-missing',
    path,
    message,
    "Give it one, or its chart: new Chart(app, 'telemetry', { namespace: 'telemetry' }).",
  );
});
