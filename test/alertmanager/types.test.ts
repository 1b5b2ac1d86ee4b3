import { App, Chart, Duration } from 'cdk8s';
import { Alertmanager, alertReceiver, label, mdaiGateway, receivers, secret, timeInterval } from '../../src/index';

// Never called: the compiler is the test. Each @ts-expect-error fails the suite where the mistake below it compiles.
function programs() {
  const chart = new Chart(new App(), 'alerts');
  const oncall = alertReceiver('oncall', {
    slack_configs: [{ api_url: secret('slack', 'url'), timeout: Duration.seconds(5) }],
    telegram_configs: [{ bot_token: secret('telegram', 'token'), chat_id: secret('telegram', 'chat') }],
  });
  const nights = timeInterval('nights', { times: [{ start_time: '22:00', end_time: '24:00' }] });

  new Alertmanager(chart, 'a', {
    route: { to: mdaiGateway(), routes: [{ when: { team: label.exists() }, to: oncall }] },
  });
  new Alertmanager(chart, 'b', { route: { to: oncall, routes: [{ active_time_intervals: [nights] }] } });

  // @ts-expect-error a receiver is named by its value
  new Alertmanager(chart, 'c', { route: { to: 'oncall' } });
  // @ts-expect-error a collector's receiver is none of alerts
  new Alertmanager(chart, 'd', { route: { to: receivers.otlp() } });
  // @ts-expect-error everything has to go somewhere
  new Alertmanager(chart, 'e', { route: { routes: [] } });
  // @ts-expect-error the root takes all alerts
  new Alertmanager(chart, 'f', { route: { to: oncall, when: { a: 'b' } } });
  // @ts-expect-error a time interval is named by its value
  new Alertmanager(chart, 'g', { route: { to: oncall, routes: [{ mute_time_intervals: ['nights'] }] } });
  // @ts-expect-error an inhibition has a target
  new Alertmanager(chart, 'h', { route: { to: oncall }, inhibitions: [{ source: { a: 'b' } }] });
  // @ts-expect-error there is no such integration
  alertReceiver('x', { slak_configs: [] });
  // @ts-expect-error nor such a field
  alertReceiver('x', { slack_configs: [{ chanel: '#ops' }] });
  // @ts-expect-error a channel is no secret, and Alertmanager reads no file in its place
  alertReceiver('x', { slack_configs: [{ channel: secret('slack', 'channel') }] });
  // @ts-expect-error a number is no text
  alertReceiver('x', { webhook_configs: [{ url: 'https://x', max_alerts: '10' }] });
}

test('what must not compile, does not', () => {
  expect(programs).toBeDefined();
});
