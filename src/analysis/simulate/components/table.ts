import type { ConnectorKind, ProcessorKind } from '../setup';
import { attributes, resource } from './attributes/attributes';
import { batch } from './batch';
import { count } from './count/count';
import { filter } from './filter';
import { forward } from './forward';
import { groupByAttrs } from './group-by-attrs';
import { memoryLimiter } from './memory-limiter';
import { probabilisticSampler } from './probabilistic-sampler';
import { redaction } from './redaction/redaction';
import { routing } from './routing/routing';
import { transform } from './transform';

/** The processors that are simulated, by type. */
export const processorKinds: Readonly<Record<string, ProcessorKind | undefined>> = {
  attributes,
  batch,
  filter,
  groupbyattrs: groupByAttrs,
  memory_limiter: memoryLimiter,
  probabilistic_sampler: probabilisticSampler,
  redaction,
  resource,
  transform,
};

/** The connectors that are simulated, by type. */
export const connectorKinds: Readonly<Record<string, ConnectorKind | undefined>> = { count, forward, routing };
