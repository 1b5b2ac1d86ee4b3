import type { CollectorModel } from '../model/collector';
import { at, type ConfigValue, isConfigMap } from '../model/config';
import { grpcReceivers, type IngressModel } from '../model/ingress';
import type { Issue } from '../model/issue';
import type { Model } from '../model/model';
import { nearest } from '../model/nearest';
import { type CollectorView, viewOf } from '../view/view';
import { error, placedAt, type Rule, warning } from './rule';

/**
 * Hosts of an ingress: each receiver that speaks gRPC gets a rule by its host, in MDAI operator 0.2.12
 * (internal/manifests/collector/ingress_aws.go) alone of collectors that the OpenTelemetry operator's custom resource
 * describes, and that ask for no ingress themselves.
 */
export const ingressHosts: Rule = (model) => model.ingresses.flatMap((ingress) => [...issuesOf(ingress, model)]);

function* issuesOf(ingress: IngressModel, model: Model): Generator<Issue> {
  const collector = behind(ingress, model);
  if (collector === undefined) {
    const near = nearest(ingress.collector, beside(ingress, model));
    if (!model.closed && near === undefined) return;
    const report = model.closed ? error : warning;
    const message = `there is no collector "${ingress.collector}" in its namespace, so that no load balancer is made.`;
    yield placedAt(report('ingress-collector', ingress.path, message, fixFor(ingress, model)), collectorKeys);
    return;
  }
  const ownIngress = collector.pod?.operator.ingress?.type;
  if (ownIngress !== undefined) {
    const message = `the collector ${collector.path} has an ingress of the type "${ownIngress}", so that no load balancer is made.`;
    const fix = 'Take the type of the ingress out of the collector.';
    yield placedAt(error('ingress-collector', ingress.path, message, fix), collectorKeys);
  }
  yield* hostsOf(ingress, viewOf(collector));
}

const collectorKeys = ['spec', 'otelCollector', 'name'];
const hostKeys = ['spec', 'collectorEndpoints'];

function behind({ collector, namespace }: IngressModel, model: Model): CollectorModel | undefined {
  return model.collectors.find(
    ({ name, pod, ...other }) =>
      name === collector && other.namespace === namespace && pod !== undefined && pod.backend === 'operator',
  );
}

function fixFor({ collector, namespace }: IngressModel, model: Model): string {
  const same = model.collectors.find(({ name, pod }) => name === collector && pod !== undefined);
  if (same?.pod?.backend === 'workload') {
    return "The MDAI operator sees the OpenTelemetry operator's custom resources alone: make it one; in TypeScript, leave out backend: 'workload'.";
  }
  if (same) return `The collector ${same.path} is in another namespace: put the ingress there, too.`;
  const near = nearest(collector, beside({ namespace }, model));
  return near === undefined ? 'Name a collector that is there.' : `Did you mean "${near}"?`;
}

/** The names of the collectors in the namespace of an ingress. */
function beside({ namespace }: Pick<IngressModel, 'namespace'>, { collectors }: Model): readonly string[] {
  return collectors.filter((other) => other.namespace === namespace && other.name !== '').map(({ name }) => name);
}

function* hostsOf(ingress: IngressModel, view: CollectorView): Generator<Issue> {
  const { hosts, path } = ingress;
  const speaking = grpcIn(view);
  for (const id of Object.keys(hosts)) {
    if (speaking.includes(id)) continue;
    const message = `the collector has no receiver "${id}" in a pipeline that speaks gRPC, so that its host leads nowhere.`;
    const near = nearest(id, speaking);
    const fix = near === undefined ? 'Leave the host out, or use the receiver.' : `Did you mean "${near}"?`;
    yield placedAt(warning('ingress-host', `${path}/hosts/${id}`, message, fix), [...hostKeys, id]);
  }
  const without = speaking.filter((id) => !Object.hasOwn(hosts, id));
  if (Object.keys(hosts).length === 0 && speaking.length > 0) {
    const message = `no receiver has a host, and ${speaking.join(', ')} would need one: the MDAI operator makes nothing.`;
    yield placedAt(error('ingress-host', path, message, 'Give a host to each of them.'), hostKeys);
  } else {
    for (const id of without) {
      const message = `the receiver "${id}" of the collector speaks gRPC and has no host, so that nobody reaches it.`;
      yield placedAt(warning('ingress-host', path, message, 'Give it a host.'), hostKeys);
    }
  }
  for (const id of traced(view, Object.keys(hosts))) {
    const message = `traces do not reach the receiver "${id}": MDAI operator 0.2.12 routes them by a path that OTLP does not have.`;
    const fix = 'Let traces come by HTTP, to the load balancer of the other ports.';
    yield placedAt(warning('ingress-traces', `${path}/hosts/${id}`, message, fix), [...hostKeys, id]);
  }
}

/** The receivers in pipelines of which the MDAI operator finds a gRPC port. */
function grpcIn(view: CollectorView): readonly string[] {
  const used = new Set(view.pipelines.flatMap(({ receivers }) => receivers.ids));
  return [...view.sections.receiver.components.values()]
    .filter(({ id, type, config }) => used.has(id) && grpcReceivers.includes(type) && hasGrpc(at(config, 'protocols')))
    .map(({ id }) => id);
}

function hasGrpc(protocols: ConfigValue | undefined): boolean {
  return isConfigMap(protocols) && Object.hasOwn(protocols, 'grpc');
}

function traced(view: CollectorView, hosts: readonly string[]): readonly string[] {
  const traces = view.pipelines.filter(({ signal }) => signal === 'traces');
  return hosts.filter(
    (id) =>
      view.sections.receiver.components.get(id)?.type === 'otlp' &&
      traces.some(({ receivers }) => receivers.ids.includes(id)),
  );
}
