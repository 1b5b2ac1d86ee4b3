/** Series by name and labels, with values as promtool writes them, one for each half minute. */
export type SeriesValues = Readonly<Record<string, string>>;

/** What is different from what is well, and the alerts that it makes fire. */
export interface RuleCase {
  readonly what: string;
  /** `null` takes series away: all whose text begins so. */
  readonly series: Readonly<Record<string, string | null>>;
  /** A Prometheus duration after the beginning. */
  readonly at: string;
  /** The job's last part, and the alert. */
  readonly fires: readonly string[];
}

const steps = 240;
const still = (value: number): string => `${value}x${steps}`;
const rising = (by: number): string => `0+${by}x${steps}`;

const target = (name: string) =>
  `job="monitoring/${name}-collector", namespace="telemetry", pod="${name}-0", instance="${name}:8888"`;
const gateway = target('gateway');
const old = target('old');
const agent = target('agent');
const vendor = 'exporter="otlp_http/vendor"';
const older = 'exporter="otlphttp/vendor"';
const scraper = 'receiver="host_metrics", scraper="load"';

/** Three collectors that are well, as real ones name their series: see subject.ts. */
export const well: SeriesValues = {
  [`up{${gateway}}`]: still(1),
  [`up{${old}}`]: still(1),
  [`up{${agent}}`]: still(1),
  [`otelcol_process_uptime{${gateway}}`]: rising(30),
  [`otelcol_process_uptime{${old}}`]: rising(30),
  [`otelcol_process_uptime_seconds_total{${agent}}`]: rising(30),
  [`otelcol_process_memory_rss{${gateway}}`]: still(200e6),
  [`otelcol_process_memory_rss{${old}}`]: still(200e6),
  [`otelcol_process_memory_rss_bytes{${agent}}`]: still(200e6),
  [`otelcol_process_runtime_heap_alloc_bytes{${gateway}}`]: still(100e6),
  [`otelcol_receiver_accepted_log_records{${gateway}, receiver="otlp"}`]: rising(300),
  [`otelcol_receiver_refused_log_records{${gateway}, receiver="otlp"}`]: still(0),
  [`otelcol_receiver_accepted_spans{${gateway}, receiver="otlp"}`]: rising(300),
  [`otelcol_receiver_refused_spans{${gateway}, receiver="otlp"}`]: still(0),
  // It drops what it does not sample, and a connector takes a copy: neither is a loss.
  [`otelcol_exporter_sent_log_records{${gateway}, ${vendor}}`]: rising(200),
  [`otelcol_exporter_sent_spans{${gateway}, exporter="load_balancing"}`]: rising(30),
  [`otelcol_exporter_queue_size{${gateway}, ${vendor}, data_type="logs"}`]: '0 5 0 9x237',
  [`otelcol_exporter_queue_capacity{${gateway}, ${vendor}, data_type="logs"}`]: still(1000),
  [`otelcol_loadbalancer_num_backends{${gateway}, resolver="static"}`]: still(2),
  [`otelcol_loadbalancer_backend_outcome{${gateway}, success="true"}`]: rising(1),
  [`otelcol_processor_tail_sampling_sampling_trace_dropped_too_early{${gateway}}`]: still(0),
  [`otelcol_receiver_accepted_log_records{${old}, receiver="otlp"}`]: rising(300),
  [`otelcol_receiver_accepted_metric_points{${old}, receiver="otlp"}`]: rising(300),
  [`otelcol_exporter_sent_log_records{${old}, ${older}}`]: rising(300),
  [`otelcol_exporter_sent_log_records{${old}, exporter="debug"}`]: rising(300),
  [`otelcol_exporter_sent_metric_points{${old}, ${older}}`]: rising(300),
  [`otelcol_exporter_send_failed_log_records{${old}, ${older}}`]: still(0),
  [`otelcol_exporter_queue_size{${old}, ${older}, data_type="logs"}`]: still(0),
  [`otelcol_exporter_queue_capacity{${old}, ${older}, data_type="logs"}`]: still(1000),
  [`otelcol_receiver_accepted_metric_points_total{${agent}, receiver="host_metrics"}`]: rising(30),
  [`otelcol_exporter_sent_metric_points_total{${agent}, ${vendor}}`]: rising(30),
  [`otelcol_exporter_queue_size{${agent}, ${vendor}, data_type="metrics"}`]: still(0),
  [`otelcol_exporter_queue_capacity{${agent}, ${vendor}, data_type="metrics"}`]: still(1000),
  [`otelcol_scraper_scraped_metric_points_total{${agent}, ${scraper}}`]: rising(30),
  [`otelcol_scraper_errored_metric_points_total{${agent}, ${scraper}}`]: still(0),
};

