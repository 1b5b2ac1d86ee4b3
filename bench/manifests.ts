/** A collector's custom resource of about 200 lines, without mistakes. */
export function collectorManifest(index: number): string {
  const attributes = each(12, (i) => [
    `      attributes/a${i}:`,
    '        actions:',
    `          - { key: team, value: t${i}, action: insert }`,
    '          - key: env',
    '            action: delete',
  ]);
  const transforms = each(4, (i) => [
    `      transform/t${i}:`,
    '        log_statements:',
    '          - context: log',
    '            statements:',
    `              - set(log.attributes["x${i}"], "y")`,
    '              - delete_key(log.attributes, "z")',
  ]);
  const exporters = each(8, (i) => [
    `      otlp_grpc/e${i}:`,
    `        endpoint: backend${i}.example.com:4317`,
    '        compression: gzip',
    '        sending_queue:',
    '          queue_size: 1000',
    '        retry_on_failure:',
    '          max_elapsed_time: 10m',
  ]);
  const pipelines = each(4, (i) => [
    `        logs/p${i}:`,
    '          receivers: [otlp]',
    '          processors:',
    '            - memory_limiter',
    ...each(3, (j) => [`            - attributes/a${i * 3 + j}`]),
    `            - transform/t${i}`,
    '          exporters:',
    `            - otlp_grpc/e${i}`,
    `            - otlp_grpc/e${i + 4}`,
  ]);
  return [
    'apiVersion: opentelemetry.io/v1beta1',
    'kind: OpenTelemetryCollector',
    'metadata:',
    `  name: c${index}`,
    `  namespace: ns${index % 20}`,
    'spec:',
    '  mode: deployment',
    '  config:',
    '    receivers:',
    '      otlp:',
    '        protocols:',
    '          grpc:',
    '            endpoint: 0.0.0.0:4317',
    '    processors:',
    '      memory_limiter:',
    '        check_interval: 1s',
    '        limit_percentage: 80',
    ...attributes,
    ...transforms,
    '    exporters:',
    ...exporters,
    '    service:',
    '      pipelines:',
    ...pipelines,
    '',
  ].join('\n');
}

function each(count: number, lines: (index: number) => readonly string[]): string[] {
  return Array.from({ length: count }, (_, i) => lines(i)).flat();
}
