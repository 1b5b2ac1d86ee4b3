import type { CollectorModel } from '../../model/collector';
import { headlessName, objectName } from '../../model/collector-names';
import { at } from '../../model/config';
import type { Found } from '../found';
import type { Reading } from '../reading';
import { maps, number, text } from '../values';
import { isSelected, nearest, podsIn, serviceSelector } from './pods';

/** A Service that leads to a collector. */
export interface CollectorService {
  readonly collector: CollectorModel;
  /** The file that says it. */
  readonly file: string;
  /** The port of the container behind a port; nothing where the Service has no such port. */
  behind(port: number): number | undefined;
}

/** The Services that lead to collectors. */
export class CollectorServices {
  private readonly byName = new Map<string, CollectorService[]>();

  constructor(services: readonly (readonly [name: string, service: CollectorService])[]) {
    for (const [name, service] of services) this.byName.set(name, [...(this.byName.get(name) ?? []), service]);
  }

  get size(): number {
    return this.byName.size;
  }

  /**
   * The Service of a name, as one file means it: where several files have one, that of its own.
   *
   * @param name `namespace/name`
   */
  find(name: string, file: string): CollectorService | undefined {
    const all = this.byName.get(name) ?? [];
    return all.find((service) => service.file === file) ?? all[0];
  }
}

/** The Services that lead to collectors: those among what was read, and those that the OpenTelemetry operator makes. */
export function collectorServices(reading: Reading): CollectorServices {
  return new CollectorServices([...written(reading), ...made(reading)]);
}

type Named = readonly [name: string, service: CollectorService];

function made({ lists, origins }: Reading): Named[] {
  return lists.collectors.flatMap((collector): Named[] => {
    const { pod, namespace = '', path } = collector;
    if (pod?.backend !== 'operator' || pod.mode === 'sidecar') return [];
    const file = origins.get(path)?.document.path ?? '';
    const service = { collector, file, behind: (port: number) => givenTarget(collector, port) ?? port };
    return [objectName(collector), headlessName(collector)].map((name) => [`${namespace}/${name}`, service]);
  });
}

function written(reading: Reading): Named[] {
  const pods = podsIn(reading).filter(({ subject }) => subject.kind === 'collector');
  const byPath = new Map(reading.lists.collectors.map((collector) => [collector.path, collector]));
  return reading.objects.flatMap((object): Named[] => {
    const selector = object.kind === 'v1 Service' ? serviceSelector(object) : undefined;
    if (selector === undefined) return [];
    const file = object.document.path;
    const [found] = nearest(
      pods.filter((one) => isSelected(one, selector, [object.namespace])),
      file,
    );
    const collector = byPath.get(found?.subject.path ?? '');
    if (collector === undefined) return [];
    const behind = (port: number) => targetOf(object, port, found?.ports ?? []);
    return [[`${object.namespace ?? ''}/${object.name}`, { collector, file, behind }]];
  });
}

function givenTarget({ pod }: CollectorModel, port: number): number | undefined {
  const target = pod?.options.ports?.find((one) => one.port === port)?.targetPort;
  return typeof target === 'number' ? target : undefined;
}

function targetOf(
  { content }: Found,
  port: number,
  ports: readonly { readonly name?: string; readonly port: number }[],
): number | undefined {
  const spec = at(content, 'spec');
  const said = maps(at(spec, 'ports')).find((one) => number(one.port) === port);
  // Without an address of its own, a Service leads to the pods themselves, at any port.
  if (said === undefined) return at(spec, 'clusterIP') === 'None' ? port : undefined;
  if (at(spec, 'clusterIP') === 'None') return port;
  const { targetPort = port } = said;
  if (typeof targetPort === 'number') return targetPort;
  return ports.find(({ name }) => name === text(targetPort))?.port ?? port;
}
