import { checkModel } from '../../src/checks/check';
import type { Model } from '../../src/model/model';
import { collector, hub, issuesOf, model } from './models';

test('names are unique in a namespace', () => {
  const named = (path: string, namespace?: string) => collector({ path, namespace });
  expect(checkModel(model({ collectors: [named('a'), named('b')] }))).toMatchObject([
    { code: 'name-taken', path: 'b', message: 'the name "gateway" belongs to another collector in its namespace: a.' },
  ]);
  expect(issuesOf(model({ collectors: [named('a', 'one'), named('b', 'two')] }))).toEqual([]);
});

test('names of hubs are unique in the Kubernetes cluster', () => {
  const one = { ...hub('filtration'), namespace: 'one' };
  expect(issuesOf(model({ hubs: [one, { ...one, path: 'mdai/b', namespace: 'two' }] }))).toEqual(['name-taken mdai/b']);
});

test('a configuration from a file has no name', () => {
  const file = (path: string) => collector({ name: '', path });
  expect(issuesOf(model({ collectors: [file('a.yaml'), file('b.yaml')] }))).toEqual([]);
});

const named: Record<string, (name: string) => Partial<Model>> = {
  collector: (name) => ({ collectors: [collector({ name, path: 'a' })] }),
  hub: (name) => ({ hubs: [{ ...hub(name), path: 'a' }] }),
  observer: (name) => ({ observers: [{ path: 'a', name, measures: [] }] }),
  'hub monitor': (name) => ({ hubMonitors: [{ path: 'a', name }] }),
};

test.each([
  ['collector', 'error', 'Gateway'],
  ['collector', 'error', 'gate_way'],
  ['collector', 'warning', 'a'.repeat(43)],
  ['collector', 'warning', 'a.b'],
  ['hub', 'error', 'a.b'],
  ['hub', 'error', 'a'.repeat(64)],
  ['observer', 'error', 'a'.repeat(42)],
  ['observer', 'error', '1a'],
  ['hub monitor', 'error', 'a'.repeat(33)],
])('the name of a %s: %s for "%s"', (kind, severity, name) => {
  expect(checkModel(model(named[kind]?.(name)))).toMatchObject([{ code: 'name-invalid', severity, path: 'a' }]);
});

test.each([
  ['collector', 'a'.repeat(42)],
  ['hub', 'a'.repeat(63)],
  ['observer', 'a'.repeat(41)],
  ['hub monitor', 'hub-monitor'],
])('the name of a %s: "%s" is fine', (kind, name) => expect(issuesOf(model(named[kind]?.(name)))).toEqual([]));

test('a namespace is a label', () => {
  expect(issuesOf(model({ collectors: [collector({ namespace: 'a.b' })] }))).toEqual([
    'name-invalid telemetry/gateway',
  ]);
});
