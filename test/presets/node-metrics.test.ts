import { Duration } from 'cdk8s';
import { configMapFile, env, presets, text, unset } from '../../src/index';
import { configured } from './configured';

test('the node is read under the folder where its root is mounted', () => {
  const { host_metrics } = configured(presets.hostMetrics({ interval: Duration.minutes(1) }));
  expect(host_metrics).toMatchObject({ collection_interval: '1m', root_path: '/hostfs' });
  expect(Object.keys(host_metrics.scrapers)).toEqual(['cpu', 'load', 'memory', 'disk', 'filesystem', 'network']);
});

test('processes are read where they are asked for', () => {
  const { host_metrics } = configured(presets.hostMetrics({ processes: true }));
  expect(host_metrics.scrapers.process).toMatchObject({ mute_process_io_error: true, mute_process_exe_error: true });
});

test('scrapers come and go by their names', () => {
  const { host_metrics } = configured(presets.hostMetrics({ config: { scrapers: { load: unset, paging: {} } } }));
  const scrapers = ['cpu', 'memory', 'disk', 'filesystem', 'network', 'paging'];
  expect(Object.keys(host_metrics.scrapers)).toEqual(scrapers);
});

test.each([
  ['/', true],
  ['/data', true],
  ['/var/lib/postgresql', true],
  ['/dev/shm', false],
  ['/run/containerd/io.containerd.runtime.v2.task/k8s.io/x/rootfs', false],
  ['/var/lib/kubelet/pods/1/volumes/kubernetes.io~csi/x/mount', false],
])('the file system at %s is read: %s', (mountPoint, read) => {
  const { host_metrics } = configured(presets.hostMetrics());
  const { match_type, mount_points } = host_metrics.scrapers.filesystem.exclude_mount_points;
  expect(match_type).toBe('regexp');
  expect(mount_points.some((pattern: string) => new RegExp(pattern).test(mountPoint))).toBe(!read);
});

test('the kubelet of the node is asked as the service account', () => {
  expect(configured(presets.kubeletMetrics())).toEqual({
    kubelet_stats: {
      collection_interval: '30s',
      auth_type: 'serviceAccount',
      endpoint: 'https://${env:K8S_NODE_IP}:10250',
    },
  });
});

test('its certificate is checked as far as the user wants', () => {
  const unseen = configured(presets.kubeletMetrics({ insecureSkipVerify: true }));
  expect(unseen.kubelet_stats).toMatchObject({ insecure_skip_verify: true });
  const endpoint = text`https://${env('K8S_NODE_NAME')}:10250`;
  const checked = configured(presets.kubeletMetrics({ endpoint, caFile: configMapFile('kubelets', 'ca.crt') }));
  expect(checked.kubelet_stats).toMatchObject({
    endpoint: 'https://${env:K8S_NODE_NAME}:10250',
    ca_file: '/etc/otelcol/configmaps/kubelets/ca.crt',
  });
});

test('utilization is a metric each of limits and requests, processor and memory, containers and pods', () => {
  const { metrics } = configured(presets.kubeletMetrics({ utilization: true })).kubelet_stats;
  expect(Object.keys(metrics)).toHaveLength(8);
  expect(metrics['k8s.container.memory_limit_utilization']).toEqual({ enabled: true });
});
