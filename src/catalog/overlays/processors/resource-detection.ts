import type { Overlay } from '../../overlay';
import { each, fields, oneOf, rules } from '../parts';

const detectors = [
  'aks',
  'azure',
  'consul',
  'docker',
  'dynatrace',
  'ec2',
  'ecs',
  'eks',
  'elastic_beanstalk',
  'env',
  'gcp',
  'heroku',
  'k8snode',
  'kubeadm',
  'lambda',
  'openshift',
  'system',
];
const newer = [
  'akamai',
  'alibaba_ecs',
  'azurecontainerapps',
  'digitalocean',
  'hetzner',
  'ibmcloud_classic',
  'ibmcloud_vpc',
  'k8s_api',
  'nova',
  'oraclecloud',
  'scaleway',
  'tencent_cvm',
  'upcloud',
  'vultr',
];

export const overlay: Overlay = {
  schema: {
    ...fields({
      system: fields({ hostname_sources: each(oneOf('cname', 'dns', 'lookup', 'os')) }),
      // An unknown one stops the collector when it starts.
      detectors: each({
        ...oneOf(...detectors, ...newer),
        'x-enum-since': Object.fromEntries(newer.map((name) => [name, '0.159.0'])),
      }),
    }),
    ...rules({
      field: 'retry',
      holds: (detection) =>
        !detection.since('0.159.0') ||
        !detection.flag('retry.enabled', true) ||
        detection.duration('timeout', '5s') !== 0 ||
        detection.duration('retry.max_elapsed_time', '0s') > 0,
      message: 'has no end: neither "timeout" nor "max_elapsed_time" is set',
      fix: 'Write one of them.',
    }),
  },
};
