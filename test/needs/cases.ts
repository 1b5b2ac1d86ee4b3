import { clusterCases } from './cluster-cases';
import { exporterCases } from './exporter-cases';
import { extensionCases } from './extension-cases';
import { kubeletCases } from './kubelet-cases';
import { nodeCases } from './node-cases';
import { processorCases } from './processor-cases';
import { prometheusCases } from './prometheus-cases';
import { receiverCases } from './receiver-cases';
import type { Pieces, Shown } from './shown';

/** A collector, and what it needs of Kubernetes; `collectorOf` makes the model of it. */
export interface NeedsCase {
  readonly name: string;
  readonly collector: Pieces;
  readonly expected: Shown;
}

export const needsCases: readonly NeedsCase[] = [
  ...receiverCases,
  ...nodeCases,
  ...kubeletCases,
  ...clusterCases,
  ...prometheusCases,
  ...processorCases,
  ...exporterCases,
  ...extensionCases,
];
