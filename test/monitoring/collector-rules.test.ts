import { MdaiError } from 'cdk8s-mdai';
import { collectorsDashboard } from '../../src/grafana/collectors';
import { collectorRules } from '../../src/monitoring/collector-rules';
import type { MonitorCollectorsOptions } from '../../src/monitoring/options';
import { collector, config } from '../checks/models';
import { agent, gateway, monitored, old } from './subject';

function rulesOf(of: ReturnType<typeof monitored>, options?: MonitorCollectorsOptions) {
  return collectorRules(of, options).flatMap(({ rules }) => rules);
}

function alerts(of: ReturnType<typeof monitored>, options?: MonitorCollectorsOptions) {
  return rulesOf(of, options).filter(({ kind }) => kind === 'alert');
}

function names(of: ReturnType<typeof monitored>, options?: MonitorCollectorsOptions): string[] {
  return alerts(of, options).map(({ name }) => name.replace('Collector', ''));
}

function alert(name: string, options?: MonitorCollectorsOptions) {
  return alerts(monitored(), options).filter((rule) => rule.name === name);
}

test('a collector has the alerts that it can raise', () => {
  const everywhere = ['Absent', 'PodUnreachable', 'Restarting', 'QueueFull', 'QueueFilling', 'ExportStalled'];
  const sending = [...everywhere, 'ExportBroken', 'ExportFailing'];
  const memory = ['MemoryLimiting', 'MemoryHigh', 'MemoryGrowing'];
  const refusing = ['ReceiverRefusing', 'ReceiverRefusingLogs'];
  const tiers = ['BackendsEmpty', 'BackendsFailing', 'TracesDroppedEarly'];
  expect(names(monitored(gateway))).toEqual([...sending, ...refusing, ...memory, ...tiers]);
  expect(names(monitored(old))).toEqual([...sending, ...refusing, ...memory, 'LosingData']);
  expect(names(monitored(agent))).toEqual([
    ...sending,
    'ReceiverRefusing',
    ...memory,
    'LosingData',
    'ScrapeErrors',
    'ScrapeEmpty',
  ]);
  expect(collectorRules([])).toEqual([]);
});

