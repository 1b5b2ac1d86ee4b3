import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Chart } from 'cdk8s';
import { dump } from 'js-yaml';
import { Collector, exporters, log, receivers, resource, rule } from '../src/index';
import { Running } from '../test/e2e/process';
import { tool } from '../tools/locate';
import { resourceLogs } from './otlp-protobuf';
import { Load } from './routing-load';

const port = 24318;
const seconds = 4;
const rounds = 3;
const perResource = 100;
const resourcesPerRequest = 100;
const requests = 40;

interface Config {
  readonly [section: string]: unknown;
}

/** Who sends how much. */
type Draw = () => string;

/** The same numbers in every run (a linear congruential generator). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Names in an order that has nothing to do with the alphabet, the one with the greatest volume first. */
function names(count: number): string[] {
  return Array.from({ length: count }, (_, i) => `tenant-${String((i * 617) % count).padStart(4, '0')}`);
}

function uniform(among: readonly string[]): Draw {
  const next = random(42);
  return () => among[Math.floor(next() * among.length)] as string;
}

/** The n-th sends a n-th of what the first sends. */
function zipf(among: readonly string[]): Draw {
  const next = random(42);
  let sum = 0;
  const sums = among.map((_, i) => {
    sum += 1 / (i + 1);
    return sum;
  });
  return () => {
    const drawn = next() * sum;
    return among[sums.findIndex((upTo) => upTo >= drawn)] as string;
  };
}

function payloads(draw: Draw): Buffer[] {
  // One of ten failed, and three are noise.
  const severities = Array.from({ length: perResource }, (_, i) => [17, 5, 5, 5, 9, 9, 9, 9, 9, 9][i % 10] as number);
  return Array.from({ length: requests }, () =>
    Buffer.concat(
      Array.from({ length: resourcesPerRequest }, () =>
        resourceLogs({ 'service.name': 'shop', tenant: draw() }, severities),
      ),
    ),
  );
}

const otlp = receivers.otlp({
  protocols: { http: { endpoint: `127.0.0.1:${port}`, max_request_body_size: 100_000_000 } },
});
const nowhere = exporters.nop();

function chart(): Chart {
  return new Chart(new App(), 'bench');
}

/** A collector without any route: what receiving and exporting cost by themselves. */
function unrouted(): Config {
  const collector = new Collector(chart(), 'bench', { defaults: false });
  collector.pipeline('logs', { from: [otlp], to: [nowhere] });
  return collector.toConfig();
}

/** A rule for each tenant. */
function tenantsRoute(among: readonly string[]): Config {
  const collector = new Collector(chart(), 'bench', { defaults: false });
  collector.route('logs', {
    from: [otlp],
    // Each has processing of its own in practice, so that no two share a pipeline.
    rules: among.map((tenant) =>
      rule(tenant, { when: resource.attribute('tenant').equals(tenant), to: [exporters.nop(tenant)] }),
    ),
    otherwise: { to: [nowhere] },
  });
  return collector.toConfig();
}

/** The same as an engineer writes it: one table of the context resource, rows by descending volume. */
function tenantsTable(among: readonly string[]): Config {
  const pipelines = among.map((tenant) => [`logs/${tenant}`, { receivers: ['routing'], exporters: [`nop/${tenant}`] }]);
  return byHand(
    among.map((tenant) => ({
      context: 'resource',
      condition: `resource.attributes["tenant"] == "${tenant}"`,
      pipelines: [`logs/${tenant}`],
    })),
    Object.fromEntries(pipelines),
    among,
  );
}

function byHand(table: readonly object[], pipelines: object, among: readonly string[]): Config {
  return {
    receivers: { otlp: otlp.config },
    exporters: { nop: {}, ...Object.fromEntries(among.map((name) => [`nop/${name}`, {}])) },
    connectors: { routing: { error_mode: 'ignore', table, default_pipelines: ['logs/default'] } },
    service: {
      pipelines: {
        logs: { receivers: ['otlp'], exporters: ['routing'] },
        ...pipelines,
        'logs/default': { receivers: ['routing'], exporters: ['nop'] },
      },
    },
  };
}

const services = Array.from({ length: 20 }, (_, i) => `tenant-${String(i).padStart(4, '0')}`);

/** Twenty rules, as many about resources as about records, one of which drops. */
function rulesRoute(): Config {
  const collector = new Collector(chart(), 'bench', { defaults: false });
  collector.route('logs', {
    from: [otlp],
    rules: [
      rule('noise', { when: log.severity.below('INFO'), drop: true }),
      ...services.slice(1).map((service, i) => {
        const own = resource.attribute('tenant').equals(service);
        return rule(service, {
          when: i % 2 === 0 ? own : own.and(log.severity.atLeast('ERROR')),
          to: [exporters.nop(service)],
        });
      }),
    ],
    otherwise: { to: [nowhere] },
  });
  return collector.toConfig();
}

