import type { ConfigMap } from './config';

/** Within a container the limit is known, so percentages fit every size; the rest is room for the process itself. */
export const memoryLimiterConfig = {
  check_interval: '1s',
  limit_percentage: 80,
  spike_limit_percentage: 25,
} as const;

const healthCheckPort = 13133;

export const healthCheckConfig = {
  endpoint: `0.0.0.0:${healthCheckPort}`,
  // The default, said aloud: the operator would add it.
  path: '/',
} as const;

const telemetryPort = 8888;

/** The names of metrics stay as the collector has them: no unit, no `_total`, in every release. */
export const telemetryReaders: ConfigMap = {
  level: 'normal',
  readers: [
    {
      pull: {
        exporter: {
          prometheus: {
            host: '0.0.0.0',
            port: telemetryPort,
            without_scope_info: true,
            without_type_suffix: true,
            without_units: true,
          },
        },
      },
    },
  ],
};