test('one alert stands for all collectors, by the names that each has for its metrics', () => {
  expect(alert('CollectorQueueFilling')).toEqual([
    {
      kind: 'alert',
      name: 'CollectorQueueFilling',
      expr: expect.stringMatching(
        /otelcol_exporter_queue_size\{job=~"monitoring\/gateway-collector\|monitoring\/old-collector\|monitoring\/agent-collector"\} \/ .* > 0\.8$/,
      ),
      for: '5m',
      labels: { severity: 'warning' },
      annotations: { summary: expect.any(String), description: expect.any(String) },
    },
  ]);
  expect(alert('CollectorMemoryHigh')[0]?.expr).toBe(
    'max by (namespace, job, pod) ((otelcol_process_memory_rss{job=~"monitoring/gateway-collector|monitoring/old-collector"} or otelcol_process_memory_rss_bytes{job="monitoring/agent-collector"}) / 536870912) > 0.9',
  );
  // Each release has its own name for what the memory limiter refuses.
  expect(alert('CollectorMemoryLimiting')[0]?.expr).toMatch(
    /otelcol_processor_refused_log_records\{job="monitoring\/old-/,
  );
});

test('rates are recorded by receiver, by exporter and in all', () => {
  const recorded = rulesOf(monitored(gateway)).filter(({ kind }) => kind === 'record');
  expect(recorded.map(({ name, labels }) => [name, labels.signal ?? ''].join(' ').trim())).toEqual([
    'receiver:otelcol_accepted_items:rate5m traces',
    'receiver:otelcol_accepted_items:rate5m logs',
    'receiver:otelcol_refused_items:rate5m traces',
    'receiver:otelcol_refused_items:rate5m logs',
    'exporter:otelcol_sent_items:rate5m traces',
    'exporter:otelcol_sent_items:rate5m metrics',
    'exporter:otelcol_sent_items:rate5m logs',
    'exporter:otelcol_send_failed_items:rate5m traces',
    'exporter:otelcol_send_failed_items:rate5m metrics',
    'exporter:otelcol_send_failed_items:rate5m logs',
    'exporter:otelcol_enqueue_failed_items:rate5m logs',
    'collector:otelcol_accepted_items:rate5m',
    'collector:otelcol_sent_items:rate5m',
  ]);
  const [first] = rulesOf(monitored(gateway), { window: '10m' });
  expect(first).toMatchObject({
    name: 'receiver:otelcol_accepted_items:rate10m',
    expr: 'sum by (namespace, job, receiver) (rate(otelcol_receiver_accepted_spans{job="monitoring/gateway-collector"}[10m]))',
  });
});

test('alerts are turned off and changed, for all collectors and for some', () => {
  const options: MonitorCollectorsOptions = {
    alerts: { memoryHigh: false, queueFilling: { threshold: 0.6, for: '10m', labels: { team: 'platform' } } },
    except: [
      { collectors: [agent], alerts: false },
      { collectors: [old, 'unknown'], alerts: { queueFilling: { threshold: 0.9, annotations: { summary: 'Full.' } } } },
    ],
    labels: { cluster: 'eu' },
    runbookUrl: 'https://runbooks.example/#',
  };
  expect(names(monitored(), options)).not.toContain('MemoryHigh');
  expect(names(monitored(agent), options)).toEqual([]);
  const [some, others, ...rest] = alert('CollectorQueueFilling', options);
  expect(rest).toEqual([]);
  expect(some).toMatchObject({
    expr: expect.stringMatching(/"monitoring\/gateway-collector".* > 0\.6$/),
    for: '10m',
    labels: { cluster: 'eu', team: 'platform', severity: 'warning' },
    annotations: { runbook_url: 'https://runbooks.example/#CollectorQueueFilling' },
  });
  expect(others).toMatchObject({
    expr: expect.stringMatching(/"monitoring\/old-collector".* > 0\.9$/),
    annotations: { summary: 'Full.' },
  });
});

test('a threshold alone makes no second rule', () => {
  const except = [{ collectors: [old], alerts: { queueFilling: { threshold: 0.5 } } }];
  const [only, ...others] = alert('CollectorQueueFilling', { except });
  expect(others).toEqual([]);
  expect(only?.expr).toMatch(/ > 0\.8 or max by .* > 0\.5$/);
});

test('rules with one name and the same labels are told apart', () => {
  const except = [{ collectors: [old, agent], alerts: { queueFilling: { for: '7m' } } }];
  expect(alert('CollectorQueueFilling', { except }).map(({ for: wait, labels }) => [wait, labels])).toEqual([
    ['5m', { severity: 'warning' }],
    ['7m', { severity: 'warning', collectors: 'old,agent' }],
  ]);
});

test('recording rules stay where alerts are off', () => {
  expect(rulesOf(monitored(), { alerts: false }).map(({ kind }) => kind)).not.toContain('alert');
  expect(collectorRules(monitored(), { interval: '1m' })[0]).toMatchObject({ name: 'collectors', interval: '1m' });
});

test('of what a release does not count there is no rule', () => {
  const name = 'profiler';
  const profiles = { receivers: ['otlp'], processors: ['memory_limiter'], exporters: ['otlp_grpc'] };
  const parts = { processors: { memory_limiter: {} }, exporters: { otlp_grpc: {} } };
  for (const release of ['0.159.0', '0.131.0'] as const) {
    const model = collector({ name, release, config: { ...config(), ...parts, service: { pipelines: { profiles } } } });
    const of = [{ collector: model, job: 'telemetry/profiler-collector', scheme: 'utf8' as const }];
    expect(names(of)).not.toContain('MemoryLimiting');
    expect(collectorsDashboard(of).rows.length).toBeGreaterThan(3);
  }
});

test.each(['0s', 'soon'])('%s is no window', (window) => {
  expect(() => collectorRules(monitored(), { window })).toThrow(MdaiError);
});
