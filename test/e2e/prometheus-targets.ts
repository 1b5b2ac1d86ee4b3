import { execFile, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import type { Manifest } from '../../src/testing';
import { tool } from '../../tools/locate';
import { ofKind } from './manifests';
import { scratch, yamlFile } from './process';

/** What a program prints, apart from what it logs. */
export function printedBy(program: string, args: readonly string[], input = ''): string {
  const { status, stdout, stderr } = spawnSync(program, args, { input, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${basename(program)} ${args.join(' ')}: ${stderr}`);
  return stdout;
}

async function printed(program: string, args: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(program, args, { maxBuffer: 64 * 1024 * 1024 });
  return stdout;
}

export function inNamespace(manifest: Manifest): Manifest {
  return { ...manifest, metadata: { namespace: 'default', ...manifest.metadata } };
}

/** What the Prometheus operator configures for the Prometheus, or the agent, among some objects. */
export function operatorConfig(manifests: readonly Manifest[], name?: string): string {
  const all = (kind: string) => ofKind(manifests, kind).map(inNamespace);
  const named = (kind: string) => all(kind).find(({ metadata }) => name === undefined || metadata.name === name);
  // The intervals come from the API server: they are defaults of the custom resource's definition.
  const defaulted = (object: Manifest | undefined) =>
    object && { ...object, spec: { scrapeInterval: '30s', evaluationInterval: '30s', ...object.spec } };
  const given = {
    prometheus: defaulted(named('Prometheus')),
    prometheusAgent: named('PrometheusAgent'),
    podMonitors: all('PodMonitor'),
    serviceMonitors: all('ServiceMonitor'),
    probes: all('Probe'),
    scrapeConfigs: all('ScrapeConfig'),
    secrets: all('Secret').map(({ stringData, ...secret }) => ({ ...secret, data: encoded(stringData ?? {}) })),
    configMaps: all('ConfigMap'),
  };
  return printedBy(tool('promconfig'), [], JSON.stringify(given));
}

function encoded(data: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, Buffer.from(value).toString('base64')]));
}

/** A pod as discovery sees it. */
export interface DiscoveredPod {
  readonly name: string;
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
  /** The declared ports of its container, by name. */
  readonly ports: Readonly<Record<string, number>>;
  readonly phase: string;
}

/** A target with its labels, before any relabelling. */
export type Target = { readonly targets: readonly string[]; readonly labels: Readonly<Record<string, string>> };

/** What Prometheus discovers in a pod: a target for each declared port. The pod's name stands for its address. */
export function discovered(pod: DiscoveredPod): Target[] {
  const base: Record<string, string> = {
    namespace: pod.namespace,
    pod_name: pod.name,
    pod_phase: pod.phase,
    pod_container_name: 'main',
    ...kubernetesLabels('pod', pod.labels),
  };
  const ports = Object.entries(pod.ports);
  if (ports.length === 0) return [target(pod.name, base)];
  return ports.map(([name, port]) =>
    target(`${pod.name}:${port}`, {
      ...base,
      pod_container_port_name: name,
      pod_container_port_number: String(port),
    }),
  );
}

/** What Prometheus discovers of a pod behind a Service: a target for each port of the Service. */
export function discoveredBehind(service: Omit<DiscoveredPod, 'phase'>, pod: DiscoveredPod): Target[] {
  return Object.entries(service.ports).map(([name, port]) =>
    target(`${pod.name}:${port}`, {
      namespace: service.namespace,
      service_name: service.name,
      ...kubernetesLabels('service', service.labels),
      endpointslice_port_name: name,
      endpointslice_address_target_kind: 'Pod',
      endpointslice_address_target_name: pod.name,
      pod_name: pod.name,
      pod_phase: pod.phase,
      pod_container_name: 'main',
    }),
  );
}

function kubernetesLabels(of: string, labels: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(labels).flatMap(([key, value]) => {
      const name = key.replace(/[^a-zA-Z0-9_]/g, '_');
      return [
        [`${of}_label_${name}`, value],
        [`${of}_labelpresent_${name}`, 'true'],
      ];
    }),
  );
}

function target(address: string, labels: Readonly<Record<string, string>>): Target {
  return {
    targets: [address],
    labels: Object.fromEntries(Object.entries(labels).map(([name, value]) => [`__meta_kubernetes_${name}`, value])),
  };
}

/** The labels of the targets that each job of a configuration keeps, by job: Prometheus itself relabels them. */
export async function keptTargets(
  promtool: string,
  config: Manifest,
  targets: readonly Target[],
): Promise<Map<string, Manifest[]>> {
  const folder = scratch();
  const file = join(folder, 'targets.json');
  writeFileSync(file, JSON.stringify(targets));
  const jobs: Manifest[] = config.scrape_configs.map(({ kubernetes_sd_configs: discovers, ...job }: Manifest) => ({
    ...job,
    ...(discovers && { file_sd_configs: [{ files: [file] }] }),
  }));
  const path = yamlFile(folder, 'prometheus.yaml', {
    global: config.global,
    scrape_configs: jobs,
  });
  // Each takes its whole timeout, so that all run at once.
  const results = jobs.map(async ({ job_name, file_sd_configs }): Promise<[string, Manifest[]]> => {
    const found = JSON.parse(await printed(promtool, ['check', 'service-discovery', '--timeout=2s', path, job_name]));
    if (file_sd_configs && found.length !== targets.length) throw new Error(`${job_name} did not see all targets.`);
    const kept = (found as Manifest[]).map(({ labels }) => labels);
    return [job_name, kept.filter((labels) => Object.keys(labels ?? {}).length > 0)];
  });
  return new Map(await Promise.all(results));
}
