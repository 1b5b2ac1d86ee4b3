import { createHash } from 'node:crypto';
import { Chart } from 'cdk8s';
import {
  Collector,
  type CollectorProps,
  connectors,
  exporters,
  log,
  MdaiApp,
  Prometheus,
  policy,
  presets,
  processors,
  receivers,
  resource,
  rule,
} from 'cdk8s-mdai';
import type { CollectorModel } from '../../../src/model/collector';
import type { Model } from '../../../src/model/model';
import type { PrometheusModel } from '../../../src/model/prometheus';
import { type Monitored, monitoredCollectors } from '../../../src/monitoring/monitored';
import { Registry } from '../../../src/registry';
import { configForRelease } from '../../../src/render/release';
import { tool } from '../../../tools/locate';
import { freePorts } from '../kubernetes/ports';
import { Running, ready, scratch, until, yamlFile } from '../process';
import { sendLogs, sendSpans } from '../traffic';
import { Vendor } from '../vendor';
import type { Target } from './server';

/** The addresses of this machine that stand for those of pods. */
interface Ports {
  readonly http: number;
  readonly own: number;
  readonly exporter: number;
  readonly grpc: number;
}

type Name = 'gateway' | 'broken' | 'missing' | 'older';

const none = { healthCheck: false, memoryLimiter: false };

/**
 * Four collectors: `gateway` and `older` are well, `broken` cannot send and has no memory, and `missing` does not run.
 * `gateway` also counts what its routes pass on; `older` is of another release, and names its metrics with suffixes.
 */
export class Scene {
  static async start(): Promise<Scene> {
    const free = await freePorts(16);
    const ports = (i: number): Ports => {
      const [http = 0, own = 0, exporter = 0, grpc = 0] = free.slice(4 * i, 4 * i + 4);
      return { http, own, exporter, grpc };
    };
    const scene = new Scene(await Vendor.start(), {
      gateway: ports(0),
      broken: ports(1),
      missing: ports(2),
      older: ports(3),
    });
    await scene.run('gateway');
    await scene.run('broken');
    await scene.run('older');
    return scene;
  }

  readonly model: Model;
  readonly prometheus: PrometheusModel;
  readonly monitored: Monitored[];
  private readonly running: Running[] = [];
  private readonly folder = scratch();
  private sending = true;
  private sent: Promise<void> = Promise.resolve();

  private constructor(
    private readonly vendor: Vendor,
    private readonly ports: Readonly<Record<Name, Ports>>,
  ) {
    const app = new MdaiApp();
    const chart = new Chart(app, 'telemetry', { namespace: 'telemetry' });
    const prometheus = new Prometheus(chart, 'prometheus');
    for (const one of [this.gateway(chart), this.broken(chart), this.missing(chart), this.older(chart)])
      prometheus.scrape(one);
    this.model = Registry.of(chart).model;
    this.prometheus = this.model.prometheuses[0] as PrometheusModel;
    this.monitored = monitoredCollectors(this.model.collectors, this.prometheus);
  }

  private gateway(chart: Chart): Collector {
    const { http, own, exporter, grpc } = this.ports.gateway;
    const gateway = new Collector(chart, 'gateway', {
      ...telemetryAt(own, { without_scope_info: false }),
      featureGates: ['telemetry.newPipelineTelemetry'],
      defaults: { healthCheck: false },
    });
    const otlp = receivers.otlp({ protocols: { http: { endpoint: `127.0.0.1:${http}` } } });
    const balanced = receivers.otlp('balanced', { protocols: { grpc: { endpoint: `127.0.0.1:${grpc}` } } });
    const vendor = exporters.otlp_http('vendor', { endpoint: this.vendor.url });
    const archive = exporters.otlp_http('archive', { endpoint: this.vendor.url });
    const count = connectors.count('services', { logs: { 'log.records': { attributes: [{ key: 'service' }] } } });
    gateway.route('logs', {
      from: [otlp],
      rules: [
        rule('errors', { when: log.attribute('level').equals('error'), to: [vendor] }),
        rule('noise', { when: log.attribute('level').equals('debug'), drop: true }),
        rule('chatty', { when: log.attribute('service').equals('search'), sample: { ratio: 0.5 }, to: [vendor] }),
        rule('other', { when: resource.attribute('service.name').equals('nobody'), drop: true }),
      ],
      otherwise: { to: [archive, count] },
    });
    gateway.pipeline('metrics', {
      from: [count, receivers.host_metrics({ collection_interval: '1s', scrapers: { load: {} } })],
      processors: presets.runningTotals(),
      to: [exporters.prometheus({ endpoint: `127.0.0.1:${exporter}` })],
    });
    gateway.pipeline('traces', {
      from: [otlp],
      processors: [processors.tail_sampling({ decision_wait: '1s', policies: [policy.probabilistic({ ratio: 0.5 })] })],
      to: [
        exporters.load_balancing({
          protocol: { otlp: plain },
          resolver: { static: { hostnames: [`127.0.0.1:${grpc}`] } },
        }),
      ],
    });
    gateway.pipeline('traces/balanced', { from: [balanced], to: [vendor] });
    return gateway;
  }

