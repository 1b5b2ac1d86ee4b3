import type { CollectorModel } from '../model/collector';
import { certificateName, identityOf, objectName, selectorLabels } from '../model/collector-names';
import { parseComponentId } from '../model/component-id';
import { at, type ConfigValue, isConfigMap } from '../model/config';
import type { ObjectEntry } from '../model/object-entry';
import type { KnownPort, ScrapeEndpoint, ScrapeModel } from '../model/scrape';
import { fileFolder } from '../model/value';

interface Named {
  readonly path: string;
  readonly name: string;
  readonly namespace?: string | undefined;
}

// Labels and ports of the pods that the MDAI operator makes: facts of its release 0.2.12.

/** A collector's own metrics, and those that its Prometheus exporters serve. */
export function collectorScrape(collector: CollectorModel): ScrapeModel {
  const ports = declaredPorts(collector);
  return {
    name: objectName(collector),
    of: { kind: 'collector', path: collector.path },
    find: {
      kind: 'pods',
      namespace: collector.namespace,
      labels: selectorLabels(identityOf(collector)),
      ...(ports && { ports }),
    },
    endpoints: [...telemetryEndpoints(collector), ...exporterEndpoints(collector)],
  };
}

export function observerScrape({ path, name, namespace }: Named): ScrapeModel {
  return {
    name: `${name}-mdai-observer`,
    of: { kind: 'observer', path },
    find: { kind: 'pods', namespace, labels: { app: `${name}-mdai-observer` } },
    endpoints: [
      { port: 8888, honorLabels: false },
      { port: 8899, honorLabels: true },
    ],
  };
}

export function hubMonitorScrape({ path, name, namespace }: Named): ScrapeModel {
  return {
    name: `${name}-mdai-collector`,
    of: { kind: 'hubMonitor', path },
    find: { kind: 'pods', namespace, labels: { 'app.kubernetes.io/component': `${name}-mdai-collector` } },
    endpoints: [{ port: 8899, honorLabels: true }],
  };
}

/** The ports that the container declares; not known where they are the user's own, or the operator's. */
function declaredPorts(collector: CollectorModel): readonly KnownPort[] | undefined {
  const { pod } = collector;
  if (pod === undefined || pod.backend === 'operator') return undefined;
  const { needsOf } = require('../needs/needs-of') as typeof import('../needs/needs-of');
  const derived = pod.derive.ports ? needsOf(collector).ports : [];
  const given = (pod.options.ports ?? []).map(({ name, port, targetPort }) => ({
    name,
    port: typeof targetPort === 'number' ? targetPort : port,
  }));
  return [...derived.map(({ name, port }) => ({ name, port })), ...given];
}

function telemetryEndpoints({ config }: CollectorModel): ScrapeEndpoint[] {
  const readers = at(config, 'service', 'telemetry', 'metrics', 'readers');
  if (!Array.isArray(readers)) return [];
  return readers.flatMap((reader) => {
    const port = at(reader, 'pull', 'exporter', 'prometheus', 'port');
    return typeof port === 'number' ? [{ port, honorLabels: false }] : [];
  });
}

function exporterEndpoints(collector: CollectorModel): ScrapeEndpoint[] {
  const { exporters } = collector.config;
  if (!isConfigMap(exporters)) return [];
  return Object.entries(exporters).flatMap(([id, body]) => {
    if (parseComponentId(id)?.type !== 'prometheus') return [];
    const address = at(body, 'endpoint');
    const port = typeof address === 'string' ? /:(\d+)$/.exec(address)?.[1] : undefined;
    if (port === undefined) return [];
    const endpoint: ScrapeEndpoint = { port: Number(port), exporter: id, honorLabels: true };
    return [at(body, 'tls') == null ? endpoint : { ...endpoint, scheme: 'https', ...trust(collector, body) }];
  });
}

/** Whom to trust where the certificate is one of cert-manager's: its Secret has the authority beside it. */
function trust(collector: CollectorModel, exporter: ConfigValue | undefined): Pick<ScrapeEndpoint, 'client'> {
  const folder = String(at(exporter, 'tls', 'cert_file')).replace(/\/[^/]*$/, '');
  const file = collector.files?.find((one) => one.kind === 'certificate' && fileFolder(one) === folder);
  if (file?.kind !== 'certificate') return {};
  const entry = (key: string): ObjectEntry => ({ kind: 'secret', name: certificateName(collector, file.issuer), key });
  // A server that wants to know its clients takes those with a certificate of the same issuer.
  const own = at(exporter, 'tls', 'client_ca_file') == null ? {} : { cert: entry('tls.crt'), key: entry('tls.key') };
  return { client: { tls: { ca: entry('ca.crt'), ...own, serverName: objectName(collector) } } };
}