function rulesTable(): Config {
  const rows = services.slice(1).map((service, i) => {
    const own = `resource.attributes["tenant"] == "${service}"`;
    const pipelines = [`logs/${service}`];
    return i % 2 === 0
      ? { context: 'resource', condition: own, pipelines }
      : { context: 'log', condition: `${own} and log.severity_number >= SEVERITY_NUMBER_ERROR`, pipelines };
  });
  const noise = {
    context: 'log',
    condition: 'log.severity_number > 0 and log.severity_number < SEVERITY_NUMBER_INFO',
    pipelines: ['logs/noise'],
  };
  const pipelines = Object.fromEntries(
    [...services.slice(1), 'noise'].map((name) => [
      `logs/${name}`,
      { receivers: ['routing'], exporters: [name === 'noise' ? 'nop' : `nop/${name}`] },
    ]),
  );
  return byHand([noise, ...rows], pipelines, services.slice(1));
}

interface Measured {
  /** Log records a second. */
  readonly rate: number;
  /** CPU time of the collector for each resource, in microseconds. */
  readonly cpu: number;
}

async function measured(config: Config, bodies: readonly Buffer[]): Promise<Measured> {
  const file = join(mkdtempSync(join(tmpdir(), 'bench-')), 'collector.yaml');
  const service = {
    ...(config.service as object),
    telemetry: { metrics: { level: 'none' }, logs: { level: 'error' } },
  };
  writeFileSync(file, dump({ ...config, service }));
  const collector = new Running(tool('otelcol-0.159.0'), [`--config=${file}`]);
  const load = new Load(port);
  try {
    await untilTaken(load, bodies);
    await load.run(bodies, 1);
    const [cpuBefore, before] = [cpuSeconds(collector.pid), Date.now()];
    const sent = await load.run(bodies, seconds);
    const elapsed = (Date.now() - before) / 1000;
    const resources = sent * resourcesPerRequest;
    return {
      rate: (resources * perResource) / elapsed,
      cpu: ((cpuSeconds(collector.pid) - cpuBefore) * 1e6) / resources,
    };
  } finally {
    load.stop();
    await collector.stop();
  }
}

async function untilTaken(load: Load, [body]: readonly Buffer[]): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await load.post(body as Buffer);
    } catch (error) {
      if (tries === 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

// Linux counts in hundredths of a second.
const ticks = 100;

function cpuSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / ticks;
}

/** The median of several rounds, the contestants taking turns. */
async function compare(
  name: string,
  bodies: readonly Buffer[],
  contestants: Readonly<Record<string, Config>>,
): Promise<void> {
  const results = new Map<string, Measured[]>();
  for (let round = 0; round < rounds; round += 1) {
    for (const [who, config] of Object.entries(contestants)) {
      results.set(who, [...(results.get(who) ?? []), await measured(config, bodies)]);
    }
  }
  const median = (who: string, what: keyof Measured) => {
    const sorted = (results.get(who) ?? []).map((one) => one[what]).sort((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)] as number;
  };
  const floor = median('unrouted', 'cpu');
  const own = (who: string) => median(who, 'cpu') - floor;
  const line = {
    bench: 'routing',
    name,
    recordsPerSecond: Object.fromEntries(Object.keys(contestants).map((who) => [who, Math.round(median(who, 'rate'))])),
    cpuMicrosecondsPerResource: Object.fromEntries(
      Object.keys(contestants).map((who) => [who, Number(median(who, 'cpu').toFixed(1))]),
    ),
    /** Of everything, receiving included. */
    timesTheRecords: Number((median('route', 'rate') / median('byHand', 'rate')).toFixed(2)),
    /** Of what comes on top of receiving and exporting without a route. */
    routingCpuByHandOverRoute: Number((own('byHand') / own('route')).toFixed(2)),
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

/** Routes of ours against tables written by hand, in the real collector, whose exporters do nothing. */
export async function benchRouting(): Promise<void> {
  const tenants = names(1000);
  const thousand = { unrouted: unrouted(), byHand: tenantsTable(tenants), route: tenantsRoute(tenants) };
  await compare('1000 tenants, uniform', payloads(uniform(tenants)), thousand);
  await compare('1000 tenants, Zipf', payloads(zipf(tenants)), thousand);
  const twenty = { unrouted: unrouted(), byHand: rulesTable(), route: rulesRoute() };
  await compare('20 rules', payloads(uniform(services)), twenty);
}