  private broken(chart: Chart): Collector {
    const { http, own } = this.ports.broken;
    const broken = new Collector(chart, 'broken', { ...telemetryAt(own), defaults: none });
    const otlp = receivers.otlp({ protocols: { http: { endpoint: `127.0.0.1:${http}` } } });
    const nowhere = 'http://127.0.0.1:1';
    const retrying = exporters.otlp_http('retrying', { endpoint: nowhere, sending_queue: { queue_size: 3 } });
    const hasty = exporters.otlp_http('hasty', { endpoint: nowhere, retry_on_failure: { enabled: false } });
    const tiny = processors.memory_limiter('tiny', { check_interval: '1s', limit_mib: 1, spike_limit_mib: 0 });
    broken.pipeline('logs', { from: [otlp], to: [retrying, hasty] });
    broken.pipeline('traces', { from: [otlp], processors: [tiny], to: [hasty] });
    broken.pipeline('traces/balanced', {
      from: [otlp],
      to: [
        exporters.load_balancing({ protocol: { otlp: plain }, resolver: { static: { hostnames: ['127.0.0.1:1'] } } }),
      ],
    });
    return broken;
  }

  private older(chart: Chart): Collector {
    const { http, own } = this.ports.older;
    const suffixes = { without_type_suffix: false, without_units: false };
    const defaults = { healthCheck: false };
    const older = new Collector(chart, 'older', { release: '0.131.0', ...telemetryAt(own, suffixes), defaults });
    const otlp = receivers.otlp({ protocols: { http: { endpoint: `127.0.0.1:${http}` } } });
    const vendor = exporters.otlp_http('vendor', { endpoint: this.vendor.url });
    older.pipeline('logs', { from: [otlp], processors: [processors.batch()], to: [vendor, exporters.debug()] });
    older.pipeline('traces', { from: [otlp], to: [vendor] });
    return older;
  }

  private missing(chart: Chart): Collector {
    const { http, own } = this.ports.missing;
    const missing = new Collector(chart, 'missing', { ...telemetryAt(own), defaults: none });
    const otlp = receivers.otlp({ protocols: { http: { endpoint: `127.0.0.1:${http}` } } });
    missing.pipeline('logs', { from: [otlp], to: [exporters.debug()] });
    return missing;
  }

  /** What a Prometheus finds: each collector has one pod. */
  get targets(): Target[] {
    return this.prometheus.scrapes.flatMap(({ of, endpoints }) => {
      const one = this.monitored.find(({ collector }) => collector.path === of?.path);
      if (one === undefined) throw new Error(`${of?.path} is not monitored`);
      return endpoints.map(({ port, honorLabels }) => ({
        port: Number(port),
        labels: { job: one.job, namespace: 'telemetry', pod: `${one.collector.name}-0` },
        honorLabels,
      }));
    });
  }

  /** Sends to those that run, ten times a second, until the end. */
  traffic(): void {
    this.sent = this.send();
  }

  private async send(): Promise<void> {
    const levels = ['error', 'info', 'debug'];
    const services = ['shop', 'search', 'payments'];
    for (let i = 1; this.sending; i++) {
      const records = levels.flatMap((level) => services.map((service) => ({ message: 'hello', level, service })));
      const spans = services.map((service, j) => ({
        traceId: digest(`${i} ${j}`, 32),
        spanId: digest(`${i} ${j}`, 16),
        name: 'request',
        service,
      }));
      for (const { http } of [this.ports.gateway, this.ports.broken, this.ports.older]) {
        // The broken one refuses what it gets.
        await sendLogs(http, records).catch(() => {});
        await sendSpans(http, spans).catch(() => {});
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  async stop(): Promise<void> {
    this.sending = false;
    await this.sent;
    for (const program of this.running) await program.stop();
    await this.vendor.stop();
  }

  private async run(name: Name): Promise<void> {
    const collector = this.model.collectors.find((one) => one.name === name) as CollectorModel;
    const file = yamlFile(this.folder, `${name}.yaml`, configForRelease(collector.config, collector.release));
    const gates = collector.featureGates.map((gate) => `--feature-gates=${gate}`);
    const program = new Running(tool(`otelcol-${collector.release}`), [`--config=${file}`, ...gates], {
      K8S_POD_NAME: `${name}-0`,
    });
    this.running.push(program);
    await ready(program);
    await until(() => answers(this.ports[name].own), `${name} to serve its metrics`);
  }
}

/** An id in hexadecimal digits. */
function digest(of: string, digits: number): string {
  return createHash('sha256').update(of).digest('hex').slice(0, digits);
}

// The other side of the load balancer: no TLS, and nothing that hides a failure.
const plain = { tls: { insecure: true }, sending_queue: { enabled: false }, retry_on_failure: { enabled: false } };

function telemetryAt(port: number, flags: Readonly<Record<string, boolean>> = {}): Pick<CollectorProps, 'telemetry'> {
  const bare = { without_scope_info: true, without_type_suffix: true, without_units: true };
  const prometheus = { host: '127.0.0.1', port, ...bare, ...flags };
  return { telemetry: { metrics: { level: 'normal', readers: [{ pull: { exporter: { prometheus } } }] } } };
}

async function answers(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${port}/metrics`)).ok;
  } catch {
    return false;
  }
}
