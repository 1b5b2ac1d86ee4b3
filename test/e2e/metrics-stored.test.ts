import { targetLabels } from '../../src/metrics/target';
import { releases } from '../../src/model/release';
import type { ScrapeEndpoint } from '../../src/model/scrape';
import { tool } from '../../tools/locate';
import { freePorts } from './kubernetes/ports';
import { RunningScene } from './metrics/running';
import { saidOf } from './metrics/said';
import { Running, scratch, until, yamlFile } from './process';

/** What a Prometheus of each version asks for when it reads. */
const asking = {
  '3.15.0': {},
  '2.54.1': { metric_name_validation_scheme: 'legacy', metric_name_escaping_scheme: 'underscores' },
} as const;

type Version = keyof typeof asking;
const versions = Object.keys(asking) as Version[];

/** A job for each endpoint and version, with the labels that the Prometheus operator gives to a target. */
function jobs(endpoints: readonly ScrapeEndpoint[]): object[] {
  return versions.flatMap((version) =>
    endpoints.map(({ port, honorLabels }) => ({
      ...asking[version],
      job_name: `${version}/${port}`,
      honor_labels: honorLabels,
      scrape_interval: '1s',
      static_configs: [
        {
          targets: [`127.0.0.1:${port}`],
          labels: { namespace: 'n', pod: 'p', container: 'c', endpoint: 'e', read_by: version, read_at: String(port) },
        },
      ],
    })),
  );
}

async function series(port: number, match: string): Promise<readonly Readonly<Record<string, string>>[]> {
  const response = await fetch(`http://127.0.0.1:${port}/api/v1/series?match[]=${encodeURIComponent(match)}`);
  return ((await response.json()) as { readonly data: readonly Readonly<Record<string, string>>[] }).data;
}

test.each(releases)('a real Prometheus stores of the collector %s what is said', async (release) => {
  const running = await RunningScene.start(release, 'detailed', {});
  const [port] = (await freePorts(1)) as [number];
  const folder = scratch();
  const config = yamlFile(folder, 'prometheus.yaml', { scrape_configs: jobs(running.endpoints) });
  const flags = [
    `--config.file=${config}`,
    `--storage.tsdb.path=${folder}/data`,
    `--web.listen-address=127.0.0.1:${port}`,
  ];
  const prometheus = new Running(tool('prometheus'), flags);
  try {
    const jobsUp = versions.length * running.endpoints.length;
    const up = async () => (await series(port, 'scrape_series_added').catch(() => [])).length === jobsUp;
    await until(up, 'Prometheus to have read everything');
    const wrong: string[] = [];
    let known = 0;
    for (const version of versions) {
      for (const endpoint of running.endpoints) {
        const { metrics, unknown } = saidOf(running.collector, [endpoint], version);
        const all = await series(port, `{read_by="${version}", read_at="${endpoint.port}"}`);
        for (const { __name__: name = '', read_by: _, read_at: __, ...labels } of all) {
          const metric = metrics.get(name);
          if (metric) known++;
          else if (!unknown.some(({ names }) => names?.test(name))) wrong.push(`${version}: ${name}`);
          const others = Object.keys(labels).filter((label) => metric?.open === false && !metric.labels.has(label));
          const missing = targetLabels.filter((label) => !Object.hasOwn(labels, label));
          if (others.length + missing.length > 0) wrong.push(`${version}: ${name} ${others.join()} ${missing.join()}`);
        }
      }
    }
    expect([...new Set(wrong)]).toEqual([]);
    expect(known).toBeGreaterThan(1000);
  } finally {
    await prometheus.stop();
    await running.stop();
  }
});
