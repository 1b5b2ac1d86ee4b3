import type { CollectorModel } from '../model/collector';
import { at, type ConfigMap, type ConfigValue, isConfigMap, strings } from '../model/config';
import { envOf, references } from '../model/reference';
import { type AccessRow, knownNamespaces, type Namespaces, read } from './access-row';
import { allOf, type Condition, isOn, listAt } from './condition';
import { podFieldOf } from './pod-fields';

// Where Kubernetes puts the token of the pod's service account.
const tokenFile = '/var/run/secrets/kubernetes.io/serviceaccount/token';

/** Whether the operator's target allocator works on the jobs, and takes them out of the collector's configuration. */
function allocates({ pod }: CollectorModel): boolean {
  return pod?.backend === 'operator' && pod.operator.targetAllocator?.enabled === true;
}

/** Jobs that the collector itself works on, whatever a target allocator gives it besides. */
export const hasOwnJobs: Condition = {
  says: 'unless the operator’s target allocator has all jobs',
  holds: (config, collector) =>
    !allocates(collector) && (jobs(config).length > 0 || listAt(config, ['config', 'scrape_config_files']).length > 0),
};

const loopback = /^(localhost|127(\.\d+){3}|0\.0\.0\.0|\[::1?\])(:\d+)?$/;

/** Jobs whose targets are not all in the collector's own pod. */
export const scrapesOthers: Condition = {
  says: 'when it scrapes what is outside of its own pod',
  holds: (config) =>
    listAt(config, ['config', 'scrape_config_files']).length > 0 ||
    jobs(config).some((job) => {
      const { static_configs: written, ...rest } = job;
      const found = Object.keys(rest).some((key) => key.endsWith('_sd_configs'));
      const targets = Array.isArray(written) ? written.flatMap((one) => listAt(one as ConfigMap, ['targets'])) : [];
      return found || targets.some((target) => !isOwn(String(target)));
    }),
};

/** Whether an address leads to the collector's own pod. */
function isOwn(address: string): boolean {
  const read = references(address).map((reference) => podFieldOf(envOf(reference)?.name ?? ''));
  return loopback.test(address) || read.includes('status.podIP');
}

/** Targets that are told when the collector runs. */
export function isToldTargets(config: ConfigMap, collector: CollectorModel): boolean {
  const allocator = at(config, 'target_allocator');
  return allocates(collector) || (isConfigMap(allocator) && allocator.enabled !== false);
}

/** What service discovery watches, by its role (Prometheus, discovery/kubernetes). */
const watched: readonly (readonly [role: string, group: string, resources: readonly string[]])[] = [
  ['node', '', ['nodes']],
  ['pod', '', ['pods']],
  ['service', '', ['services']],
  ['endpoints', '', ['endpoints', 'services', 'pods']],
  ['endpointslice', '', ['services', 'pods']],
  ['endpointslice', 'discovery.k8s.io', ['endpointslices']],
  ['ingress', 'networking.k8s.io', ['ingresses']],
];

export const prometheusAccess: readonly AccessRow[] = [
  ...watched.map(
    ([role, group, resources]): AccessRow => ({
      component: 'receiver prometheus',
      when: discovers(`with \`role: ${role}\``, (one) => at(one, 'role') === role),
      groups: [group],
      resources,
      verbs: read,
      ...(role !== 'node' && { within: discoveredIn(role) }),
    }),
  ),
  {
    component: 'receiver prometheus',
    when: discovers('with `attach_metadata.node`', (one) => at(one, 'attach_metadata', 'node') === true),
    groups: [''],
    resources: ['nodes'],
    verbs: read,
  },
  {
    component: 'receiver prometheus',
    when: discovers('with `attach_metadata.namespace`', (one) => at(one, 'attach_metadata', 'namespace') === true),
    groups: [''],
    resources: ['namespaces'],
    verbs: read,
  },
  {
    component: 'receiver prometheus',
    when: scrapes('that discovers nodes', (job) => discoveries(job).some((one) => at(one, 'role') === 'node')),
    groups: [''],
    resources: ['nodes/metrics'],
    verbs: ['get'],
  },
  {
    component: 'receiver prometheus',
    when: scrapes('that goes through the API server’s proxy of nodes', (job) =>
      [...strings(job)].some(({ text }) => /\/nodes\/.*\/proxy\//.test(text)),
    ),
    groups: [''],
    resources: ['nodes/proxy'],
    verbs: ['get'],
  },
  {
    component: 'receiver prometheus',
    when: scrapes('', () => true),
    groups: [],
    resources: [],
    verbs: ['get'],
    urls: ['/metrics'],
  },
  {
    component: 'receiver prometheus_simple',
    when: isOn('use_service_account', false),
    groups: [],
    resources: [],
    verbs: ['get'],
    urls: ['/metrics'],
  },
];

/** The jobs that the collector itself works on. */
export function jobs(config: ConfigMap): readonly ConfigMap[] {
  const list = at(config, 'config', 'scrape_configs');
  return Array.isArray(list) ? list.filter(isConfigMap) : [];
}

/** Where a job looks for targets as the pod: not with the identity that a file gives, or in another cluster. */
function discoveries(job: ConfigMap): readonly ConfigMap[] {
  const list = at(job, 'kubernetes_sd_configs');
  return (Array.isArray(list) ? list : [])
    .filter(isConfigMap)
    .filter((one) => at(one, 'kubeconfig_file') == null && (at(one, 'api_server') == null || usesToken(one)));
}

function usesToken(part: ConfigValue): boolean {
  const files = [at(part, 'bearer_token_file'), at(part, 'authorization', 'credentials_file')];
  return files.some((file) => typeof file === 'string' && file.endsWith(tokenFile.slice('/var'.length)));
}

function discovers(says: string, test: (discovery: ConfigMap) => boolean): Condition {
  return allOf(
    {
      says: `when \`kubernetes_sd_configs\` looks for targets ${says}`,
      holds: (config) => jobs(config).flatMap(discoveries).some(test),
    },
    hasOwnJobs,
  );
}

function scrapes(says: string, test: (job: ConfigMap) => boolean): Condition {
  return {
    says: `when a job${says && ` ${says}`} sends the token of the pod’s service account`,
    holds: (config) => jobs(config).some((job) => usesToken(job) && test(job)),
  };
}

function discoveredIn(role: string): Namespaces {
  return {
    says: '`kubernetes_sd_configs.namespaces`',
    of: (config, collector) => {
      const all = jobs(config)
        .flatMap(discoveries)
        .filter((one) => at(one, 'role') === role)
        .map((one) => namespacesOf(one, collector));
      return all.every((names) => names !== undefined) ? [...new Set(all.flat())] : undefined;
    },
  };
}

function namespacesOf(discovery: ConfigMap, collector: CollectorModel): readonly string[] | undefined {
  const names = at(discovery, 'namespaces', 'names');
  const own = at(discovery, 'namespaces', 'own_namespace') === true;
  const written = Array.isArray(names) ? names : [];
  if (own && collector.namespace === undefined) return undefined;
  return knownNamespaces([...written, ...(own ? [collector.namespace] : [])], collector);
}
