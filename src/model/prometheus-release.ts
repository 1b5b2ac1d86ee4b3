import type { NameScheme } from './label-name';

/** What releases of Prometheus have, and others lack. */
export interface PrometheusRelease {
  /** Reads its files again by itself when they change (`auto-reload-config`). */
  readonly reloads: boolean;
  /** Fills in variables of the environment in external labels without a feature flag. */
  readonly expandsLabels: boolean;
  /** Has a flag of its own for the agent, which used to be a feature. */
  readonly agentFlag: boolean;
  /** The names of metrics and labels that it takes. */
  readonly names: NameScheme;
  /** Refuses queues whose limits contradict each other. */
  readonly checksQueues: boolean;
}

// Told apart by the major version (CHANGELOG.md of Prometheus, 3.0.0).
const releases: Readonly<Record<'2' | '3', PrometheusRelease>> = {
  2: { reloads: false, expandsLabels: false, agentFlag: false, names: 'legacy', checksQueues: false },
  3: { reloads: true, expandsLabels: true, agentFlag: true, names: 'utf8', checksQueues: true },
};

/** What a version of Prometheus has. */
export function prometheusRelease(version: string): PrometheusRelease {
  return releases[/^v?2\./.test(version) ? '2' : '3'];
}
