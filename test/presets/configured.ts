import { App, Chart } from 'cdk8s';
import {
  Collector,
  type Component,
  exporters,
  type Issue,
  type Processor,
  type Receiver,
  type Release,
  receivers,
} from '../../src/index';
import { issuesOf, type Manifest } from '../../src/testing';

/** A collector with a preset in it, and nothing that it gets of itself but what the preset's configuration asks for. */
export function collectorOf(preset: Component, release: Release): Collector {
  const chart = new Chart(new App(), `release-${release}`, { namespace: 'ns' });
  const mode = once.has(preset.type) ? 'deployment' : 'daemonset';
  const collector = new Collector(chart, 'agent', { mode, release, env: { REGION: 'eu' } });
  const to = [exporters.debug()];
  if (preset.kind === 'processor') {
    const otlp = receivers.otlp({ protocols: { grpc: {} } });
    const signal = totals.has(preset.type) ? 'metrics' : 'logs';
    collector.pipeline(signal, { from: [otlp], processors: [preset as Processor<'logs' | 'metrics'>], to });
  } else if (logs.has(preset.type)) collector.pipeline('logs', { from: [preset as Receiver<'logs'>], to });
  else collector.pipeline('metrics', { from: [preset as Receiver<'metrics'>], to });
  return collector;
}

const once = new Set(['k8s_cluster', 'k8s_objects', 'delta_to_cumulative']);
const totals = new Set(['transform', 'delta_to_cumulative']);
const logs = new Set(['file_log', 'k8s_objects']);
const own = new Set(['otlp', 'memory_limiter', 'health_check']);

/** What a preset writes into a collector's configuration: its own section, and those of the extensions that it names. */
export function configured(preset: Component, release: Release = '0.159.0'): Manifest {
  const { receivers, processors, extensions } = collectorOf(preset, release).toConfig() as Manifest;
  const all = Object.entries({ ...receivers, ...processors, ...extensions });
  return Object.fromEntries(all.filter(([id]) => !own.has(id)));
}

/** What the checks say of a collector with the preset. */
export function issuesWith(preset: Component, release: Release): readonly Issue[] {
  return issuesOf(collectorOf(preset, release));
}
