import { event, firing, hub, loopOf, reader, resolved, service } from './models';

const filtering = hub(
  { noisy: 'computed set', level: 'computed string' },
  {
    mute: {
      when: firing,
      do: [
        { kind: 'addToSet', variable: 'noisy', value: service },
        { kind: 'setVariable', variable: 'level', value: 'high' },
      ],
    },
    unmute: { when: resolved, do: [{ kind: 'removeFromSet', variable: 'noisy', value: service }] },
  },
);

test('an alert changes variables in the order of the actions, and the environment of the collectors', () => {
  const loop = loopOf(filtering);
  expect(loop.environment(reader)).toEqual({ NOISY: '' });
  const { automations, changes, restarted, stopped } = loop.fire('h', 'loud', { service: 'a' }, 2);
  expect(automations).toEqual(['mute']);
  expect(changes).toEqual([
    { hub: 'h', variable: 'noisy', automation: 'mute', operation: 'added', before: undefined, after: ['a'] },
    { hub: 'h', variable: 'level', automation: 'mute', operation: 'set', before: undefined, after: 'high' },
  ]);
  expect(restarted).toEqual(['reader']);
  expect(stopped).toEqual([]);
  expect(loop.environment(reader)).toEqual({ NOISY: 'a', LEVEL: 'high' });
  loop.fire('h', 'loud', { service: 'b' }, 2);
  expect(loop.environment(reader)).toEqual({ NOISY: 'a|b', LEVEL: 'high' });
  loop.resolve('h', 'loud', { service: 'a' });
  expect(loop.environment(reader)).toEqual({ NOISY: 'b', LEVEL: 'high' });
  loop.resolve('h', 'loud', { service: 'b' });
  expect(loop.value('h', 'noisy')).toBeUndefined();
  expect(loop.environment(reader)).toEqual({ NOISY: '', LEVEL: 'high' });
});

test('the gateway skips an alert that goes on, and hears of it when it comes again', () => {
  const loop = loopOf(filtering);
  loop.fire('h', 'loud', { service: 'a' }, 2);
  const again = loop.fire('h', 'loud', { service: 'a' }, 3);
  expect(again.automations).toEqual([]);
  expect(again.stopped).toEqual(['loud.firing: the gateway was told of this already, and skips it']);
  loop.resolve('h', 'loud', { service: 'a' });
  expect(loop.fire('h', 'loud', { service: 'a' }, 3).automations).toEqual(['mute']);
});

test('an alert that does not fire cannot be resolved', () => {
  const loop = loopOf(filtering);
  expect(() => loop.resolve('h', 'loud', { service: 'a' })).toThrow(
    'The alert "loud" does not fire with the labels {"service":"a"}. Let it fire first.',
  );
  loop.fire('h', 'loud', { service: 'a' }, 1);
  expect(() => loop.resolve('h', 'loud', { service: 'b' })).toThrow('does not fire');
  loop.resolve('h', 'loud', { service: 'a' });
  expect(() => loop.resolve('h', 'loud', { service: 'a' })).toThrow('does not fire');
});

test('a label that the alert lacks is stored as the text of its placeholder, with which a collector does not start', () => {
  const loop = loopOf(filtering);
  expect(loop.fire('h', 'loud', {}, 1).stopped).toEqual([
    'reader does not start any more: NOISY holds ${trigger:payload.labels.service}, which it takes for a reference',
  ]);
  expect(loop.environment(reader).NOISY).toBe('${trigger:payload.labels.service}');
});

test('the payload of an alert is what the gateway makes of it', () => {
  const loop = loopOf(filtering, {}, {
    prometheuses: [{ mode: 'server', namespace: 'mdai', externalLabels: { cluster: 'c' } }],
  } as never);
  const [first] = loop.fire('h', 'loud', { service: 'a<b' }, 1.125).events;
  expect(first?.payload).toBe(
    String.raw`{"labels":{"alertname":"loud","cluster":"c","service":"a\u003cb","severity":"warning"},` +
      String.raw`"annotations":{"alert_name":"loud","current_value":"1.12","expression":"up \u003e 1","hub_name":"h"},` +
      '"status":"firing","value":"1.12"}',
  );
});

