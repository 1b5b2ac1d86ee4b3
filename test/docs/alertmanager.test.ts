// docs/alertmanager.md shows parts of this file.
import { Chart, Duration, Size } from 'cdk8s';
import {
  Alertmanager,
  alertReceiver,
  label,
  MdaiApp,
  MdaiCluster,
  mdaiGateway,
  Prometheus,
  secret,
  timeInterval,
} from 'cdk8s-mdai';
import { expectAlert, find, issuesOf, synthesize } from 'cdk8s-mdai/testing';

const app = new MdaiApp();
const chart = new Chart(app, 'alerts', { namespace: 'monitoring' });

const oncall = alertReceiver('oncall', {
  pagerduty_configs: [{ routing_key: secret('pagerduty', 'key') }],
  slack_configs: [{ api_url: secret('slack', 'url'), channel: '#ops' }],
});
const chat = alertReceiver('chat', {
  slack_configs: [{ api_url: secret('slack', 'url'), channel: '#alerts', send_resolved: true }],
});
const nights = timeInterval(
  'nights',
  { times: [{ start_time: '22:00', end_time: '24:00' }], location: 'Europe/Berlin' },
  { times: [{ start_time: '00:00', end_time: '06:00' }], location: 'Europe/Berlin' },
);

const alertmanager = new Alertmanager(chart, 'alertmanager', {
  replicas: 2,
  storage: { size: Size.gibibytes(1) },
  route: {
    to: chat,
    group_by: ['alertname', 'cluster'],
    group_wait: Duration.seconds(30),
    routes: [
      { to: mdaiGateway(), continue: true },
      { when: { severity: 'page', team: label.notIn(['lab', 'demo']) }, to: oncall, repeat_interval: '1h' },
      { when: { severity: 'info' }, mute_time_intervals: [nights] },
    ],
  },
  inhibitions: [{ source: { severity: 'page' }, target: { severity: 'info' }, equal: ['instance'] }],
});

const prometheus = new Prometheus(chart, 'prometheus', { alertmanager });
prometheus.alert('TargetDown', { expr: 'up == 0', severity: 'page', for: Duration.minutes(5) });
prometheus.alert('TargetSlow', { expr: 'scrape_duration_seconds > 5', severity: 'info' });

test('the page and its program have no mistakes', () => {
  expect(issuesOf(chart)).toEqual([]);
});

const down = { alertname: 'TargetDown', severity: 'page' };
const note = { alertname: 'TargetSlow', severity: 'info' };

test('a page goes to those on call, and a note waits for the morning and for the end of a page', () => {
  expectAlert(alertmanager, down).toReachOnly('mdai-gateway', oncall).toBeGroupedBy('alertname', 'cluster');
  expectAlert(alertmanager, { ...down, team: 'lab' }).not.toReach(oncall);

  expectAlert(alertmanager, note, { at: new Date('2026-11-21T23:30:00+01:00') }).not.toReach(chat);
  expectAlert(alertmanager, note, { firing: [down] })
    .toBeInhibited()
    .toReachOnly();
});

test('what the page says of the objects', () => {
  const { spec } = find(synthesize(chart), 'Alertmanager', 'alertmanager');
  expect(spec.secrets).toEqual(['pagerduty', 'slack']);
  expect(synthesize(chart).map(({ kind, metadata }) => `${kind}/${metadata.name}`)).toEqual(
    expect.arrayContaining([
      'Secret/alertmanager-alertmanager-config',
      'Service/alertmanager-alertmanager',
      'PodDisruptionBudget/alertmanager-alertmanager',
    ]),
  );
});

test('in a cluster, everything goes to the gateway, unless told otherwise', () => {
  const cluster = new MdaiCluster(new MdaiApp(), 'mdai', {
    alertmanager: { route: { to: mdaiGateway(), routes: [{ when: { severity: 'page' }, to: oncall }] } },
  });
  expect(cluster.alertmanager?.receiversOf({ severity: 'page' })).toEqual(['oncall']);
  expect(new MdaiCluster(new MdaiApp(), 'mdai').alertmanager?.receiversOf({})).toEqual(['mdai-gateway']);
});
