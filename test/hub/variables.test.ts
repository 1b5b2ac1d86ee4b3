import { App, Chart } from 'cdk8s';
import { Collector, event, exporters, log, MdaiHub, processors, receivers, text } from '../../src/index';
import { find, type Manifest, synthesize } from '../../src/testing';
import { specOf } from './admitted';

function hubIn(chart = new Chart(new App(), 'chart', { namespace: 'mdai' }), name = 'hub') {
  return new MdaiHub(chart, name);
}

test('variables that are made of others name them', () => {
  const hub = hubIn();
  const [first, second] = [hub.set('first', { type: 'manual' }), hub.string('second')];
  const tiers = hub.map('tiers');
  hub.priorityList('chosen', [first, second], { env: 'CHOSEN' }).export('CHOSEN_CSV', { join: ',' });
  hub.hashSet('tier', [second, tiers], { env: 'TIER' }).export('TIER_AGAIN');
  expect(specOf(hub, 'MdaiHub').variables.slice(3)).toEqual([
    {
      key: 'chosen',
      type: 'meta',
      dataType: 'metaPriorityList',
      storageType: 'mdai-valkey',
      variableRefs: ['first', 'second'],
      serializeAs: [
        { name: 'CHOSEN', transformers: [{ type: 'join', join: { delimiter: '|' } }] },
        { name: 'CHOSEN_CSV', transformers: [{ type: 'join', join: { delimiter: ',' } }] },
      ],
    },
    {
      key: 'tier',
      type: 'meta',
      dataType: 'metaHashSet',
      storageType: 'mdai-valkey',
      variableRefs: ['second', 'tiers'],
      serializeAs: [{ name: 'TIER' }, { name: 'TIER_AGAIN' }],
    },
  ]);
});

test('a collector that reads variables made of others carries the label, and the hub exports them', () => {
  const hub = hubIn();
  const chart = Chart.of(hub) as Chart;
  const [noisy, level, tiers] = [hub.set('noisy'), hub.string('level'), hub.map('tiers')];
  const [chosen, tier] = [hub.priorityList('chosen', [noisy, level]), hub.hashSet('tier', [level, tiers])];
  const filter = processors.filter({ log_conditions: [log.attribute('team').in(chosen)] });
  const gateway = new Collector(chart, 'gateway');
  gateway.pipeline('logs', {
    from: [receivers.otlp({ protocols: { grpc: {} } })],
    processors: [filter],
    to: [exporters.otlp_http({ endpoint: tier })],
  });
  expect(find(synthesize(chart), 'OpenTelemetryCollector', 'gateway')).toMatchObject({
    metadata: { labels: { 'mydecisive.ai/hub-name': 'hub' } },
    spec: { envFrom: [{ configMapRef: { name: 'hub-variables' } }] },
  });
  expect(gateway.toConfig().exporters).toEqual({ otlp_http: { endpoint: '${env:TIER}' } });
  expect(specOf(hub, 'MdaiHub').variables.map(({ serializeAs }: Manifest) => serializeAs?.[0].name)).toEqual([
    undefined,
    undefined,
    undefined,
    'CHOSEN',
    'TIER',
  ]);
});

test('a variable cannot be made of another hub’s', () => {
  const hub = hubIn();
  const other = hubIn(Chart.of(hub) as Chart, 'other');
  expect(() => hub.priorityList('a', [other.set('b')])).toThrow('made of b of the hub "other"');
});

test('values of actions are text, numbers, booleans, and parts of the event', () => {
  const hub = hubIn();
  const [noisy, level, limit, open] = [hub.set('noisy'), hub.string('level'), hub.int('limit'), hub.boolean('open')];
  const tiers = hub.map('tiers');
  const loud = hub.alert('loud', { expr: 'up == 0', labels: ['pod', 'team'], severity: 'warning' });
  hub.automation('all', {
    when: loud.changed(),
    do: [
      limit.assign(-3),
      open.assign(false),
      level.assign(text`${loud.label('team')}/${loud.label('pod').orElse('none')} of $5 at ${event.timestamp}`),
      tiers.put(loud.label('alertname'), loud.annotation('current_value')),
      noisy.add(loud.status),
      noisy.remove(loud.value),
    ],
  });
  const [{ when, then }] = specOf(hub, 'MdaiHub').rules;
  expect(when).toEqual({ alertName: 'loud' });
  expect(then).toEqual([
    { setVariable: { scalar: 'limit', value: '-3' } },
    { setVariable: { scalar: 'open', value: 'false' } },
    {
      setVariable: {
        scalar: 'level',
        value: '${trigger:payload.labels.team}/${trigger:payload.labels.pod:-none} of $5 at ${trigger:timestamp}',
      },
    },
    {
      addToMap: {
        map: 'tiers',
        key: '${trigger:payload.labels.alertname}',
        value: '${trigger:payload.annotations.current_value}',
      },
    },
    { addToSet: { set: 'noisy', value: '${trigger:payload.status}' } },
    { removeFromSet: { set: 'noisy', value: '${trigger:payload.value}' } },
  ]);
});

test('a change of a variable starts an automation', () => {
  const hub = hubIn();
  const [noisy, level, tiers] = [hub.set('noisy'), hub.string('level', { type: 'manual' }), hub.map('tiers')];
  const last = hub.string('last');
  hub.automation('added', { when: noisy.updated({ update: 'added' }), do: [last.assign(noisy.update.data)] });
  hub.automation('any', { when: noisy.updated(), do: [last.assign(noisy.update.operation)] });
  hub.automation('set', { when: level.updated(), do: [last.assign(level.update.data)] });
  hub.automation('put', { when: tiers.updated({ update: 'set' }), do: [last.assign(tiers.update.data)] });
  expect(specOf(hub, 'MdaiHub').rules.map(({ when }: { when: unknown }) => when)).toEqual([
    { variableUpdated: 'noisy', updateType: 'added' },
    { variableUpdated: 'noisy' },
    { variableUpdated: 'level', updateType: 'set' },
    { variableUpdated: 'tiers', updateType: 'set' },
  ]);
});

test.each<[string, (hub: MdaiHub) => unknown, string]>([
  ['a number that is not whole', (hub) => hub.int('i').assign(0.5), 'holds whole numbers, and 0.5 is none'],
  ['an empty text', (hub) => hub.string('s').assign(''), 'An action has an empty value'],
  ['an empty text in place of a label', (hub) => label(hub).orElse(''), 'cannot stand in for'],
  ['a brace in place of a label', (hub) => label(hub).orElse('a}'), 'Use text without "}"'],
  ['a label that the event hub cannot read', (hub) => label(hub, 'a.b'), 'cannot read the label "a.b"'],
  ['a part of the event in a string', (hub) => `${text`a ${label(hub)}`}`, 'Text with a part of an event'],
  ['a part of the event in JSON', (hub) => JSON.stringify({ a: label(hub) }), 'Text with a part of an event'],
  ['the name . for an automation', (hub) => named(hub, '.'), '"." is no name of an automation'],
])('%s throws where it is written', (_, program, message) => {
  expect(() => program(hubIn())).toThrow(message);
});

function label(hub: MdaiHub, name = 'pod') {
  return hub.alert('loud', { expr: 'up', labels: [name], severity: 'warning' }).label(name);
}

function named(hub: MdaiHub, name: string) {
  const set = hub.set('a');
  hub.automation(name, { when: set.updated(), do: [set.add('b')] });
}
