import type { Telemetry } from '../collector/telemetry';
import type { HubMonitor } from '../hub/hub-monitor';

/** A collector's own telemetry with its logs sent to the hub monitor, unless the collector says otherwise. */
export function hubMonitorTelemetry(monitor: HubMonitor, said: Telemetry = {}): Telemetry {
  return {
    ...said,
    // The hub monitor sorts logs by this attribute.
    resource: { 'mdai-logstream': 'collector', ...said.resource },
    logs: {
      processors: [{ batch: { exporter: { otlp: { protocol: 'http/protobuf', endpoint: monitor.logsEndpoint } } } }],
      ...said.logs,
    },
  };
}
