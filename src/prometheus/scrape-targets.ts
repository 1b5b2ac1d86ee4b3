import type { CollectorModel } from '../model/collector';
import { parseComponentId } from '../model/component-id';
import { at, isConfigMap } from '../model/config';
import type { ScrapeEndpoint, ScrapeModel } from '../model/prometheus';

interface Named {
  readonly name: string;
  readonly namespace?: string | undefined;
}

// Labels and ports of the pods that operators make: facts of the OpenTelemetry operator 0.153 and the MDAI operator 0.2.12.

/** A collector's own metrics, and those that its Prometheus exporters serve. */
export function collectorScrape(collector: CollectorModel): ScrapeModel {
  return {
    name: `${collector.name}-collector`,
    namespace: collector.namespace,
    podLabels: {
      'app.kubernetes.io/managed-by': 'opentelemetry-operator',
      'app.kubernetes.io/component': 'opentelemetry-collector',
      'app.kubernetes.io/instance': instanceLabel(collector.namespace ?? 'default', collector.name),
    },
    endpoints: [...telemetryEndpoints(collector), ...exporterEndpoints(collector)],
  };
}

const maxLabel = 63;

/** `namespace.name` as the OpenTelemetry operator fits it into a label: it cuts the namespace from its end, then the name. */
function instanceLabel(namespace: string, name: string): string {
  const excess = Math.max(0, namespace.length + 1 + name.length - maxLabel);
  const cut = Math.min(excess, namespace.length);
  const fitted = `${namespace.slice(0, namespace.length - cut)}.${name.slice(0, name.length - (excess - cut))}`;
  return fitted.replace(/^[^A-Za-z0-9]+|[^A-Za-z0-9]+$/g, '');
}

export function observerScrape({ name, namespace }: Named): ScrapeModel {
  return {
    name: `${name}-mdai-observer`,
    namespace,
    podLabels: { app: `${name}-mdai-observer` },
    endpoints: [
      { port: 8888, honorLabels: false },
      { port: 8899, honorLabels: true },
    ],
  };
}

export function hubMonitorScrape({ name, namespace }: Named): ScrapeModel {
  return {
    name: `${name}-mdai-collector`,
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
    return port === undefined ? [] : [{ port: Number(port), honorLabels: true }];
  });
}
