import { scopesIn } from '../../src/metrics/own';
import { knownScopes } from '../../src/metrics/recorded';
import { targetLabels } from '../../src/metrics/target';
import type { TelemetryLevel } from '../../src/metrics/telemetry';
import type { CollectorModel } from '../../src/model/collector';
import { type Release, releases } from '../../src/model/release';
import type { ScrapeEndpoint } from '../../src/model/scrape';
import { viewOf } from '../../src/view/view';
import { accepts, metricsAt, type Served } from './metrics/exposition';
import { RunningScene, type SceneOptions } from './metrics/running';
import { saidOf } from './metrics/said';
import { flags } from './metrics/scene';

interface Port {
  readonly endpoint: ScrapeEndpoint;
  readonly utf8: Served;
  readonly underscores: Served;
}

interface Ran {
  readonly collector: CollectorModel;
  readonly ports: readonly Port[];
}

const gates = [
  'telemetry.newPipelineTelemetry',
  'receiverhelper.newReceiverMetrics',
  'processor.tailsamplingprocessor.metricstatcountspanssampled',
  'processor.tailsamplingprocessor.metricstatcountbytessampled',
];
// Those that the release has.
const gatesOf: Readonly<Record<Release, readonly string[]>> = { '0.159.0': gates, '0.131.0': [gates[0]!, gates[2]!] };

/** Runs a scene, and reads all its ports as Prometheus 3 and 2 do. */
async function ran(release: Release, level: TelemetryLevel, options: SceneOptions = {}): Promise<Ran> {
  const running = await RunningScene.start(release, level, options);
  try {
    const read = running.endpoints.map(async (endpoint) => ({
      endpoint,
      utf8: await metricsAt(endpoint.port as number, accepts.utf8),
      underscores: await metricsAt(endpoint.port as number, accepts.underscores),
    }));
    return { collector: running.collector, ports: await Promise.all(read) };
  } finally {
    await running.stop();
  }
}

/** The labels that Prometheus stores: those of the target win, unless the metric's are honoured. */
function stored(labels: ReadonlySet<string>, { honorLabels }: ScrapeEndpoint): string[] {
  const renamed = [...labels].map((label) =>
    !honorLabels && targetLabels.includes(label) ? `exported_${label}` : label,
  );
  return renamed.filter((label) => !targetLabels.includes(label)).sort();
}

/** What a port serves and we do not say, or not so. */
function* surprises(collector: CollectorModel, { endpoint, ...formats }: Port): Generator<string> {
  for (const [format, version] of [
    ['utf8', '3.15.0'],
    ['underscores', '2.54.1'],
  ] as const) {
    const produced = saidOf(collector, [endpoint], version);
    for (const [name, labels] of formats[format]) {
      const where = `${endpoint.exporter ?? 'own'} for ${version}: ${name}`;
      const metric = produced.metrics.get(name);
      if (metric === undefined) {
        if (!produced.unknown.some(({ names }) => names?.test(name))) yield where;
      } else if (!metric.open) {
        const other = stored(labels, endpoint).filter((label) => !metric.labels.has(label));
        if (other.length > 0) yield `${where} has ${other.join()}`;
      }
    }
  }
}

/** What is of others than this collector: Prometheus' own. */
const ofPrometheus = /^(up$|scrape_|ALERTS)/;

/** What a port was said to serve, and did not, or not with all the labels. */
function* absent(collector: CollectorModel, { endpoint, utf8 }: Port, unprovoked: RegExp): Generator<string> {
  for (const { name, labels, open } of saidOf(collector, [endpoint], '3.15.0').metrics.values()) {
    if (ofPrometheus.test(name) || unprovoked.test(name)) continue;
    const seen = utf8.get(name);
    if (seen === undefined) {
      yield `${endpoint.exporter ?? 'own'}: ${name}`;
      continue;
    }
    const here = stored(seen, endpoint);
    const missing = [...labels].filter((label) => !targetLabels.includes(label) && !here.includes(label));
    if (!open && missing.length > 0) yield `${endpoint.exporter ?? 'own'}: ${name} lacks ${missing.join()}`;
  }
}

/** What nothing in a scene makes happen. */
const unprovoked = new RegExp(
  [
    'profile',
    '_scraper_\\w+_log_records',
    '_servicegraph_dropped_spans',
    '_with_unparseable_tracestate',
    '_prometheusremotewrite_(wal|written)_',
    '_received_statsd_metrics',
    '_tcp_input_refused_connections',
    '_fluent_parse_failures',
    // It has the type of an error where there is one.
    'resourcedetection.detector.results',
  ].join('|'),
);

describe.each(releases)('the collector %s', (release) => {
  test.each(['basic', 'normal', 'detailed'] as const)(
    'serves at the level %s what is said, whatever its readers and exporters are told',
    async (level) => {
      const { collector, ports } = await ran(release, level);
      expect(ports.flatMap((port) => [...surprises(collector, port)])).toEqual([]);
      expect(ports.flatMap((port) => [...absent(collector, port, unprovoked)])).toEqual([]);
      const scopes = scopesIn(viewOf(collector));
      expect(knownScopes(release).filter((scope) => !scopes?.has(scope))).toEqual([]);
    },
  );

  // Without its scope, a metric is served once for each component, and none is served then.
  const scoped = flags.filter((told) => told.without_scope_info === false);

  test('serves with its feature gates what is said', async () => {
    const { collector, ports } = await ran(release, 'normal', { readers: scoped, featureGates: gatesOf[release] });
    expect(ports.flatMap((port) => [...surprises(collector, port)])).toEqual([]);
    expect(ports.flatMap((port) => [...absent(collector, port, unprovoked)])).toEqual([]);
  });
});
