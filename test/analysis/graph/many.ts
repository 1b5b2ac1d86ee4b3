import type { ConfigMap } from '../../../src/model/config';

/**
 * The manifest of a gateway with as many pipelines for logs as asked for, each behind a row of one routing connector, and
 * with the processors and exporters that teams have.
 */
export function manyPipelines(count: number): ConfigMap {
  const teams = Array.from({ length: count - 2 }, (_, i) => `team-${String(i + 1).padStart(3, '0')}`);
  const processors: Record<string, ConfigMap> = { memory_limiter: { check_interval: '1s', limit_percentage: 80 } };
  const pipelines: Record<string, ConfigMap> = {
    'logs/in': { receivers: ['otlp'], processors: ['memory_limiter'], exporters: ['routing/teams'] },
    'logs/rest': { receivers: ['routing/teams'], exporters: ['otlp_http/archive'] },
  };
  const table = teams.map((team, i) => {
    const steps: string[] = [];
    if (i % 3 === 0) {
      processors[`filter/${team}`] = {
        log_conditions: [`log.severity_number < SEVERITY_NUMBER_${i % 2 ? 'WARN' : 'INFO'}`],
      };
      steps.push(`filter/${team}`);
    }
    if (i % 4 === 0) {
      processors[`transform/${team}`] = { log_statements: [`set(log.attributes["team"], "${team}")`] };
      steps.push(`transform/${team}`);
    }
    const exporters =
      i % 11 === 10 ? ['nop'] : [`otlp_http/vendor-${i % 5}`, ...(i % 7 === 0 ? ['otlp_http/archive'] : [])];
    pipelines[`logs/${team}.${i % 2 ? 'errors' : 'audit'}`] = {
      receivers: ['routing/teams'],
      processors: steps,
      exporters,
    };
    return {
      context: 'log',
      condition: `resource.attributes["team"] == "${team}"${i % 2 ? ' and log.severity_number >= SEVERITY_NUMBER_ERROR' : ''}`,
      pipelines: [`logs/${team}.${i % 2 ? 'errors' : 'audit'}`],
    };
  });
  const vendors = Array.from({ length: 5 }, (_, i) => [
    `otlp_http/vendor-${i}`,
    { endpoint: `https://in-${i}.vendor.example`, headers: { 'api-key': `not-for-your-eyes-${i}` } },
  ]);
  return {
    apiVersion: 'opentelemetry.io/v1beta1',
    kind: 'OpenTelemetryCollector',
    metadata: { name: 'many', namespace: 'telemetry' },
    spec: {
      mode: 'deployment',
      config: {
        receivers: { otlp: { protocols: { grpc: { endpoint: '0.0.0.0:4317' }, http: { endpoint: '0.0.0.0:4318' } } } },
        processors,
        connectors: { 'routing/teams': { default_pipelines: ['logs/rest'], table } },
        exporters: {
          ...Object.fromEntries(vendors),
          'otlp_http/archive': { endpoint: 'https://archive.internal.example' },
          nop: {},
        },
        service: { pipelines },
      },
    },
  };
}
