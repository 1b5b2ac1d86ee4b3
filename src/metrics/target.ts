import type { RelabelModel, ScrapeDiscovery, ScrapeEndpoint } from '../model/scrape';

/** Labels that the Prometheus operator gives to what is read from pods; behind Services, there is one more. */
export const targetLabels: readonly string[] = ['job', 'instance', 'namespace', 'pod', 'container', 'endpoint'];

/** What a target does to the labels of its samples. */
export interface TargetLabels {
  readonly labels: ReadonlySet<string>;
  /** There may be others. */
  readonly open: boolean;
  /** The labels of the metrics stay where they clash. */
  readonly honored: boolean;
}

/** The labels of an endpoint's targets. */
export function labelsOfTarget(
  { honorLabels, relabel = [], metricRelabel = [] }: ScrapeEndpoint,
  find: ScrapeDiscovery['kind'],
): TargetLabels {
  const behind = find === 'services' ? ['service'] : [];
  return {
    labels: new Set([...targetLabels, ...behind, ...relabel.flatMap(({ targetLabel }) => targetLabel ?? [])]),
    open: [...relabel, ...metricRelabel].some(changesLabels),
    honored: honorLabels,
  };
}

/** The labels of a metric's series, read from a target. */
export function labelsAt(target: TargetLabels, labels: readonly string[]): readonly string[] {
  const kept = target.honored ? labels : labels.map((name) => (target.labels.has(name) ? `exported_${name}` : name));
  return [...target.labels, ...kept];
}

/** Whether a step of relabelling gives names to metrics. */
export function renames({ action = 'replace', targetLabel, replacement }: RelabelModel): boolean {
  return action === 'labelmap' ? (replacement ?? '').includes('__name__') : targetLabel === '__name__';
}

function changesLabels({ action = 'replace', targetLabel }: RelabelModel): boolean {
  return action === 'labelmap' || (targetLabel !== undefined && !targetLabels.includes(targetLabel));
}
