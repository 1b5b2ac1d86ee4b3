import { App, Chart } from 'cdk8s';
import { Alertmanager, alertReceiver, label, timeInterval } from '../../src';
import { expectAlert } from '../../src/testing';

const chat = alertReceiver('chat');
const oncall = alertReceiver('oncall');
const audit = alertReceiver('audit');
const weekend = timeInterval('weekend', { weekdays: ['saturday', 'sunday'], location: 'Europe/Berlin' });

const alertmanager = new Alertmanager(new Chart(new App(), 'chart'), 'main', {
  route: {
    to: chat,
    group_by: ['alertname'],
    routes: [
      { when: { severity: label.exists() }, to: audit, continue: true, group_by: ['...'] },
      { when: { severity: 'page' }, to: oncall, repeat_interval: '1h', routes: [{ when: { team: 'web' }, to: chat }] },
      { when: { severity: 'ticket' }, mute_time_intervals: [weekend] },
    ],
  },
  inhibitions: [{ name: 'outage', source: { alertname: 'Outage' }, target: { severity: 'page' }, equal: ['zone'] }],
});

test('an alert goes to the first route that takes it, and on where that continues', () => {
  expect(alertmanager.receiversOf({ alertname: 'A', severity: 'page' })).toEqual(['audit', 'oncall']);
  expect(alertmanager.receiversOf({ alertname: 'A', severity: 'page', team: 'web' })).toEqual(['audit', 'chat']);
  expect(alertmanager.receiversOf({ alertname: 'A' })).toEqual(['chat']);
});

test('expectations of where an alert arrives', () => {
  expectAlert(alertmanager, { severity: 'page' }).toReach(oncall).toReachOnly(oncall, audit).not.toReach('chat');
  expectAlert(alertmanager, { alertname: 'A' }).toReachOnly(chat).toBeGroupedBy('alertname').not.toBeMuted();
  expect(expectAlert(alertmanager, { severity: 'page' }).fate.arrivals[1]).toMatchObject({
    receiver: 'oncall',
    groupWait: 30,
    groupInterval: 300,
    repeatInterval: 3600,
  });
});

test('an expectation that is not met says what became of the alert', () => {
  expect(() => expectAlert(alertmanager, { severity: 'ticket' }).toReach(oncall)).toThrow(
    'Expected the alert {severity="ticket"} to reach "oncall", but it reaches "audit", "chat": ' +
      'it arrives at "audit" by {severity="ticket"}; "chat" by {}.',
  );
  expect(() => expectAlert(alertmanager, {}).not.toReach(chat)).toThrow(
    'Expected the alert {} not to reach "chat", but it reaches "chat": it arrives at "chat" by {}.',
  );
});

test('a muted route tells nobody at its times', () => {
  const ticket = { severity: 'ticket' };
  const [saturday, friday] = [new Date('2026-11-20T23:30:00Z'), new Date('2026-11-20T12:00:00Z')];
  expectAlert(alertmanager, ticket, { at: saturday }).toReachOnly(audit);
  expectAlert(alertmanager, ticket, { at: friday }).toReachOnly(audit, chat);
});

test('an alert holds back another one where the labels are equal, also where both lack them', () => {
  const page = { severity: 'page', zone: 'eu' };
  const outage = (zone?: string) => ({ alertname: 'Outage', ...(zone !== undefined && { zone }) });
  expectAlert(alertmanager, page, { firing: [outage('eu')] })
    .toBeInhibited({ zone: 'eu' })
    .toReachOnly();
  expectAlert(alertmanager, page, { firing: [outage('us')] }).not.toBeInhibited();
  expectAlert(alertmanager, { severity: 'page' }, { firing: [outage()] }).toBeInhibited();
  expect(alertmanager.fateOf(page, { firing: [outage('eu')] }).inhibited).toEqual({
    by: outage('eu'),
    inhibition: 'outage',
  });
});
