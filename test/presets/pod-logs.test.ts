import { env, extensions, presets } from '../../src/index';
import { configured } from './configured';

test('reads all pods but its own', () => {
  expect(configured(presets.podLogs())).toEqual({
    file_log: {
      include: ['/var/log/pods/*/*/*.log'],
      exclude: ['/var/log/pods/${env:K8S_NAMESPACE}_${env:K8S_POD_NAME}_*/*/*.log'],
      start_at: 'end',
      include_file_path: true,
      include_file_name: false,
      operators: [{ type: 'container', id: 'container' }],
      retry_on_failure: { enabled: true },
    },
  });
});

test('files are named after namespace, pod and container', () => {
  const { file_log } = configured(
    presets.podLogs({
      include: [{ namespace: 'shop' }, { pod: 'api-*' }, { container: 'main' }],
      exclude: [{ namespace: env('REGION'), container: 'istio-proxy' }],
      ownLogs: true,
    }),
  );
  expect(file_log.include).toEqual([
    '/var/log/pods/shop_*_*/*/*.log',
    '/var/log/pods/*_api-*_*/*/*.log',
    '/var/log/pods/*/main/*.log',
  ]);
  expect(file_log.exclude).toEqual(['/var/log/pods/${env:REGION}_*_*/istio-proxy/*.log']);
});

test('with nothing to leave out, nothing is', () => {
  expect(configured(presets.podLogs({ ownLogs: true })).file_log).not.toHaveProperty('exclude');
});

test('checkpoints bring a storage', () => {
  const config = configured(presets.podLogs({ checkpoints: true }));
  expect(config.file_log.storage).toBe('file_storage/pod-logs-offsets');
  expect(config['file_storage/pod-logs-offsets']).toEqual({
    directory: '/var/lib/otelcol/pod-logs',
    create_directory: true,
  });
});

test('or use the one that is given', () => {
  const shared = extensions.file_storage('shared', { directory: '/var/lib/shared' });
  const config = configured(presets.podLogs({ checkpoints: shared }));
  expect(config.file_log.storage).toBe('file_storage/shared');
  expect(config['file_storage/shared']).toEqual({ directory: '/var/lib/shared' });
});

test('operators come behind the one for containers', () => {
  const { file_log } = configured(presets.podLogs({ operators: [{ type: 'json_parser' }] }));
  expect(file_log.operators).toEqual([{ type: 'container', id: 'container' }, { type: 'json_parser' }]);
});
