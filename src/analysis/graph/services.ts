import type { CollectorModel } from '../../model/collector';
import { headlessName, objectName } from '../../model/collector-names';
import type { Model } from '../../model/model';
import type { Target } from '../../needs/target';
import { sockets } from '../../view/sockets';
import { viewOf } from '../../view/view';

/** Whom an address inside of the cluster leads to. */
export interface Served {
  /** The id of the node. */
  readonly to: string;
}

/** A Service, and who is behind it. */
interface Service {
  readonly name: string;
  readonly namespace?: string | undefined;
  served(port: number | undefined): Served;
}

/** What is behind the Services of a model. */
export class Services {
  private readonly all: readonly Service[];

  constructor(model: Model) {
    const plain = (name: string, { path, namespace }: { readonly path: string; readonly namespace?: string }) => ({
      name,
      namespace,
      served: () => ({ to: path }),
    });
    this.all = [
      ...model.collectors.flatMap(servicesOf),
      ...model.observers.map((one) => plain(`${one.name}-mdai-observer-service`, one)),
      ...model.hubMonitors.map((one) => plain(`${one.name}-mdai-collector-service`, one)),
      ...model.dals.map((one) => plain(one.name, one)),
    ];
  }

  /**
   * Who is behind an address.
   *
   * @param namespace that of the pod that asks
   */
  behind({ host, port }: Target, namespace: string | undefined): Served | undefined {
    const [name, where = namespace, ...rest] = (host ?? '').replace(/\.$/, '').split('.');
    if (rest.length > 0 && rest[0] !== 'svc') return undefined;
    // A namespace that is not written is the one that the manifests are applied to.
    const found = this.all.filter(
      (one) => one.name === name && (one.namespace ?? where ?? '') === (where ?? one.namespace ?? ''),
    );
    return found.length === 1 ? found[0]?.served(port) : undefined;
  }
}

function servicesOf(collector: CollectorModel): readonly Service[] {
  if (collector.name === '') return [];
  const served = (port: number | undefined) => ({ to: receiverAt(collector, port) ?? collector.path });
  return [objectName(collector), headlessName(collector), collector.name].map((name) => ({
    name,
    namespace: collector.namespace,
    served,
  }));
}

/** The receiver of a collector that listens on a port. */
export function receiverAt(collector: CollectorModel, port: number | undefined): string | undefined {
  const listening = [...sockets(viewOf(collector))].flatMap(({ port: bound, binds }) =>
    binds?.component.kind === 'receiver' ? [{ bound, path: binds.component.path }] : [],
  );
  const known = port === undefined ? listening : listening.filter(({ bound }) => bound === String(port));
  const paths = new Set(known.map(({ path }) => path));
  return paths.size === 1 ? [...paths][0] : undefined;
}
