import { App } from 'cdk8s';
import { rising, series, testRules } from 'cdk8s-mdai/testing';
import { closedLoop } from './cluster';

const { hub, counted } = closedLoop(new App());

/** What Prometheus reads every ten seconds, for ten minutes. */
const records = (service: string, perSecond: number, labels = {}) =>
  series(counted.metric('service.log.records'), { service_name: service, ...labels }, rising(perSecond * 10, 60));

test('a flood is told of after a minute, and a calm service is not', () => {
  testRules(hub, {
    series: [records('loud', 200), records('calm', 1)],
    alerts: [
      { at: '1m', alert: 'flood', firing: [] },
      { at: '3m', alert: 'flood', firing: [{ labels: { service_name: 'loud' } }] },
    ],
  });
});

test('a flood that goes on is one alert, whichever pods count it', () => {
  const pods = ['gateway-1', 'gateway-2'].map((pod) => records('loud', 60, { pod }));
  testRules(hub, {
    series: pods,
    alerts: [{ at: '5m', alert: 'flood', firing: [{ labels: { service_name: 'loud' } }] }],
  });
});
