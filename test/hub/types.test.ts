import { App, Chart, Duration, Size } from 'cdk8s';
import {
  type Alert,
  Collector,
  type ComputedSet,
  configMapFile,
  env,
  event,
  exporters,
  type HubVariable,
  jsonTemplate,
  log,
  MdaiCluster,
  MdaiCollector,
  MdaiDal,
  MdaiHub,
  MdaiIngress,
  MdaiObserver,
  MdaiReplay,
  receivers,
  replay,
  secret,
  slackAlertTemplate,
  span,
  text,
  webhook,
} from 'cdk8s-mdai';

const source = {
  awsAccessKeySecret: 'aws',
  s3Region: 'us-east-1',
  s3Bucket: 'logs',
  s3Path: 'hub',
  filePrefix: 'log-',
  s3Partition: 'minute',
} as const;

// Never called: the compiler is the test. Each @ts-expect-error fails the suite where the mistake below it compiles.
function programs() {
  const app = new App();
  const chart = new Chart(app, 'hub');
  const cluster = new MdaiCluster(app, 'mdai');
  const hub = new MdaiHub(chart, 'governance');
  const noisy = hub.set('noisy');
  const muted = hub.set('muted', { type: 'manual' });
  const level = hub.string('level');
  const limit = hub.int('limit');
  const open = hub.boolean('open');
  const tiers = hub.map('tiers');
  const wish = hub.string('wish', { type: 'manual' });
  const choice = hub.priorityList('choice', [muted, noisy, level]);
  const looked = hub.hashSet('looked', [level, tiers]);
  const loud = hub.alert('loud', { expr: 'up == 0', labels: ['service', 'team'], severity: 'warning' });
  const silent = hub.alert('silent', { expr: 'up == 1', labels: ['pod'], severity: 'critical' });
  const url = secret('slack', 'url');
  const page = configMapFile('webhooks', 'page.json');
  const otlp = receivers.otlp({ protocols: { grpc: {}, http: {} } });
  const gateway = new Collector(chart, 'gateway');

  // Programs without a mistake.
  hub.automation('all', {
    when: loud.firing(),
    do: [
      noisy.add(loud.label('service')),
      noisy.remove(text`${loud.label('team')}/${loud.label('service')} of ${event.hubName}`),
      level.assign(loud.annotation('current_value')),
      limit.assign(3),
      open.assign(true),
      tiers.put(loud.label('service').orElse('none'), loud.label('team')),
      tiers.remove(loud.label('severity')),
      webhook({ url, template: slackAlertTemplate({ message: 'Loud', label: loud.label('team') }) }),
      webhook({ url, template: slackAlertTemplate() }),
      webhook({
        url: 'https://example.com',
        method: 'POST',
        template: jsonTemplate({
          of: [loud.label('team'), { at: event.timestamp, by: loud.label('service') }],
          key: secret('a', 'b'),
          n: 1,
        }),
        headers: { Accept: 'text/plain', Authorization: secret('a', 'b') },
        timeout: Duration.seconds(5),
      }),
      webhook({ url, template: jsonTemplate(page, { values: { key: secret('a', 'b') } }) }),
    ],
  });
  hub.automation('shared', { when: silent.changed(), do: [noisy.add(silent.label('pod')), level.assign('x')] });
  hub.automation('chained', {
    when: noisy.updated({ update: 'added' }),
    do: [level.assign(noisy.update.data), tiers.put(noisy.update.data, noisy.update.operation)],
  });
  hub.automation('asked', {
    when: wish.updated(),
    do: [replay.deploy({ source, to: 'http://a:4318', status: level })],
  });
  hub.automation('done', { when: level.updated(), do: [replay.cleanUp()] });
  hub.replay('past', { source, to: gateway.inlet(otlp, { protocol: 'http' }) }).status.updated();
  log.attribute('a').in(choice);
  exporters.otlp_http('a', { endpoint: looked });
  new MdaiObserver(chart, 'o', { grpcReceiverMaxMsgSize: Size.mebibytes(64) }).measure('m', {
    by: ['service'],
    drop: [log.severity.below('INFO'), 'body == nil'],
    bytesMetric: false,
  });
  new MdaiIngress(chart, 'i', { collector: gateway, hosts: [{ receiver: otlp, host: 'otlp.example.com' }] });
  new MdaiDal(chart, 'd', { granularity: 'hourly', s3: { bucket: 'logs' }, aws: { region: 'us-east-1' } });
  new MdaiCollector(chart, 'c', { logs: { otlp: { endpoint: 'a:4317', hubLogs: { minSeverity: 'warn' } } } });
  const run = { source, to: 'http://a:4318', status: level, telemetryType: 'logs' } as const;
  new MdaiReplay(chart, 'r', { ...run, startTime: new Date(0), endTime: '2026-01-01' });

  // Handles go through functions that need a part of what they have.
  const muting = (set: ComputedSet, alert: Alert<'team'>) =>
    hub.automation('muting', { when: alert.firing(), do: [set.add(alert.label('team'))] });
  muting(noisy, loud);
  const counting = (...variables: readonly HubVariable<'int' | 'string'>[]) => variables.length;
  counting(limit, level, wish);
  // @ts-expect-error an alert without the label that the function needs
  muting(noisy, silent);
  // @ts-expect-error a manual set where one that automations change is needed
  muting(muted, loud);

  // Variables.
  // @ts-expect-error a manual set, which people change
  muted.add('x');
  // @ts-expect-error a manual text, which people change
  wish.assign('x');
  // @ts-expect-error a manual map, which people change
  hub.map('labels', { type: 'manual' }).put('a', 'b');
  // @ts-expect-error a priority list, which is made of others
  choice.add('x');
  // @ts-expect-error a hash set, which is made of others
  looked.assign('x');
  // @ts-expect-error a change of a variable that is made of others, of which there is no event
  choice.updated();
  // @ts-expect-error a text has no members
  level.add('x');
  // @ts-expect-error a set has no keys
  noisy.put('a', 'b');
  // @ts-expect-error a map is not assigned
  tiers.assign('x');
  // @ts-expect-error a map gets a value by its key
  tiers.put('a');
  // @ts-expect-error a number as text
  limit.assign('3');
  // @ts-expect-error a text as a boolean
  open.assign('yes');
  // @ts-expect-error a number where the variable holds text
  level.assign(3);
  // @ts-expect-error a secret, which the event hub does not read
  level.assign(secret('a', 'b'));
  // @ts-expect-error a single value is not joined
  level.export('LEVEL_CSV', { join: ',' });
  // @ts-expect-error a set is joined
  noisy.export('NOISY_CSV');
  // @ts-expect-error a map in a priority list
  hub.priorityList('a', [tiers]);
  // @ts-expect-error a priority list of nothing
  hub.priorityList('b', []);
  // @ts-expect-error a hash set that looks up in a set
  hub.hashSet('c', [level, noisy]);
  // @ts-expect-error a hash set without its map
  hub.hashSet('d', [level]);
  // @ts-expect-error a type of variable that the hub does not have
  hub.set('e', { type: 'automatic' });
  // @ts-expect-error a variable made of others that says who sets it
  hub.priorityList('f', [level], { type: 'manual' });

  // Triggers.
  // @ts-expect-error a text is set, not added to
  level.updated({ update: 'added' });
  // @ts-expect-error a set is added to, not set
  noisy.updated({ update: 'set' });
  // @ts-expect-error a variable where its event belongs
  hub.automation('g', { when: noisy, do: [level.assign('x')] });
  // @ts-expect-error an annotation that alerts of a hub do not have
  loud.annotation('summary');
  // @ts-expect-error a label that the alert does not declare
  loud.label('pod');

  // Values of the event in its own automation.
  // @ts-expect-error a label of another alert, which this one does not have
  hub.automation('h', { when: silent.firing(), do: [noisy.add(loud.label('service'))] });
  // @ts-expect-error a label where a variable starts the automation
  hub.automation('i', { when: noisy.updated(), do: [level.assign(loud.label('service'))] });
  // @ts-expect-error the data of a variable where an alert starts the automation
  hub.automation('j', { when: loud.firing(), do: [level.assign(noisy.update.data)] });
  // @ts-expect-error the same inside other text
  hub.automation('k', { when: silent.firing(), do: [level.assign(text`${event.id}: ${loud.label('team')}`)] });
  // @ts-expect-error a secret and a part of the event in one text
  text`${secret('a', 'b')} ${loud.label('team')}`;
  // @ts-expect-error a part of an event in the configuration of a collector
  exporters.otlp_http('b', { endpoint: loud.label('team') });

  // Webhooks.
  // @ts-expect-error the message of an alert where a variable starts the automation
  hub.automation('l', { when: level.updated(), do: [webhook({ url, template: slackAlertTemplate() })] });
  hub.automation('m', {
    when: silent.firing(),
    // @ts-expect-error a payload with a label of another alert
    do: [webhook({ url, template: jsonTemplate({ who: [loud.label('team')] }) })],
  });
  // @ts-expect-error a message with a part of the event, which the event hub would not put in
  slackAlertTemplate({ message: text`${loud.label('team')} is loud` });
  // @ts-expect-error text where a label belongs
  slackAlertTemplate({ label: 'team' });
  // @ts-expect-error a part of the event as a value of a payload, which the event hub would not put in
  jsonTemplate(page, { values: { team: loud.label('team') } });
  // @ts-expect-error a method that the event hub does not use
  webhook({ url, template: slackAlertTemplate(), method: 'PUT' });
  // @ts-expect-error a webhook that sends nothing
  webhook({ url });
  // @ts-expect-error an environment variable, which the event hub does not have
  webhook({ url: env('SLACK_URL'), template: slackAlertTemplate() });
  // @ts-expect-error a part of the event in the address
  webhook({ url: text`https://a/${loud.label('team')}`, template: slackAlertTemplate() });
  // @ts-expect-error a part of the event in a header
  webhook({ url, template: slackAlertTemplate(), headers: { team: loud.label('team') } });
  // @ts-expect-error a secret composed with text, which a header of a webhook cannot be
  webhook({ url, template: slackAlertTemplate(), headers: { Authorization: text`Bearer ${secret('a', 'b')}` } });
  // @ts-expect-error a variable in a payload
  jsonTemplate({ level });

  // Replays.
  // @ts-expect-error an alert, which does not say what to replay
  hub.automation('n', { when: loud.firing(), do: [replay.deploy({ source, to: 'http://a', status: level })] });
  // @ts-expect-error a set, which does not say what to clean up
  hub.automation('o', { when: noisy.updated(), do: [replay.cleanUp()] });
  // @ts-expect-error a set as the status of a replay
  replay.deploy({ source, to: 'http://a', status: noisy });
  // @ts-expect-error a replay to nowhere
  hub.replay('p', { source });
  // @ts-expect-error a partition that the MDAI operator does not know
  hub.replay('q', { source: { ...source, s3Partition: 'day' }, to: 'http://a' });
  // @ts-expect-error a replay without a source
  hub.replay('s', { to: 'http://a' });
  // @ts-expect-error a signal that does not exist
  new MdaiReplay(chart, 't', { ...run, startTime: 'a', endTime: 'b', telemetryType: 'profiles' });

  // The other kinds.
  // @ts-expect-error a condition about spans, of which an observer has no filters
  cluster.observer('a').measure('m', { by: ['a'], drop: [span.name.equals('a')] });
  // @ts-expect-error what becomes of an error that does not exist
  cluster.observer('b').measure('m', { by: ['a'], errorMode: 'fail' });
  // @ts-expect-error an ingress without a host
  cluster.ingress('c', { collector: gateway, hosts: [] });
  // @ts-expect-error an exporter, which has no host
  cluster.ingress('d', { collector: gateway, hosts: [{ receiver: exporters.debug(), host: 'a' }] });
  // @ts-expect-error a collector by its name
  cluster.ingress('e', { collector: 'gateway', hosts: [{ receiver: otlp, host: 'a' }] });
  // @ts-expect-error a granularity that does not exist
  cluster.dal('f', { granularity: 'monthly', s3: { bucket: 'logs' }, aws: { region: 'us-east-1' } });
  // @ts-expect-error a severity of the audit log, which has none
  new MdaiCollector(chart, 'g', { logs: { otlp: { endpoint: 'a:1', auditLogs: { minSeverity: 'warn' } } } });
  // @ts-expect-error a severity that streams do not have
  new MdaiCollector(chart, 'h', { logs: { otlp: { endpoint: 'a:1', hubLogs: { minSeverity: 'fatal' } } } });
}

test('programs with mistakes about hubs do not compile, and programs without do', () => {
  expect(programs).toBeInstanceOf(Function);
});
