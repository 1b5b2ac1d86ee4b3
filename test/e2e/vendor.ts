import { join } from 'node:path';
import { tool } from '../../tools/locate';
import { freePorts } from './kubernetes/ports';
import { type LogLine, logsIn, type MetricLine, metricsIn, type SpanLine, spansIn } from './otlp-file';
import { Running, ready, scratch, until, yamlFile } from './process';

/** Whoever takes OTLP/HTTP at the end: a collector that writes down what arrives. */
export class Vendor {
  /** @param token what has to stand behind `Bearer` in the header `Authorization`; without one, anybody may send */
  static async start(token?: string): Promise<Vendor> {
    const [port = 0] = await freePorts(1);
    const vendor = new Vendor(port, scratch(), token);
    await vendor.startAgain();
    if (token !== undefined) await vendor.refusesStrangers();
    return vendor;
  }

  private program: Running | undefined;

  private constructor(
    private readonly port: number,
    private readonly folder: string,
    private readonly token: string | undefined,
  ) {}

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get spans(): SpanLine[] {
    return spansIn(this.file);
  }

  get metrics(): MetricLine[] {
    return metricsIn(this.file);
  }

  get logs(): LogLine[] {
    return logsIn(this.file);
  }

  async stop(): Promise<void> {
    await this.program?.stop();
  }

  /** On the same port, with what has arrived before. */
  async startAgain(): Promise<void> {
    const file = yamlFile(this.folder, 'vendor.yaml', this.config());
    this.program = new Running(tool('otelcol-0.159.0'), [`--config=${file}`]);
    await ready(this.program);
  }

  private get file(): string {
    return join(this.folder, 'arrived.json');
  }

  private config() {
    const http = {
      endpoint: `127.0.0.1:${this.port}`,
      ...(this.token && { auth: { authenticator: 'bearertokenauth' } }),
    };
    const pipeline = { receivers: ['otlp'], exporters: ['file'] };
    return {
      receivers: { otlp: { protocols: { http } } },
      exporters: { file: { path: this.file, append: true, flush_interval: '100ms' } },
      ...(this.token && { extensions: { bearertokenauth: { token: this.token } } }),
      service: {
        ...(this.token && { extensions: ['bearertokenauth'] }),
        telemetry: { metrics: { level: 'none' } },
        pipelines: { traces: pipeline, metrics: pipeline, logs: pipeline },
      },
    };
  }

  private async refusesStrangers(): Promise<void> {
    const asked = async () => (await fetch(`${this.url}/v1/traces`, { method: 'POST' })).status === 401;
    await until(asked, 'the vendor to refuse who has no token');
  }
}
