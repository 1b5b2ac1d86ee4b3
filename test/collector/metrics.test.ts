import { App, Chart } from 'cdk8s';
import { Collector, type CollectorProps, exporters, promql } from '../../src/index';
import { expression } from '../../src/prometheus/promql';

const metricsOf = (props: CollectorProps) => new Collector(new Chart(new App(), 'telemetry'), 'gateway', props).metrics;
const vendor = exporters.otlp_grpc('vendor', { endpoint: 'in.vendor.example:4317' });

test('a collector names its own metrics, by default without suffixes in each release', () => {
  const named = (['0.159.0', '0.131.0'] as const).map((release) => {
    const metrics = metricsOf({ release });
    return [
      metrics.exporterSent('logs'),
      metrics.exporterSendFailed('traces'),
      metrics.exporterEnqueueFailed('metrics'),
      metrics.exporterQueueSize,
      metrics.exporterQueueCapacity,
      metrics.receiverAccepted('traces'),
      metrics.receiverRefused('logs'),
      metrics.scraperScraped('metrics'),
      metrics.scraperErrored('logs'),
      metrics.processorIncoming,
      metrics.processorOutgoing,
      metrics.memoryLimiterAccepted('traces'),
      metrics.memoryLimiterRefused('metrics'),
      metrics.memoryRss,
      metrics.heapAlloc,
      metrics.cpuSeconds,
      metrics.uptime,
    ].map(({ metricName }) => metricName.replace('otelcol_', ''));
  });
  expect(named[0]).toEqual([
    'exporter_sent_log_records',
    'exporter_send_failed_spans',
    'exporter_enqueue_failed_metric_points',
    'exporter_queue_size',
    'exporter_queue_capacity',
    'receiver_accepted_spans',
    'receiver_refused_log_records',
    'scraper_scraped_metric_points',
    'scraper_errored_log_records',
    'processor_incoming_items',
    'processor_outgoing_items',
    'processor_memory_limiter_accepted_spans',
    'processor_memory_limiter_refused_metric_points',
    'process_memory_rss',
    'process_runtime_heap_alloc_bytes',
    'process_cpu_seconds',
    'process_uptime',
  ]);
  expect(named[1]).toEqual(named[0]!.map((name) => name.replace('memory_limiter_', '')));
});

test('its readers give suffixes, and its release the ids of components', () => {
  const readers = [{ pull: { exporter: { prometheus: { host: '0.0.0.0', port: 8888, without_units: false } } } }];
  const old = metricsOf({ release: '0.131.0', telemetry: { metrics: { readers } } });
  expect(expression(promql`${old.exporterSent('logs').where({ exporter: vendor })}`)).toBe(
    '{__name__=~"otelcol_exporter_sent_log_records_.records._total", exporter="otlp/vendor"}',
  );
  const newest = metricsOf({ telemetry: { metrics: { readers } } });
  expect(expression(promql`${newest.exporterSent('logs').where({ exporter: vendor })}`)).toBe(
    'otelcol_exporter_sent_log_records_total{exporter="otlp_grpc/vendor"}',
  );
});

test('any metric of the table by its name, and none that the release lacks', () => {
  expect(metricsOf({}).receiverFailed('logs').metricName).toBe('otelcol_receiver_failed_log_records');
  expect(() => metricsOf({ release: '0.131.0' }).receiverFailed('logs')).toThrow(
    'a collector of 0.131.0 has no metric',
  );
  expect(metricsOf({}).named('otelcol_processor_batch_batch_send_size_bucket').metricName).toBe(
    'otelcol_processor_batch_batch_send_size_bucket',
  );
});