describe('an alert that Alertmanager does not hand to the gateway', () => {
  const gateway = { url: 'http://mdai-gateway.mdai.svc.cluster.local:8081/alerts/alertmanager' };
  const withRoutes = (config: object) =>
    loopOf(filtering, {}, {
      prometheuses: [{ mode: 'server', namespace: 'mdai', externalLabels: {}, alertmanager: { path: 'app/am' } }],
      alertmanagers: [{ path: 'app/am', config }],
    } as never);

  test('changes nothing', () => {
    const loop = withRoutes({
      route: { receiver: 'gateway', routes: [{ matchers: ['severity="warning"'], receiver: 'people' }] },
      receivers: [{ name: 'gateway', webhook_configs: [gateway] }, { name: 'people' }],
    });
    expect(loop.fire('h', 'loud', { service: 'a' }, 1).stopped).toEqual([
      'loud.firing: app/am tells people of it when it is firing, and not the MDAI gateway',
    ]);
    expect(loop.environment(reader)).toEqual({ NOISY: '' });
  });

  test('goes on for ever where only its end is kept back', () => {
    const loop = withRoutes({
      route: { receiver: 'gateway' },
      receivers: [{ name: 'gateway', webhook_configs: [{ ...gateway, send_resolved: false }] }],
    });
    loop.fire('h', 'loud', { service: 'a' }, 1);
    expect(loop.resolve('h', 'loud', { service: 'a' }).automations).toEqual([]);
    expect(loop.environment(reader).NOISY).toBe('a');
  });
});

describe('automations that begin with a change of a variable', () => {
  const chained = hub(
    { first: 'manual string', second: 'computed string', third: 'computed string' },
    {
      a: {
        when: { variable: 'first' },
        do: [{ kind: 'setVariable', variable: 'second', value: event('payload.data') }],
      },
      b: { when: { variable: 'second', update: 'set' }, do: [{ kind: 'setVariable', variable: 'third', value: 'b' }] },
      loud: { when: firing, do: [{ kind: 'setVariable', variable: 'first', value: 'alert' }] },
    },
  );

  test('run until the hop limit is reached', () => {
    const loop = loopOf(chained);
    const { automations, stopped, events } = loop.request('h', 'first', { operation: 'add', data: 'x' });
    expect(automations).toEqual(['a']);
    expect(events.map(({ name, depth, automations: ran }) => [name, depth, ran])).toEqual([
      ['var.add', 0, []],
      ['var.set', 1, ['a']],
      ['var.set', 2, []],
    ]);
    expect(stopped).toEqual(['var.set: 2 actions came before it, and the hop limit is 2: b did not run']);
    expect(loop.environment(reader)).toEqual({ FIRST: 'x', SECOND: 'x' });
    expect(loopOf(chained, { hopLimit: 3 }).request('h', 'first', { operation: 'add', data: 'x' }).automations).toEqual(
      ['a', 'b'],
    );
  });

  test('count from the alert', () => {
    const loop = loopOf(chained);
    expect(loop.fire('h', 'loud', {}, 1).automations).toEqual(['loud', 'a']);
    expect(loop.value('h', 'third')).toBeUndefined();
  });
});

test('an automation for what was removed never begins, and one without an operation begins with everything', () => {
  const loop = loopOf(
    hub(
      { set: 'manual set', log: 'computed set' },
      {
        removed: {
          when: { variable: 'set', update: 'removed' },
          do: [{ kind: 'addToSet', variable: 'log', value: 'r' }],
        },
        any: {
          when: { variable: 'set' },
          do: [{ kind: 'addToSet', variable: 'log', value: event('payload.operation') }],
        },
      },
    ),
  );
  loop.request('h', 'set', { operation: 'add', data: ['a'] });
  loop.request('h', 'set', { operation: 'remove', data: ['a'] });
  expect(loop.value('h', 'log')).toEqual(['added', 'remove']);
});

