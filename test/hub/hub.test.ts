import { App, Chart, Duration } from 'cdk8s';
import { MdaiHub, type MdaiHubProps } from '../../src/index';
import { find, synthesize } from '../../src/testing';

function hub(props?: MdaiHubProps) {
  return new MdaiHub(new Chart(new App(), 'chart', { namespace: 'mdai' }), 'hub', props);
}

function spec(of: MdaiHub) {
  return find(synthesize(Chart.of(of)), 'MdaiHub', of.name).spec;
}

test('each type of variable is written as the hub knows it', () => {
  const of = hub({ evaluationInterval: Duration.seconds(30) });
  of.set('a', { type: 'manual' });
  of.string('b', { env: 'B' });
  of.int('c');
  of.boolean('d');
  of.map('e');
  expect(spec(of)).toEqual({
    config: { evaluation_interval: '30s' },
    variables: [
      { key: 'a', type: 'manual', dataType: 'set', storageType: 'mdai-valkey' },
      { key: 'b', type: 'computed', dataType: 'string', storageType: 'mdai-valkey', serializeAs: [{ name: 'B' }] },
      { key: 'c', type: 'computed', dataType: 'int', storageType: 'mdai-valkey' },
      { key: 'd', type: 'computed', dataType: 'boolean', storageType: 'mdai-valkey' },
      { key: 'e', type: 'computed', dataType: 'map', storageType: 'mdai-valkey' },
    ],
  });
});

test('a set is exported under each of its names, joined as said', () => {
  const of = hub();
  const noisy = of.set('noisy', { env: 'NOISY' });
  noisy.export('NOISY_CSV', { join: ',' });
  noisy.export('NOISY_CSV', { join: ',' });
  expect(spec(of).variables[0].serializeAs).toEqual([
    { name: 'NOISY', transformers: [{ type: 'join', join: { delimiter: '|' } }] },
    { name: 'NOISY_CSV', transformers: [{ type: 'join', join: { delimiter: ',' } }] },
  ]);
  expect(() => noisy.export('NOISY_CSV', { join: ';' })).toThrow(
    'noisy is exported as NOISY_CSV already, joined otherwise',
  );
});

test('alerts and automations are written as the hub knows them', () => {
  const of = hub();
  const [set, text, map] = [of.set('set'), of.string('text'), of.map('map')];
  const alert = of.alert('loud', {
    expr: 'up == 0',
    labels: ['pod'],
    severity: 'critical',
    for: '5m',
    keepFiringFor: Duration.minutes(1),
  });
  of.automation('on', {
    when: alert.firing(),
    do: [
      set.add(alert.label('pod')),
      text.assign('x'),
      map.put('k', alert.label('pod')),
      map.remove('k'),
      set.remove('y'),
    ],
  });
  expect(spec(of)).toMatchObject({
    prometheusAlerts: [{ name: 'loud', expr: 'up == 0', for: '5m', keep_firing_for: '1m', severity: 'critical' }],
    rules: [
      {
        name: 'on',
        when: { alertName: 'loud', status: 'firing' },
        then: [
          { addToSet: { set: 'set', value: '${trigger:payload.labels.pod}' } },
          { setVariable: { scalar: 'text', value: 'x' } },
          { addToMap: { map: 'map', key: 'k', value: '${trigger:payload.labels.pod}' } },
          { removeFromMap: { map: 'map', key: 'k' } },
          { removeFromSet: { set: 'set', value: 'y' } },
        ],
      },
    ],
  });
});

test.each<[string, (of: MdaiHub) => unknown, string]>([
  ['a key that is none', (of) => of.set('a-b'), '"a-b" is no key of a variable'],
  ['a key twice', (of) => [of.set('a'), of.int('a')], 'The hub chart/hub has a variable "a" already.'],
  [
    'an alert’s name that is none',
    (of) => of.alert('a-b', { expr: 'up', severity: 'warning' }),
    '"a-b" is no name of an alert',
  ],
  ['a rule’s name that breaks its ConfigMap', (of) => rule(of, 'a b'), '"a b" is no name of an automation'],
  ['a rule twice', (of) => twice(of), 'The hub chart/hub has an automation "a" already.'],
  ['an empty value', (of) => of.set('s').add(' '), 'An action has an empty value'],
  [
    'an environment variable that is none',
    (of) => of.set('s', { env: 'A-B' }),
    '"A-B" is no name of an environment variable',
  ],
  [
    'a duration that is none',
    (of) => of.alert('b', { expr: 'up', severity: 'warning', for: '1.5h' }),
    '"1.5h" is no duration',
  ],
  [
    'one environment variable for two variables',
    (of) => [of.set('s', { env: 'X' }), of.string('t', { env: 'X' })],
    'chart/hub: the variables s and t are both exported as X.',
  ],
  ['a variable of another hub', (of) => rule(of, 'b', other(of).set('v')), 'holds a part of the hub "other"'],
  [
    'an alert of another hub',
    (of) => of.automation('c', { when: loud(other(of)).firing(), do: [of.set('s').add('v')] }),
    'hub "other"',
  ],
  ['a variable in a string', (of) => `${of.string('t')}`, "The hub's variable t was turned into a string"],
  ['an event in a string', (of) => `${label(of)}`, 'payload.labels.pod}) was turned into a string'],
])('%s throws where it is written', (_, program, message) => {
  expect(() => program(hub())).toThrow(message);
});

function twice(of: MdaiHub) {
  const [alert, set] = [loud(of), of.set('s')];
  for (const name of ['a', 'a']) of.automation(name, { when: alert.firing(), do: [set.add('v')] });
}

function other(of: MdaiHub): MdaiHub {
  return new MdaiHub(Chart.of(of), 'other');
}

function loud(of: MdaiHub, name = 'loud') {
  return of.alert(name, { expr: 'up', labels: ['pod'], severity: 'warning' });
}

function label(of: MdaiHub) {
  return loud(of).label('pod');
}

function rule(of: MdaiHub, name: string, set = of.set('s')) {
  of.automation(name, { when: loud(of).firing(), do: [set.add('v')] });
}
