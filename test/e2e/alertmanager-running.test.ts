import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { dirname, join } from 'node:path';
import { App, Chart } from 'cdk8s';
import { Alertmanager, type AlertmanagerProps, alertReceiver, mdaiGateway, secret } from '../../src';
import { expectAlert, find, type Manifest, synthesize } from '../../src/testing';
import { tool } from '../../tools/locate';
import { Running, Started, scratch, until } from './process';

// Where all this listens on this machine.
const ports = { gateway: 24590, web: [24591, 24592], mesh: [24593, 24594] } as const;

interface Post {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Manifest;
}

/** Stands for the gateway, and for other receivers, by the paths of their addresses. */
class Listener {
  readonly posts: Post[] = [];
  private readonly server: Server;

  constructor() {
    this.server = createServer((request, response) => {
      let text = '';
      request.on('data', (chunk) => {
        text += chunk;
      });
      request.on('end', () => {
        this.posts.push({ path: request.url ?? '', headers: request.headers, body: JSON.parse(text) });
        response.end();
      });
    });
  }

  async listen(): Promise<this> {
    await new Promise<void>((resolve) => this.server.listen(ports.gateway, '127.0.0.1', resolve));
    return this;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

const url = (path: string) => `http://127.0.0.1:${ports.gateway}${path}`;
const gateway = mdaiGateway({ url: url('/alerts/alertmanager') });
const oncall = alertReceiver('oncall', {
  webhook_configs: [
    { url: url('/oncall'), http_config: { authorization: { credentials: secret('oncall', 'token') } } },
  ],
});

const props: AlertmanagerProps = {
  backend: 'workload',
  externalUrl: 'https://example/alerts',
  route: {
    to: gateway,
    group_by: ['alertname'],
    group_wait: '1s',
    group_interval: '1s',
    routes: [{ when: { severity: 'page' }, to: oncall, continue: true }, { when: { severity: 'page' } }],
  },
  inhibitions: [{ source: { alertname: 'Outage' }, target: { severity: 'page' }, equal: ['zone'] }],
};

const chart = new Chart(new App(), 'chart', { namespace: 'ns' });
const alertmanager = new Alertmanager(chart, 'main', props);
const pair = new Alertmanager(chart, 'pair', { ...props, replicas: 2 });
const objects = synthesize(chart);

/** Starts a pod of an Alertmanager as its StatefulSet has it, with its files and addresses moved to this machine. */
function start(name: string, pod: number): Promise<Running> {
  const folder = scratch();
  const here = (text: string) =>
    text
      .replaceAll('/etc/alertmanager', folder)
      .replace('--storage.path=/alertmanager', `--storage.path=${folder}/data`)
      .replace(':9093', `127.0.0.1:${ports.web[pod]}`)
      .replace('[$(POD_IP)]:9094', `127.0.0.1:${ports.mesh[pod]}`)
      .replace(/peer=.*-(\d)\..*:9094/, (_, peer) => `peer=127.0.0.1:${ports.mesh[Number(peer)]}`);
  const files: Record<string, string> = { [`${folder}/secrets/oncall/token`]: 'opensesame' };
  for (const [file, text] of Object.entries<string>(find(objects, 'ConfigMap', name).data)) {
    files[join(folder, 'config', file)] = here(text);
  }
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  const [container] = find(objects, 'StatefulSet', name).spec.template.spec.containers;
  const running = new Running(tool('alertmanager'), container.args.map(here));
  return listening(running, pod);
}

async function listening(running: Running, pod: number): Promise<Running> {
  await running.printed('Listening on');
  await until(async () => (await fetch(`http://127.0.0.1:${ports.web[pod]}/-/ready`)).ok, 'Alertmanager to be ready');
  return running;
}

/** Sends alerts as Prometheus does. */
async function send(alerts: readonly object[], pod = 0): Promise<void> {
  const response = await fetch(`http://127.0.0.1:${ports.web[pod]}/api/v2/alerts`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(alerts),
  });
  if (!response.ok) throw new Error(`the alert was refused: ${response.status} ${await response.text()}`);
}

const started = new Started();

afterEach(() => started.stop());

test('an alert, and its end, reach those who should hear of it, in the form that the MDAI gateway reads', async () => {
  const listener = await started.add(new Listener().listen());
  await started.add(start('main', 0));
  const labels = { alertname: 'QueueFull', severity: 'page', zone: 'eu' };
  const annotations = { alert_name: 'QueueFull', hub_name: 'hub', current_value: '1', expression: 'up' };
  const at = (path: string) => listener.posts.filter((post) => post.path === path);
  await send([{ labels, annotations, startsAt: new Date().toISOString() }]);
  await until(() => at('/oncall').length > 0 && at('/alerts/alertmanager').length > 0, 'the alert');
  expectAlert(alertmanager, labels).toReachOnly(oncall, gateway);
  expect(at('/oncall')[0]?.headers.authorization).toBe('Bearer opensesame');
  expect(at('/alerts/alertmanager')[0]?.body).toMatchObject({
    version: '4',
    status: 'firing',
    receiver: 'mdai-gateway',
    groupLabels: { alertname: 'QueueFull' },
    alerts: [{ status: 'firing', labels, annotations, fingerprint: expect.any(String) }],
  });
  await send([{ labels, annotations, endsAt: new Date().toISOString() }]);
  await until(() => at('/alerts/alertmanager').length > 1, 'the end of the alert');
  expect(at('/alerts/alertmanager')[1]?.body).toMatchObject({
    status: 'resolved',
    alerts: [{ status: 'resolved', labels }],
  });
});

test('an inhibited alert reaches nobody', async () => {
  const listener = await started.add(new Listener().listen());
  await started.add(start('main', 0));
  const outage = { alertname: 'Outage', zone: 'eu' };
  const page = { alertname: 'QueueFull', severity: 'page', zone: 'eu' };
  await send([{ labels: outage }]);
  await until(() => listener.posts.length > 0, 'the outage');
  await send([{ labels: page }, { labels: { ...page, zone: 'us' } }]);
  await until(() => listener.posts.some(({ path }) => path === '/oncall'), 'the alert elsewhere');
  const told = listener.posts.flatMap(({ body }) => body.alerts.map((alert: Manifest) => alert.labels));
  expect(told).toContainEqual({ ...page, zone: 'us' });
  expect(told).not.toContainEqual(page);
  expectAlert(alertmanager, page, { firing: [outage] }).toBeInhibited(outage);
  expectAlert(alertmanager, { ...page, zone: 'us' }, { firing: [outage] }).not.toBeInhibited();
});

test('the pods of one Alertmanager find each other', async () => {
  expect(pair.service).toBe('pair');
  await started.add(start('pair', 0));
  await started.add(start('pair', 1));
  await until(async () => {
    const status = (await (await fetch(`http://127.0.0.1:${ports.web[0]}/api/v2/status`)).json()) as Manifest;
    return status.cluster.peers.length === 2;
  }, 'both pods to be members');
});
