import type { CollectorModel } from '../model/collector';
import { identityOf, objectName, selectorLabels } from '../model/collector-names';
import { parseComponentId } from '../model/component-id';
import { at, isConfigMap } from '../model/config';
import type { ScrapeEndpoint, ScrapeModel } from '../model/prometheus';

interface Named {
  readonly path: string;
  readonly name: string;
  readonly namespace?: string | undefined;
}

// Labels and ports of the pods that the MDAI operator makes: facts of its release 0.2.12.

/** A collector's own metrics, and those that its Prometheus exporters serve. */
export function collectorScrape(collector: CollectorModel): ScrapeModel {
  return {
    name: objectName(collector),
    of: { kind: 'collector', path: collector.path },
    namespace: collector.namespace,
    podLabels: selectorLabels(identityOf(collector)),
    endpoints: [...telemetryEndpoints(collector), ...exporterEndpoints(collector)],
  };
}

export function observerScrape({ path, name, namespace }: Named): ScrapeModel {
  return {
    name: `${name}-mdai-observer`,
    of: { kind: 'observer', path },
    namespace,
    podLabels: { app: `${name}-mdai-observer` },
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
    namespace,
    podLabels: { 'app.kubernetes.io/component': `${name}-mdai-collector` },
    endpoints: [{ port: 8899, honorLabels: true }],
  };
}

function telemetryEndpoints({ config }: CollectorModel): ScrapeEndpoint[] {
  const readers = at(config, 'service', 'telemetry', 'metrics', 'readers');
  if (!Array.isArray(readers)) return [];
  return readers.flatMap((reader) => {
    const port = at(reader, 'pull', 'exporter', 'prometheus', 'port');
    return typeof port === 'number' ? [{ port, honorLabels: false }] : [];
  });
}

function exporterEndpoints({ config }: CollectorModel): ScrapeEndpoint[] {
  const exporters = config.exporters;
  if (!isConfigMap(exporters)) return [];
  return Object.entries(exporters).flatMap(([id, body]) => {
    if (parseComponentId(id)?.type !== 'prometheus') return [];
    const endpoint = at(body, 'endpoint');
    const port = typeof endpoint === 'string' ? /:(\d+)$/.exec(endpoint)?.[1] : undefined;
    return port === undefined ? [] : [{ port: Number(port), exporter: id, honorLabels: true }];
  });
}
