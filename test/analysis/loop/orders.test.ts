import type { ActionModel } from '../../../src/model/hub-action';
import { event, firing, hub, loopOf, service } from './models';

const set = (variable: string, value: string): ActionModel => ({ kind: 'setVariable', variable, value });
const add = (variable: string, value: string): ActionModel => ({ kind: 'addToSet', variable, value });

function ambiguity(...given: Parameters<typeof hub>) {
  return loopOf(hub(...given)).fire('h', 'loud', { service: 'a' }, 1).ambiguity;
}

test('automations of one event that set one variable to different values', () => {
  const automations = {
    high: { when: firing, do: [set('level', 'high')] },
    low: { when: firing, do: [set('level', 'low')] },
    set: { when: firing, do: [add('noisy', service)] },
  };
  expect(ambiguity({ level: 'computed string', noisy: 'computed set' }, automations)).toEqual({
    event: 'loud.firing',
    automations: ['high', 'low', 'set'],
    differs: [{ of: 'h/level', outcomes: ['high', 'low'] }],
    complete: true,
  });
});

test('the order of members of a set, and of entries of a map, is none', () => {
  const put = (key: string): ActionModel => ({ kind: 'addToMap', variable: 'map', key, value: 'x' });
  const automations = {
    a: { when: firing, do: [add('set', 'a'), put('a')] },
    b: { when: firing, do: [add('set', 'b'), put('b')] },
  };
  expect(ambiguity({ set: 'computed set', map: 'computed map' }, automations)).toBeUndefined();
});

test('an automation that follows may come before the first is done', () => {
  const automations = {
    first: { when: firing, do: [add('noisy', service), set('level', 'high')] },
    follows: { when: { variable: 'noisy' }, do: [set('level', 'low')] },
  };
  expect(ambiguity({ noisy: 'computed set', level: 'computed string' }, automations)?.differs).toEqual([
    { of: 'h/level', outcomes: ['high', 'low'] },
  ]);
});

test('events of one variable keep their order', () => {
  const automations = {
    both: { when: firing, do: [set('a', '1'), set('a', '2')] },
    follows: { when: { variable: 'a' }, do: [set('b', event('payload.data'))] },
  };
  expect(ambiguity({ a: 'computed string', b: 'computed string' }, automations)).toBeUndefined();
});

test('what a failure keeps from happening depends on the order', () => {
  const automations = {
    fails: { when: firing, do: [set('a', event('payload.labels.none:- '))] },
    tells: {
      when: firing,
      do: [{ kind: 'callWebhook', url: 'https://x.example', template: 'slackAlertTemplate' } as const],
    },
  };
  expect(ambiguity({ a: 'computed string' }, automations)?.differs).toEqual([
    { of: 'webhooks', outcomes: [['tells'], []] },
  ]);
});

test('too many orders are said to be too many', () => {
  const variables = Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`v${i}`, 'computed string' as const]));
  const automations = Object.fromEntries(
    Object.keys(variables).map((key) => [key, { when: firing, do: [set(key, '1'), set(key, '2'), set(key, '3')] }]),
  );
  const follow = Object.fromEntries(
    Object.keys(variables).map((key) => [
      `${key}f`,
      { when: { variable: key }, do: [add('set', event('payload.data'))] },
    ]),
  );
  const found = ambiguity({ ...variables, set: 'computed set' }, { ...automations, ...follow });
  expect(found?.complete).toBe(false);
});
