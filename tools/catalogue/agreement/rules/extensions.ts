import { type ConfigMap, isConfigMap } from '../../../../src/model/config';
import { type DrawnSection, rulesOf } from '../rule';
import { limiter } from './processors';

const endpoints = ['a:1', '0.0.0.0:13133', ':80', '', '', null];
const zpages: Readonly<Record<string, DrawnSection>> = {
  'there is an endpoint': {
    fields: { endpoint: [undefined, ...endpoints], 'expvar.enabled': [undefined, true, false] },
  },
};

const healthCheck: Readonly<Record<string, DrawnSection>> = {
  'there is an endpoint': { fields: { endpoint: [undefined, ...endpoints], path: [undefined, '/', '/a'] } },
  'the path begins with a slash': {
    fields: {
      path: [undefined, '/', '/a', '/a/b', '', 'a', 'a/b', 'health'],
      endpoint: [undefined, 'a:1', 'b:2'],
    },
  },
  // Later releases pass over the section.
  'the interval of the pipelines parses': {
    release: '0.131.0',
    base: { enabled: true, exporter_failure_threshold: 5 },
    fields: {
      interval: [undefined, '5m', '1s', 'x', '5', '', '1d'],
      exporter_failure_threshold: [1, 5, 10],
    },
    within: (section) => ({ check_collector_pipeline: section }),
  },
  'the threshold of the pipelines is positive': {
    release: '0.131.0',
    base: { enabled: true },
    fields: { exporter_failure_threshold: [undefined, 1, 5, 0, -1, -5], interval: [undefined, '1m', '5m'] },
    within: (section) => ({ check_collector_pipeline: section }),
  },
};

const stores = ({ compaction, ...rest }: ConfigMap): ConfigMap => ({
  directory: '/tmp',
  ...rest,
  ...(isConfigMap(compaction) && { compaction: { directory: '/tmp', ...compaction } }),
});
const fileStorage: Readonly<Record<string, DrawnSection>> = {
  'permissions are octal': {
    fields: {
      create_directory: [true, true, true, false],
      directory_permissions: [undefined, '0750', '700', '0999', '7777', 'rwx', '9'],
    },
    within: stores,
  },
  'the compaction is checked': {
    fields: {
      'compaction.on_rebound': [undefined, true, true, true, false],
      'compaction.check_interval': [undefined, '1s', '0s', '0s', '-1s', '-5s'],
      timeout: [undefined, '1s', '5s'],
    },
    within: stores,
  },
  'sizes are not negative': {
    fields: {
      max_size: [undefined, 0, 5, 1_000_000_000, -1],
      'compaction.max_transaction_size': [undefined, 0, 10, 65_536, -1, -10],
    },
    within: stores,
  },
  'thresholds fit in the size': {
    fields: {
      max_size: [undefined, 0, 104_857_600, 104_857_599, 5, 20_000_000],
      'compaction.on_rebound': [undefined, true, true, true],
      'compaction.rebound_needed_threshold_mib': [undefined, 1, 100, 200],
      'compaction.rebound_trigger_threshold_mib': [undefined, 1, 10, 50],
    },
    within: stores,
  },
};

const elector: Readonly<Record<string, DrawnSection>> = {
  'the lease has a name and a namespace': {
    base: { auth_type: 'none' },
    fields: {
      lease_name: ['a', 'b', 'c', 'd', '', undefined],
      lease_namespace: ['a', 'b', 'c', 'd', '', undefined],
      lease_duration: [undefined, '20s'],
    },
  },
  'the kind of access is known': {
    base: { lease_name: 'a', lease_namespace: 'b' },
    fields: {
      auth_type: [undefined, 'none', 'serviceAccount', 'kubeConfig', '', 'token', 'x', 'None'],
      lease_duration: [undefined, '20s', '1m'],
    },
  },
};

export const extensionRules = [
  ...rulesOf('extension', 'memory_limiter', limiter, 'memory_limiter extension'),
  ...rulesOf('extension', 'zpages', zpages),
  ...rulesOf('extension', 'health_check', healthCheck),
  ...rulesOf('extension', 'file_storage', fileStorage),
  ...rulesOf('extension', 'k8s_leader_elector', elector),
];
