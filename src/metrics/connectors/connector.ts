import type { CollectorModel } from '../../model/collector';
import type { ConfigMap } from '../../model/config';
import type { Signal } from '../../model/signal';
import type { MadeMetric } from '../made';

/** A connector that makes metrics of its own. */
export interface MakingConnector {
  readonly collector: Pick<CollectorModel, 'release' | 'featureGates'>;
  readonly config: ConfigMap;
  /** What it gets. */
  readonly signals: ReadonlySet<Signal>;
}

/** What a connector of a type makes. */
export type Makes = (connector: MakingConnector) => readonly MadeMetric[];
