import { presets, receivers, unset } from '../../src/index';
import { releases } from '../../src/model/release';
import { configured, issuesWith } from './configured';
import { variants } from './variants';

const rows = Object.keys(variants).flatMap((name) => releases.map((release) => [name, release] as const));

test.each(rows)('%s has no mistakes at %s', (name, release) => {
  expect(issuesWith(variants[name]!, release)).toEqual([]);
});

test('every preset is among the variants', () => {
  const named = new Set(Object.keys(variants).map((name) => name.split(' ')[0]));
  expect([...named].sort()).toEqual(Object.keys(presets).sort());
});

test('a name stands behind the type, of the extension too', () => {
  expect(presets.hostMetrics().id).toBe('host_metrics');
  expect(presets.hostMetrics({ name: 'slow' }).id).toBe('host_metrics/slow');
  const config = configured(presets.podLogs({ name: 'shop', checkpoints: true }));
  expect(Object.keys(config)).toEqual(['file_log/shop', 'file_storage/shop-offsets']);
  expect(config['file_storage/shop-offsets'].directory).toBe('/var/lib/otelcol/shop');
});

test('changes are made last: maps merge, lists replace, and unset takes out', () => {
  const config = { start_at: 'beginning', retry_on_failure: { max_elapsed_time: '0s' }, include: ['/logs/*'] } as const;
  const { file_log } = configured(presets.podLogs({ startAt: 'end', config: { ...config, operators: unset } }));
  expect(file_log).toMatchObject({
    start_at: 'beginning',
    include: ['/logs/*'],
    retry_on_failure: { enabled: true, max_elapsed_time: '0s' },
  });
  expect(file_log).not.toHaveProperty('operators');
});

test('a preset is a component as any other', () => {
  const mine = receivers.k8s_cluster({ collection_interval: '30s' });
  const preset = presets.clusterMetrics();
  expect(preset).toBeInstanceOf(mine.constructor);
  expect(configured(preset)).toEqual(configured(mine));
});

test('changes of fields that the component does not have do not compile', () => {
  // @ts-expect-error
  presets.podLogs({ config: { start_from: 'end' } });
  // @ts-expect-error
  presets.hostMetrics({ config: { scrapers: { cpus: {} } } });
  // @ts-expect-error
  presets.kubernetesAttributes({ metadata: ['k8s.pod.nmae'] });
});
