import type { ConfigMap } from '../model/config';
import { type HubKind, hubApiVersion } from '../model/hub-manifest';
import type { Names } from '../source/origin';
import { type Found, identityOf } from './found';
import { hubSpec } from './hub';
import { dalSpec, ingressSpec, monitorSpec, observerSpec } from './mdai';
import { originOf, type Reader, type ReadLists } from './reading';
import { replaySpec } from './replay';
import { map } from './values';

interface HubReader {
  readonly add: (lists: ReadLists, object: ReturnType<typeof identityOf>, spec: ConfigMap) => void;
  /** What the model calls otherwise than the manifest. */
  readonly names?: Names;
}

/** How each kind of the MDAI operator becomes a part of the model. */
const kinds: Readonly<Record<HubKind, HubReader>> = {
  MdaiHub: {
    add: ({ hubs }, object, spec) => hubs.push({ ...object, ...hubSpec(spec) }),
    names: { alerts: [['spec', 'prometheusAlerts']], automations: [['spec', 'rules']] },
  },
  MdaiObserver: {
    add: ({ observers }, object, spec) => observers.push({ ...object, ...observerSpec(spec) }),
    names: { filter: [['filter', 'logs', 'log_record']] },
  },
  MdaiCollector: { add: ({ hubMonitors }, object, spec) => hubMonitors.push({ ...object, ...monitorSpec(spec) }) },
  MdaiReplay: { add: ({ replays }, object, spec) => replays.push({ ...object, ...replaySpec(spec) }) },
  MdaiIngress: {
    add: ({ ingresses }, object, spec) => ingresses.push({ ...object, ...ingressSpec(spec) }),
    names: { hosts: [['spec', 'collectorEndpoints']] },
  },
  MdaiDal: { add: ({ dals }, object, spec) => dals.push({ ...object, ...dalSpec(spec) }) },
};

/** The readers of the MDAI operator's kinds, by version of the API and kind. */
export const hubReaders: Readonly<Record<string, Reader>> = Object.fromEntries(
  (Object.keys(kinds) as HubKind[]).map((kind) => [`${hubApiVersion} ${kind}`, readerOf(kind)]),
);

function readerOf(kind: HubKind): Reader {
  const { add, names } = kinds[kind];
  return (object: Found, { lists, origins }) => {
    const { path, content } = object;
    lists.manifests.push({ path, kind, content });
    add(lists, identityOf(object), map(content.spec));
    const observed = kind === 'MdaiObserver' ? [['spec', 'observers']] : [];
    origins.set(path, originOf(object, [...observed, ['spec']], names));
  };
}