test('a failure ends the automation, and those of the same event that come after it', () => {
  const loop = loopOf(
    hub(
      { text: 'computed string', set: 'computed set' },
      {
        a: {
          when: firing,
          do: [
            { kind: 'setVariable', variable: 'text', value: 'x' },
            { kind: 'addToSet', variable: 'text', value: 'y' },
            { kind: 'addToSet', variable: 'set', value: 'a' },
          ],
        },
        b: { when: firing, do: [{ kind: 'addToSet', variable: 'set', value: 'b' }] },
      },
    ),
  );
  const { automations, stopped, ambiguity } = loop.fire('h', 'loud', {}, 1);
  expect(automations).toEqual(['a']);
  expect(stopped).toEqual([
    'loud.firing: action 2 of a failed, and nothing after it ran: h/text holds a text, and not a set (WRONGTYPE)',
  ]);
  expect(loop.value('h', 'set')).toBeUndefined();
  expect(ambiguity?.differs).toEqual([{ of: 'h/set', outcomes: [undefined, ['b']] }]);
});

test('a variable that holds something else than it declares keeps the environment as it is', () => {
  const loop = loopOf(
    hub(
      { set: 'computed set', text: 'computed string' },
      {
        wrong: { when: firing, do: [{ kind: 'setVariable', variable: 'set', value: 'x' }] },
        right: { when: resolved, do: [{ kind: 'setVariable', variable: 'text', value: 'y' }] },
      },
    ),
  );
  const { restarted, stopped } = loop.fire('h', 'loud', {}, 1);
  expect(restarted).toEqual([]);
  expect(stopped).toEqual([
    'the MDAI operator cannot read the variables of h, and collectors keep what they have: h/set holds a text, and not a set (WRONGTYPE)',
  ]);
  loop.resolve('h', 'loud', {});
  expect(loop.environment(reader)).toEqual({ SET: '' });
});

test('the history tells of alerts, automations, variables and restarts', () => {
  const loop = loopOf(filtering);
  loop.fire('h', 'loud', { service: 'a' }, 1);
  expect(loop.audit.map(({ name, target, type, ...entry }) => name ?? target ?? type ?? entry)).toEqual([
    'loud.firing',
    'noisy',
    'level',
    'loud.firing',
    'var.added',
    'var.set',
    'collector_restart',
  ]);
  // The end of the correlation id is the fingerprint that Alertmanager's library gives these labels.
  expect(loop.audit[1]).toEqual({
    timestamp: '2024-01-01T00:01:00Z',
    operation: 'Add element to set',
    target: 'noisy',
    variable_ref: 'a',
    variable: 'a',
    correlation_id: '1704067260000-a8c64e1c215ce98d',
    recursion_depth: '0',
  });
  expect(loop.audit.at(-1)).toEqual({
    timestamp: '2024-01-01T00:01:00Z',
    hub_name: 'h',
    type: 'collector_restart',
    NOISY: 'a',
    LEVEL: 'high',
  });
});

test('names that do not exist are told with the nearest', () => {
  const loop = loopOf(filtering);
  expect(() => loop.fire('h', 'lod', {}, 1)).toThrow('There is no alert "lod". Did you mean "loud"?');
  expect(() => loop.value(undefined, 'noisi')).toThrow('There is no variable "noisi". Did you mean "noisy"?');
  expect(() => loop.value('i', 'noisy')).toThrow('There is no hub "i".');
  const two = loopOf([filtering, { ...filtering, path: 'app/i', name: 'i' }]);
  expect(() => two.value(undefined, 'noisy')).toThrow('Several hubs have a variable "noisy": h, i. Write hub/noisy.');
  expect(two.value('i', 'noisy')).toBeUndefined();
});

test('two hubs of one name lose their events', () => {
  const loop = loopOf([filtering, { ...filtering, path: 'app/i', alerts: [], variables: [] }]);
  expect(loop.fire(undefined, 'loud', {}, 1).stopped).toEqual([
    'loud.firing: there are 2 hubs "h" with automations; rename one',
  ]);
});
