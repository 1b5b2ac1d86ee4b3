import { App, Chart, Duration } from 'cdk8s';
import { Collector, env, exporters, log, MdaiCluster, MdaiHub, processors, receivers } from '../../src/index';
import { logSample, loop, routeMatchers } from '../../src/testing';

expect.extend(routeMatchers);

const otlp = receivers.otlp({ protocols: { grpc: {} } });
const vendor = exporters.otlp_http('vendor', { endpoint: 'https://in.vendor.example' });

/** Two hubs with the same names, and a collector for each. */
function program() {
  const chart = new Chart(new App(), 'chart', { namespace: 'mdai' });
  const parts = ['one', 'other'].map((name) => {
    const hub = new MdaiHub(chart, name);
    const teams = hub.set('teams');
    const level = hub.string('level', { type: 'manual' });
    const alert = hub.alert('loud', { expr: 'up > 1', labels: ['team'], severity: 'warning' });
    hub.automation('list', { when: alert.firing(), do: [teams.add(alert.label('team'))] });
    const filter = processors.filter('f', { log_conditions: [log.attribute('team').in(teams)] });
    const marks = processors.attributes('marks', { actions: [{ key: 'level', value: level, action: 'upsert' }] });
    const collector = new Collector(chart, `${name}-gateway`);
    collector.pipeline('logs', { from: [otlp], processors: [filter, marks], to: [vendor] });
    return { hub, teams, level, alert, collector };
  });
  return { chart, one: parts[0]!, other: parts[1]! };
}

const ours = logSample({ attributes: { team: 'ours' } });

test('handles are of their own hub, and names are of the only one that has them', () => {
  const { chart, one, other } = program();
  const mdai = loop(chart);
  mdai.fire(other.alert, { labels: { team: 'ours' } });
  expect(mdai.value(one.teams)).toBeUndefined();
  expect(mdai.value(other.teams)).toEqual(['ours']);
  expect(mdai.send(one.collector, ours)).toReach(vendor);
  expect(mdai.send(other.collector, ours)).toBeDroppedBy('filter/f');
  expect(() => mdai.fire('loud')).toThrow('Several hubs have an alert "loud": one, other. Write hub/loud.');
  mdai.fire('one/loud', { labels: { team: 'theirs' } });
  expect(mdai.value('one/teams')).toEqual(['theirs']);
});

test('samples meet the environment of the moment, and a snapshot of it stays what it was', () => {
  const { chart, one } = program();
  const mdai = loop(chart);
  const before = mdai.routesOf(one.collector);
  mdai.set(one.level, 'high');
  expect(mdai.send(one.collector, ours).at(vendor)[0]?.attributes).toEqual({ team: 'ours', level: 'high' });
  expect(before.send(ours).at(vendor)[0]?.attributes).toEqual({ team: 'ours', level: '' });
  mdai.remove(one.level, '');
  expect(mdai.environment(one.collector)).toEqual({ TEAMS: '', LEVEL: '' });
});

test('loops of one program know nothing of each other', () => {
  const { chart, one } = program();
  const [first, second] = [loop(chart), loop(chart)];
  first.fire(one.alert, { labels: { team: 'ours' } });
  expect(second.value(one.teams)).toBeUndefined();
  expect(second.send(one.collector, ours)).toReach(vendor);
});

test('what is not manual, and data of another type, is refused as the gateway refuses it', () => {
  const { chart, one } = program();
  const mdai = loop(chart);
  expect(() => mdai.set(one.teams, ['ours'])).toThrow(
    'chart/one/variables/teams: the variable is "computed", and the gateway sets manual ones alone.',
  );
  // @ts-expect-error a text takes a text
  expect(() => mdai.set(one.level, 3)).toThrow('chart/one/variables/level: the gateway wants a text, and was given 3.');
  // @ts-expect-error a label that the alert does not declare
  mdai.fire(one.alert, { labels: { tem: 'ours' } });
  expect(mdai.value(one.teams)).toEqual(['${trigger:payload.labels.team}']);
});

test('time passes', () => {
  const { chart, one } = program();
  const mdai = loop(chart, { start: new Date('2026-05-01T00:00:00Z') });
  mdai.advance(Duration.hours(1));
  mdai.fire(one.alert);
  expect(mdai.audit[0]?.timestamp).toBe('2026-05-01T01:01:00Z');
});

test('variables of the environment that are no hub’s come from the test', () => {
  const cluster = new MdaiCluster(new App(), 'mdai');
  const marks = processors.attributes('marks', {
    actions: [{ key: 'region', value: env('REGION'), action: 'upsert' }],
  });
  const gateway = cluster.collector('gateway');
  gateway.pipeline('logs', { from: [otlp], processors: [marks], to: [vendor] });
  const sent = loop(cluster).send(gateway, ours, { environment: { REGION: 'eu' } });
  expect(sent.at(vendor)[0]?.attributes.region).toBe('eu');
});
