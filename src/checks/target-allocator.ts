import type { CollectorModel } from '../model/collector';
import { at, isConfigMap } from '../model/config';
import type { Issue } from '../model/issue';
import { targetAllocatorOf } from '../needs/target-allocator';
import { type CollectorView, running } from '../view/view';
import { error, listed, perCollector, warning } from './rule';

/** What the operator's webhook, or the target allocator itself, refuses. In which modes it runs, `option-mode` says. */
export const targetAllocator = perCollector(function* (view) {
  const { collector } = view;
  const allocator = targetAllocatorOf(collector);
  if (allocator === undefined) return;
  const path = `${view.path}/operator/targetAllocator`;
  const strategy = allocator.allocationStrategy ?? 'consistent-hashing';
  const prometheusCR = allocator.prometheusCR ?? {};
  const replicas = allocator.replicas ?? 1;
  yield* strategies(path, collector, strategy);
  if (strategy === 'least-weighted' && replicas > 1) {
    const message = `${replicas} allocators with the strategy "least-weighted" do not agree on who gets a target.`;
    yield error(code, `${path}/replicas`, message, 'Set allocationStrategy: "consistent-hashing", or replicas: 1.');
  }
  if (prometheusCR.allowNamespaces?.length && prometheusCR.denyNamespaces?.length) {
    const message = 'it is told which namespaces to look in, and which not.';
    yield error(code, `${path}/prometheusCR`, message, 'Keep one of allowNamespaces and denyNamespaces.');
  }
  if (prometheusCR.enabled === true && selectors.every((selector) => prometheusCR[selector] == null)) {
    const message = 'it looks for monitors and finds none: a selector that is left out matches nothing.';
    yield warning(code, `${path}/prometheusCR`, message, 'Write serviceMonitorSelector: {} for all of them.');
  }
  if (collector.namespace === undefined && collector.pod?.derive.rbac) {
    const message =
      'the rights of its target allocator are given to an account in a namespace, and the collector has none.';
    const fix = "Give it one, or its chart: new Chart(app, 'telemetry', { namespace: 'telemetry' }).";
    yield error('namespace-missing', path, message, fix);
  }
  yield* receivers(path, view, prometheusCR.enabled === true);
});

const code = 'target-allocator';
const selectors = ['podMonitorSelector', 'probeSelector', 'scrapeConfigSelector', 'serviceMonitorSelector'] as const;

function* strategies(path: string, { pod }: CollectorModel, strategy: string): Generator<Issue> {
  const perNode = strategy === 'per-node';
  if (pod?.mode === 'daemonset' && !perNode) {
    const message = `a daemonset gets the targets of its own nodes, and the strategy is "${strategy}".`;
    yield error(code, `${path}/allocationStrategy`, message, "Set allocationStrategy: 'per-node'.");
  }
  if (pod?.mode === 'statefulset' && perNode) {
    const message = 'the strategy "per-node" is for a daemonset, and this collector is a statefulset.';
    yield error(code, `${path}/allocationStrategy`, message, "Set mode: 'daemonset', or leave the strategy out.");
  }
}

/** The operator hands over one receiver, by its name. */
function* receivers(path: string, view: CollectorView, monitors: boolean): Generator<Issue> {
  const all = [...running(view)].filter(({ kind, type, facts }) => {
    return kind === 'receiver' && (facts?.type ?? type) === 'prometheus';
  });
  const named = all.filter(({ id }) => id !== 'prometheus').map(({ id }) => id);
  const receiver = view.sections.receiver.components.get('prometheus');
  if (receiver === undefined) {
    const found = named.length > 0 ? `: there is only ${listed(named)}` : '';
    const message = `it gives targets to the receiver "prometheus", which this collector does not have${found}.`;
    const fix =
      'Use a receiver "prometheus", with no name behind it, in a pipeline: prometheus: { config: { scrape_configs: [] } }.';
    yield error(code, path, message, fix);
    return;
  }
  for (const id of named) {
    const message = `the target allocator leaves "${id}" alone, so that each pod scrapes all its targets.`;
    yield warning(code, `${view.path}/receivers/${id}`, message, 'Move its jobs to the receiver "prometheus".');
  }
  if (!isConfigMap(at(receiver.config, 'config'))) {
    const message = 'the operator replaces jobs in the section "config" of the receiver, which it does not have.';
    yield error(code, path, message, 'Write prometheus: { config: {} }.');
    return;
  }
  const jobs = at(receiver.config, 'config', 'scrape_configs');
  if (monitors || (Array.isArray(jobs) && jobs.length > 0)) return;
  const message = 'it has nothing to look for: neither scrape configurations nor monitors.';
  yield error(code, path, message, 'Name jobs in "scrape_configs", or set prometheusCR: { enabled: true }.');
}
