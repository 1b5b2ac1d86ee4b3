import { App, Chart } from 'cdk8s';
import { Simulator } from '../src/analysis/simulate/simulator';
import { Collector, exporters, log, receivers, resource, rule } from '../src/index';
import { Registry } from '../src/registry';
import type { LogRecord, LogsBatch } from '../src/telemetry/data';
import { answer } from './measure';

const perBatch = 1000;
const services = Array.from({ length: 20 }, (_, i) => `service-${i}`);

/** Twenty rules that ask about resources, attributes, severities and texts. */
function collector(): Collector {
  const collector = new Collector(new Chart(new App(), 'bench'), 'gateway');
  const vendor = exporters.otlp_http('vendor', { endpoint: 'https://in.vendor.example' });
  const archive = exporters.otlp_http('archive', { endpoint: 'https://archive.example' });
  const rules = services.slice(1).map((service, i) => {
    const own = resource.attribute('service.name').equals(service);
    const asked = [
      own,
      own.and(log.severity.atLeast('WARN')),
      own.and(log.attribute('http.status').equals(500)),
      own.and(log.body.matches('^GET /cart')),
    ];
    return rule(service, { when: asked[i % asked.length] as typeof own, to: [i % 2 === 0 ? vendor : archive] });
  });
  collector.route('logs', {
    from: [receivers.otlp({ protocols: { http: {} } })],
    rules: [rule('noise', { when: log.severity.below('INFO'), drop: true }), ...rules],
    otherwise: { to: [archive] },
  });
  return collector;
}

function batch(number: number): LogsBatch {
  const resources = services.map((service, i) => ({
    resource: { attributes: new Map([['service.name', service]]), droppedAttributesCount: 0 },
    schemaUrl: '',
    scopes: [
      {
        scope: { name: 'bench', version: '', attributes: new Map(), droppedAttributesCount: 0 },
        schemaUrl: '',
        records: Array.from({ length: perBatch / services.length }, (_, k) => record(number * perBatch + i * 100 + k)),
      },
    ],
  }));
  return { signal: 'logs', resources };
}

function record(number: number): LogRecord {
  return {
    origin: number,
    time: BigInt(number),
    observedTime: BigInt(number),
    severityNumber: [5, 9, 13, 17][number % 4] as number,
    severityText: '',
    eventName: '',
    body: number % 3 === 0 ? `GET /cart/${number} 200` : `POST /order/${number} 201`,
    attributes: new Map<string, bigint | string>([
      ['http.status', number % 7 === 0 ? 500n : 200n],
      ['user.id', `user-${number % 1000}`],
    ]),
    droppedAttributesCount: 0,
    flags: 0,
    traceId: '0'.repeat(32),
    spanId: '0'.repeat(16),
  };
}

const { batches } = JSON.parse(process.argv[2] ?? '') as { batches: number };
const simulator = new Simulator(Registry.of(collector()).model.collectors);
let arrived = 0;
let simulated = 0;
for (let i = 0; i < batches; i += 1) {
  const sent = batch(i);
  const start = performance.now();
  simulator.send(
    { batch: sent },
    {
      deliver: ({ batch: { resources } }) => {
        for (const { scopes } of resources) for (const { records } of scopes) arrived += records.length;
      },
    },
  );
  simulated += performance.now() - start;
}
if (arrived === 0 || simulator.unsupported.length > 0) throw new Error('nothing arrived');
answer({ simulate: simulated });
