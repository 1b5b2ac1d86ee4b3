import type { DrawnRule } from '../rule';
import { connectorRules } from './connectors';
import { exporterRules } from './exporters';
import { extensionRules } from './extensions';
import { processorRules } from './processors';
import { receiverRules } from './receivers';
import { samplingRules } from './sampling';
import { sharedRules } from './shared';

/** What single components demand of their fields, and the structs that they share. */
export const drawnRules: readonly DrawnRule[] = [
  ...sharedRules,
  ...receiverRules,
  ...processorRules,
  ...samplingRules,
  ...exporterRules,
  ...connectorRules,
  ...extensionRules,
];
