import type { CollectorModel, SendModel } from '../../model/collector';
import { at, type ConfigValue, isConfigMap } from '../../model/config';
import { type Target, targetOf } from '../../needs/target';
import { sockets } from '../../view/sockets';
import { type ComponentView, viewOf } from '../../view/view';
import type { Reading } from '../reading';
import { list, text } from '../values';
import { type CollectorService, collectorServices } from './services';

/** What an exporter connects to, and the type of receivers that understands it. */
interface Way {
  readonly receiver: string;
  readonly addresses: (config: ComponentView['config']) => readonly string[];
  /** Where an address says no port. */
  readonly port?: number;
}

const endpoints = (config: ConfigValue): readonly string[] =>
  ['endpoint', 'traces_endpoint', 'metrics_endpoint', 'logs_endpoint', 'profiles_endpoint']
    .map((field) => text(at(config, field)))
    .filter(Boolean);

/** The exporters that send to other collectors, by their newest names. */
const ways: Readonly<Record<string, Way>> = {
  otlp_grpc: { receiver: 'otlp', addresses: endpoints },
  otlp_http: { receiver: 'otlp', addresses: endpoints },
  otelarrow: { receiver: 'otelarrow', addresses: endpoints },
  zipkin: { receiver: 'zipkin', addresses: endpoints },
  load_balancing: { receiver: 'otlp', addresses: balanced, port: 4317 },
};

/** The collectors, each with its exporters that reach receivers of others, as far as their addresses tell. */
export function withSends(reading: Reading): readonly CollectorModel[] {
  const services = collectorServices(reading);
  if (services.size === 0) return reading.lists.collectors;
  return reading.lists.collectors.map((collector) => {
    const file = reading.origins.get(collector.path)?.document.path ?? '';
    const sends = sendsOf(collector, (name) => services.find(name, file));
    return sends.length === 0 ? collector : { ...collector, sends };
  });
}

/** The Service of a name, `namespace/name`. */
type Find = (name: string) => CollectorService | undefined;

function sendsOf(from: CollectorModel, find: Find): readonly SendModel[] {
  if (!isConfigMap(from.config)) return [];
  const view = viewOf(from);
  const used = new Set(view.pipelines.flatMap(({ exporters }) => exporters.ids));
  const sends = [...view.sections.exporter.components.values()].flatMap((component) => {
    const way = ways[component.facts?.type ?? component.type];
    if (way === undefined || !used.has(component.id)) return [];
    return way.addresses(component.config).flatMap((address) => {
      const target = targetOf(address, from, way.port === undefined ? {} : { port: way.port });
      return (target && sendTo(from, component.id, target, way, find)) ?? [];
    });
  });
  const key = ({ exporter, to, receiver, port }: SendModel) => JSON.stringify([exporter, to, receiver, port]);
  return [...new Map(sends.map((send) => [key(send), send])).values()];
}

function sendTo(
  from: CollectorModel,
  exporter: string,
  { host, port }: Target,
  way: Way,
  find: Find,
): SendModel | undefined {
  const service = host === undefined ? undefined : find(serviceOf(host, from.namespace));
  if (service === undefined || port === undefined || service.collector.path === from.path) return undefined;
  const behind = service.behind(port) ?? port;
  const receiver = receiverAt(service.collector, behind, way.receiver);
  return receiver === undefined ? undefined : { exporter, to: service.collector.path, receiver, port: behind };
}

/** `namespace/name` of the Service that a name in the cluster's DNS means; a pod may stand before it. */
function serviceOf(host: string, own: string | undefined): string {
  const parts = host.replace(/\.$/, '').split('.');
  const svc = parts.indexOf('svc');
  const [name, namespace] = svc >= 2 ? [parts[svc - 2], parts[svc - 1]] : parts;
  return `${namespace ?? own ?? ''}/${name}`;
}

/** The receiver that listens at a port, or else the only one that could be meant. */
function receiverAt(collector: CollectorModel, port: number, type: string): string | undefined {
  if (!isConfigMap(collector.config)) return undefined;
  const view = viewOf(collector);
  const bound = [...sockets(view)].flatMap((socket) =>
    socket.binds?.component.kind === 'receiver' && socket.port === String(port) ? [socket.binds.component.id] : [],
  );
  if (bound[0] !== undefined) return bound[0];
  const like = [...view.sections.receiver.components.values()].filter((one) => one.type === type);
  return like.length === 1 ? like[0]?.id : undefined;
}

/** The addresses among which a `load_balancing` exporter chooses. */
function balanced(config: ConfigValue): readonly string[] {
  const resolver = at(config, 'resolver');
  const [dns, k8s] = [at(resolver, 'dns'), at(resolver, 'k8s')];
  const port = text(at(dns, 'port'));
  return [
    ...list(at(resolver, 'static', 'hostnames')).map(text),
    ...(dns === undefined ? [] : [[text(at(dns, 'hostname')), port].filter(Boolean).join(':')]),
    ...(k8s === undefined
      ? []
      : (list(at(k8s, 'ports')).length > 0 ? list(at(k8s, 'ports')) : [4317]).map(
          (one) => `${text(at(k8s, 'service'))}:${text(one)}`,
        )),
  ];
}
