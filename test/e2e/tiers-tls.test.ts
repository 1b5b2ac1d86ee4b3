import { join } from 'node:path';
import { App, Chart } from 'cdk8s';
import { Collector, exporters, type InletOptions, issuer, receivers, unset } from '../../src/index';
import type { BalancedInletOptions, HttpInletOptions } from '../../src/tiers/inlet-options';
import { tool } from '../../tools/locate';
import { Authority } from './certificates';
import { logsIn } from './otlp-file';
import { Running, scratch, until, yamlFile } from './process';
import { sendLogs } from './traffic';

const ports = { grpc: 25317, http: 25318, agent: 25319 };
const tiers = issuer('tiers');
const service = 'gateway-collector-headless.telemetry.svc.cluster.local';
const folder = scratch();
const received = join(folder, 'received.json');
const program = tool('otelcol-0.159.0');

/** What stands for the mounts of certificates, and for the addresses of the cluster. */
function here(config: object, certificates: string): object {
  const text = JSON.stringify(config)
    .replaceAll('/etc/otelcol/certificates/tiers', join(folder, certificates))
    .replaceAll(/gateway-collector(-headless)?\.telemetry\.svc\.cluster\.local:/g, 'localhost:')
    .replaceAll(`"hostname":"${service}"`, '"hostname":"localhost"');
  return JSON.parse(text);
}

const serverTls = tiers.serverTls();
const fromAgents = receivers.otlp('from_agents', {
  protocols: {
    grpc: { endpoint: `127.0.0.1:${ports.grpc}`, tls: serverTls },
    http: { endpoint: `127.0.0.1:${ports.http}`, tls: serverTls },
  },
});
const local = receivers.otlp({ protocols: { http: { endpoint: `127.0.0.1:${ports.agent}` } } });

function chart() {
  return new Chart(new App(), 'telemetry', { namespace: 'telemetry' });
}

function gateway(inside = chart()) {
  return new Collector(inside, 'gateway', { defaults: false });
}

type Options = InletOptions | HttpInletOptions | BalancedInletOptions;

/** The configuration of an agent that sends to the gateway at once, and does not try again. */
function agent(options: Options, tls: object = {}) {
  const inside = chart();
  const to = gateway(inside).inlet(fromAgents, options as InletOptions);
  const client = { sending_queue: { enabled: false }, retry_on_failure: { enabled: false }, tls };
  const collector = new Collector(inside, 'agent', { defaults: false });
  collector.pipeline('logs', { from: [local], to: [to] });
  collector.override<object>(to, options.balanceBy === undefined ? client : { protocol: { otlp: client } });
  return collector.toConfig();
}

let server: Running;

beforeAll(async () => {
  const authority = new Authority(join(folder, 'authority'));
  // Without an IP address, as the certificates of pods are.
  authority.certify(join(folder, 'gateway'), 'localhost', service);
  authority.certify(join(folder, 'agent'), 'agent-collector');
  new Authority(join(folder, 'strangers')).certify(join(folder, 'stranger'), 'agent-collector');
  const collector = gateway();
  collector.pipeline('logs', { from: [fromAgents], to: [exporters.file({ path: received })] });
  const config = { ...here(collector.toConfig(), 'gateway') } as { service: object };
  // A handshake that fails is reported at the level debug only.
  config.service = { ...config.service, telemetry: { metrics: { level: 'none' }, logs: { level: 'debug' } } };
  server = new Running(program, [`--config=${yamlFile(folder, 'gateway.yaml', config)}`]);
  await server.printed('Everything is ready');
});

afterAll(() => server.stop());

/** Whether a record that an agent with this configuration gets reaches the gateway; if not, what the agent says. */
async function outcome(config: object, certificates: string, body: string): Promise<string> {
  const moved = here(config, certificates) as { service: object };
  moved.service = { ...moved.service, telemetry: { metrics: { level: 'none' } } };
  const before = server.output.length;
  const running = new Running(program, [`--config=${yamlFile(folder, `${body}.yaml`, moved)}`]);
  // The alert by which a server refuses a handshake gets lost where its connection is reset first; the server knows.
  const said = () => running.output + server.output.slice(before);
  try {
    await running.printed('Everything is ready');
    let refusal = '';
    await until(
      async () => {
        refusal = await sendLogs(ports.agent, [{ message: body }]).then(
          () => '',
          (error: unknown) => String(error),
        );
        // A connection that is still being made fails otherwise.
        return refusal === '' || /certificate|x509|tls:/.test(refusal + said());
      },
      'an answer',
      30,
    );
    if (refusal !== '') return refusal + said();
    await until(() => logsIn(received).some((log) => log.body === body), 'the record', 10);
    return 'arrived';
  } finally {
    await running.stop();
  }
}

const inlets = {
  'gRPC to all pods': {},
  'load balancing': { balanceBy: 'traceID' },
  HTTP: { protocol: 'http' },
} as const;

test.each(Object.entries(inlets))('%s, with the certificate of the same issuer', async (name, options) => {
  expect(await outcome(agent(options), 'agent', `${name}-mutual`)).toBe('arrived');
});

test.each(Object.entries(inlets))('%s, with the certificate of another issuer', async (name, options) => {
  expect(await outcome(agent(options), 'stranger', `${name}-stranger`)).toMatch(/certificate/);
});

test.each(Object.entries(inlets))('%s, without a certificate', async (name, options) => {
  const config = agent(options, { cert_file: unset, key_file: unset });
  expect(await outcome(config, 'agent', `${name}-none`)).toMatch(
    /certificate required|client didn't provide a certificate/,
  );
});

test('pods that are addressed by IP are not known without the name of their Service', async () => {
  const config = agent({ balanceBy: 'traceID' }, { server_name_override: unset });
  expect(await outcome(config, 'agent', 'nameless')).toMatch(/x509: cannot validate certificate for 127\.0\.0\.1/);
});
