import { join } from 'node:path';
import type { TelemetryLevel } from '../../../src/metrics/telemetry';
import type { CollectorModel } from '../../../src/model/collector';
import type { ConfigMap } from '../../../src/model/config';
import type { Release } from '../../../src/model/release';
import type { ScrapeEndpoint } from '../../../src/model/scrape';
import { configForRelease } from '../../../src/render/release';
import { tool } from '../../../tools/locate';
import { freePorts } from '../kubernetes/ports';
import { Running, ready, scratch, yamlFile } from '../process';
import { provoke } from './provoke';
import { exporterSettings, flags, type ScenePorts, scene } from './scene';

export interface SceneOptions {
  /** What the readers of its own metrics are told. @default everything that one can say */
  readonly readers?: readonly ConfigMap[];
  /** @default none */
  readonly featureGates?: readonly string[];
}

/** A scene that runs, in which everything has happened. */
export class RunningScene {
  private constructor(
    readonly collector: CollectorModel,
    /** Its own metrics, then those of its exporters. */
    readonly endpoints: readonly ScrapeEndpoint[],
    private readonly program: Running,
  ) {}

  static async start(release: Release, level: TelemetryLevel, options: SceneOptions): Promise<RunningScene> {
    const { readers = flags, featureGates = [] } = options;
    const ports = await portsFor(readers, exporterSettings[release].length);
    const collector = scene(release, level, ports, featureGates);
    const file = yamlFile(scratch(), 'collector.yaml', configForRelease(collector.config, release));
    const gates = featureGates.length > 0 ? [`--feature-gates=${featureGates.join(',')}`] : [];
    const program = new Running(tool(`otelcol-${release}`), [`--config=${file}`, ...gates]);
    try {
      await ready(program);
      await provoke(ports);
    } catch (error) {
      await program.stop();
      throw error;
    }
    const own = ports.own.map(({ port }): ScrapeEndpoint => ({ port, honorLabels: false }));
    const made = ports.exporters.map((port, i) => ({ port, exporter: `prometheus/${i}`, honorLabels: true }));
    return new RunningScene(collector, [...own, ...made], program);
  }

  async stop(): Promise<void> {
    await this.program.stop();
  }
}

async function portsFor(readers: readonly ConfigMap[], exporters: number): Promise<ScenePorts> {
  const free = await freePorts(6 + readers.length + exporters);
  const next = () => free.shift()!;
  return {
    http: next(),
    refusing: next(),
    closed: next(),
    fluent: next(),
    lines: next(),
    statsd: next(),
    file: join(scratch(), 'lines.log'),
    own: readers.map((told) => ({ port: next(), told })),
    exporters: free,
  };
}
