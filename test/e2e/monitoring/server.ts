import { tool } from '../../../tools/locate';
import { freePorts } from '../kubernetes/ports';
import { Running, scratch, until, yamlFile } from '../process';

/** A series of an answer: its labels, and its value. */
export interface Answer {
  readonly metric: Readonly<Record<string, string>>;
  readonly value: readonly [time: number, value: string];
}

/** A series of an answer over time. */
export interface RangeAnswer {
  readonly metric: Readonly<Record<string, string>>;
  readonly values: readonly (readonly [time: number, value: string])[];
}

/** What Prometheus reads at an address, with these labels. */
export interface Target {
  readonly port: number;
  readonly labels: Readonly<Record<string, string>>;
  readonly honorLabels: boolean;
}

/** A real Prometheus that reads and evaluates every second. */
export class PrometheusServer {
  static async start(targets: readonly Target[], groups: readonly object[]): Promise<PrometheusServer> {
    const [port = 0] = await freePorts(1);
    const folder = scratch();
    const rules = yamlFile(folder, 'rules.yaml', { groups });
    const config = yamlFile(folder, 'prometheus.yaml', {
      global: { scrape_interval: '1s', scrape_timeout: '1s', evaluation_interval: '1s' },
      rule_files: [rules],
      scrape_configs: targets.map(({ port: own, labels, honorLabels }, i) => ({
        job_name: `target-${i}`,
        honor_labels: honorLabels,
        static_configs: [{ targets: [`127.0.0.1:${own}`], labels }],
      })),
    });
    const args = [
      `--config.file=${config}`,
      `--storage.tsdb.path=${folder}/data`,
      `--web.listen-address=127.0.0.1:${port}`,
    ];
    const server = new PrometheusServer(port, new Running(tool('prometheus'), args));
    await server.running.printed('Server is ready to receive web requests');
    return server;
  }

  private constructor(
    private readonly port: number,
    private readonly running: Running,
  ) {}

  stop(): Promise<void> {
    return this.running.stop();
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** @throws Error with what Prometheus says against the expression */
  async ask(expr: string): Promise<readonly Answer[]> {
    return (await this.get('query', { query: expr })) as Answer[];
  }

  /** The last seconds, one by one. */
  async range(expr: string, seconds: number): Promise<readonly RangeAnswer[]> {
    const end = Date.now() / 1000;
    return (await this.get('query_range', {
      query: expr,
      start: String(end - seconds),
      end: String(end),
      step: '1',
    })) as RangeAnswer[];
  }

  /** The alerts that fire, with their labels. */
  async firing(): Promise<readonly Readonly<Record<string, string>>[]> {
    return (await this.ask('ALERTS{alertstate="firing"}')).map(({ metric }) => metric);
  }

  /** Waits until all of these alerts fire. */
  async fires(names: readonly string[], seconds: number): Promise<void> {
    let missing: string[] = [];
    const all = async () => {
      const firing = (await this.firing()).map(({ alertname }) => alertname);
      missing = names.filter((name) => !firing.includes(name));
      return missing.length === 0;
    };
    await until(all, `alerts to fire: ${names.join(', ')}`, seconds).catch((error: Error) => {
      throw new Error(`${error.message} Missing: ${missing.join(', ')}`);
    });
  }

  private async get(what: string, parameters: Readonly<Record<string, string>>): Promise<unknown> {
    const response = await fetch(`${this.url}/api/v1/${what}?${new URLSearchParams(parameters)}`);
    const body = (await response.json()) as { readonly data?: { readonly result: unknown }; readonly error?: string };
    if (body.data === undefined) throw new Error(`${parameters.query}: ${body.error}`);
    return body.data.result;
  }
}