const full = `otelcol_exporter_enqueue_failed_log_records{${gateway}, ${vendor}}`;
const given = `otelcol_exporter_send_failed_log_records{${gateway}, ${vendor}}`;
const limited = `otelcol_processor_refused_log_records{${old}, processor="memory_limiter"}`;
const unreachable = `otelcol_loadbalancer_backend_outcome{${gateway}, success="false"}`;

/** Each alert, and what comes close to it. */
export const ruleCases: readonly RuleCase[] = [
  { what: 'all is well', series: {}, at: '110m', fires: [] },
  {
    what: 'one collector says nothing, and is not to be found',
    series: { [`up{${gateway}}`]: null, otelcol_process_uptime: null, [`otelcol_process_uptime{${old}}`]: rising(30) },
    at: '20m',
    fires: ['agent CollectorAbsent', 'gateway CollectorAbsent'],
  },
  {
    what: 'a pod cannot be read',
    series: { [`up{${old}}`]: still(0) },
    at: '20m',
    fires: ['old CollectorPodUnreachable'],
  },
  { what: 'a pod cannot be read for a moment', series: { [`up{${old}}`]: '1x100 0x10 1x120' }, at: '55m', fires: [] },
  {
    what: 'a container starts again and again',
    series: { [`otelcol_process_uptime{${gateway}}`]: '0+30x200 0+30x4 0+30x4 0+30x4 0+30x20' },
    at: '109m',
    fires: ['gateway CollectorRestarting'],
  },
  {
    what: 'a container started again once',
    series: { [`otelcol_process_uptime{${gateway}}`]: '0+30x200 0+30x40' },
    at: '105m',
    fires: [],
  },
  {
    what: 'a counter of losses begins with what was lost',
    series: { [full]: '_x100 50x140' },
    at: '53m',
    fires: ['gateway CollectorQueueFull'],
  },
  { what: 'nothing was lost for a while', series: { [full]: '_x100 50x140' }, at: '58m', fires: [] },
  { what: 'what was lost before the Prometheus came', series: { [full]: still(50) }, at: '10m', fires: [] },
  {
    what: 'a target with old losses comes back',
    series: { [full]: '50x80 _x20 50x140', [`up{${gateway}}`]: '1x80 0x20 1x140' },
    at: '53m',
    fires: [],
  },
  {
    what: 'a queue is nearly full',
    series: { [`otelcol_exporter_queue_size{${agent}, ${vendor}, data_type="metrics"}`]: still(900) },
    at: '20m',
    fires: ['agent CollectorQueueFilling'],
  },
  {
    what: 'items wait, and none leaves',
    series: {
      [`otelcol_exporter_queue_size{${gateway}, ${vendor}, data_type="logs"}`]: still(5),
      [`otelcol_exporter_sent_log_records{${gateway}, ${vendor}}`]: '0+200x60 12000x180',
    },
    at: '60m',
    fires: ['gateway CollectorExportStalled'],
  },
  {
    what: 'a tenth is given up',
    series: { [given]: rising(20) },
    at: '20m',
    fires: ['gateway CollectorExportFailing'],
  },
  { what: 'one in a hundred is given up', series: { [given]: rising(2) }, at: '20m', fires: [] },
  {
    what: 'everything is given up, and nothing was ever sent',
    series: {
      [given]: rising(20),
      [`otelcol_exporter_sent_log_records{${gateway}`]: null,
      [`otelcol_exporter_queue_size{${gateway}, ${vendor}, data_type="logs"}`]: still(0),
    },
    at: '20m',
    fires: ['gateway CollectorExportBroken', 'gateway CollectorExportFailing'],
  },
  {
    what: 'spans are refused',
    series: { [`otelcol_receiver_refused_spans{${gateway}, receiver="otlp"}`]: rising(3) },
    at: '20m',
    fires: ['gateway CollectorReceiverRefusing'],
  },
  {
    what: 'log records are refused',
    series: { [`otelcol_receiver_refused_log_records{${gateway}, receiver="otlp"}`]: rising(3) },
    at: '20m',
    fires: ['gateway CollectorReceiverRefusingLogs'],
  },
  {
    what: 'an older memory limiter refuses',
    series: { [limited]: '_x100 7+1x140' },
    at: '53m',
    fires: ['old CollectorMemoryLimiting'],
  },
  {
    what: 'a pod nears its limit',
    series: { [`otelcol_process_memory_rss_bytes{${agent}}`]: still(0.95 * 512 * 1024 ** 2) },
    at: '20m',
    fires: ['agent CollectorMemoryHigh'],
  },
  {
    what: 'a heap grows',
    series: {
      [`otelcol_process_memory_rss{${gateway}}`]: still(400e6),
      [`otelcol_process_runtime_heap_alloc_bytes{${gateway}}`]: `100000000+2000000x${steps}`,
    },
    at: '90m',
    fires: ['gateway CollectorMemoryGrowing'],
  },
  {
    what: 'a heap goes up and down',
    series: {
      [`otelcol_process_memory_rss{${gateway}}`]: still(400e6),
      [`otelcol_process_runtime_heap_alloc_bytes{${gateway}}`]: Array.from(
        { length: 24 },
        () => '100000000+20000000x9',
      ).join(' '),
    },
    at: '90m',
    fires: [],
  },
  {
    what: 'one of two destinations gets less than came in',
    series: { [`otelcol_exporter_sent_log_records{${old}, exporter="debug"}`]: rising(250) },
    at: '40m',
    fires: ['old CollectorLosingData'],
  },
  {
    what: 'what is missing waits in a queue that grows',
    series: {
      [`otelcol_exporter_sent_log_records{${old}, ${older}}`]: rising(250),
      [`otelcol_exporter_queue_size{${old}, ${older}, data_type="logs"}`]: rising(1),
    },
    at: '40m',
    fires: [],
  },
  {
    what: 'scrapers miss a half',
    series: { [`otelcol_scraper_errored_metric_points_total{${agent}, ${scraper}}`]: rising(30) },
    at: '30m',
    fires: ['agent CollectorScrapeErrors'],
  },
  {
    what: 'a scraper never brought anything',
    series: { [`otelcol_scraper_scraped_metric_points_total{${agent}, ${scraper}}`]: still(0) },
    at: '30m',
    fires: ['agent CollectorScrapeEmpty'],
  },
  {
    what: 'a scraper brings nothing any more',
    series: { [`otelcol_scraper_scraped_metric_points_total{${agent}, ${scraper}}`]: '0+30x40 1200x200' },
    at: '110m',
    fires: ['agent CollectorScrapeEmpty'],
  },
  {
    what: 'a load balancer finds nobody',
    series: { [`otelcol_loadbalancer_num_backends{${gateway}, resolver="static"}`]: still(0) },
    at: '20m',
    fires: ['gateway CollectorBackendsEmpty'],
  },
  {
    what: 'a backend cannot be reached',
    series: { [unreachable]: '_x100 1+1x140' },
    at: '54m',
    fires: ['gateway CollectorBackendsFailing'],
  },
  {
    what: 'traces are forgotten',
    series: { [`otelcol_processor_tail_sampling_sampling_trace_dropped_too_early{${gateway}}`]: rising(5) },
    at: '20m',
    fires: ['gateway CollectorTracesDroppedEarly'],
  },
];
