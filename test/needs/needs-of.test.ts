import { accessTable } from '../../src/needs/access-table';
import { runningComponents } from '../../src/needs/component';
import { type Row, rowsFor } from '../../src/needs/condition';
import { envTable } from '../../src/needs/environment';
import { mountTable } from '../../src/needs/mount-table';
import { needsOf } from '../../src/needs/needs-of';
import { privilegeTable } from '../../src/needs/privilege-table';
import { viewOf } from '../../src/view/view';
import { needsCases } from './cases';
import { collectorOf, shown } from './shown';

test.each(needsCases)('$name', ({ collector, expected }) => {
  expect(shown(needsOf(collectorOf(collector)))).toEqual(expected);
});

test('no two cases have one name', () => {
  expect(new Set(needsCases.map(({ name }) => name)).size).toBe(needsCases.length);
});

test('each row of each table stands in a case', () => {
  const tables: readonly (readonly Row[])[] = [accessTable, mountTable, privilegeTable, envTable];
  const seen = new Set<Row>();
  for (const { collector } of needsCases) {
    const model = collectorOf(collector);
    for (const component of runningComponents(viewOf(model))) {
      for (const table of tables) for (const row of rowsFor(table, component, model)) seen.add(row);
    }
  }
  const unseen = tables.flat().filter((row) => !seen.has(row));
  expect(unseen.map(({ component, when }) => `${component} ${when?.says}`)).toEqual([]);
});

test('a collector’s needs are worked out once, and change nothing', () => {
  const collector = collectorOf({ processors: { k8s_attributes: {} }, extensions: { file_storage: {} } });
  const before = structuredClone(collector);
  expect(needsOf(collector)).toBe(needsOf(collector));
  expect(collector).toEqual(before);
});

test('what does not run needs nothing', () => {
  const collector = collectorOf({});
  const config = {
    ...collector.config,
    receivers: { nop: {}, otlp: { protocols: { grpc: { endpoint: '0.0.0.0:4317' } } } },
    processors: { k8s_attributes: {} },
    extensions: { file_storage: {} },
  };
  expect(shown(needsOf({ ...collector, config }))).toEqual({});
});

test('older names of components mean the same', () => {
  const collector = collectorOf({
    mode: 'daemonset',
    receivers: { filelog: { include: ['/var/log/pods/*/*/*.log'] } },
  });
  expect(needsOf(collector).mounts.map(({ path }) => path)).toEqual(['/var/log/pods', '/var/lib/docker/containers']);
});

test('without its pods, a configuration is of no mode', () => {
  const { pod: _, ...collector } = collectorOf({ receivers: { file_log: { include: ['/var/log/pods/*/*/*.log'] } } });
  expect(needsOf(collector)).toMatchObject({ mounts: [], privileges: [] });
});

test('rights in a namespace that is not known are rights everywhere', () => {
  const { namespace: _, ...collector } = collectorOf({
    exporters: { load_balancing: { protocol: { otlp: {} }, resolver: { k8s: { service: 'sampler' } } } },
  });
  expect(shown(needsOf(collector)).access).toEqual(['get,list,watch discovery.k8s.io/endpointslices']);
});

test('whatever shape a configuration has, its needs can be asked for', () => {
  const odd = [null, 7, 'text', [], [null], { a: [] }];
  for (const value of odd) {
    const { service } = collectorOf({}).config;
    for (const section of ['receivers', 'processors', 'exporters', 'extensions']) {
      const config = { ...collectorOf({}).config, service: service ?? null, [section]: value as never };
      expect(() => needsOf({ ...collectorOf({}), config })).not.toThrow();
    }
    const receivers = { prometheus: { config: value }, file_log: { include: value }, k8s_objects: { objects: value } };
    const processors = { k8s_attributes: { extract: value, filter: value }, resource_detection: { detectors: value } };
    expect(() =>
      needsOf(collectorOf({ receivers: receivers as never, processors: processors as never })),
    ).not.toThrow();
  }
});
