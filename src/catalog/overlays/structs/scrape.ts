import { fields, nonNegativeDuration, positiveDuration } from '../parts';
import type { StructOverlay } from '../structs';

export const scrapeStructs: readonly StructOverlay[] = [
  // scraperhelper.ControllerConfig
  {
    fields: ['collection_interval', 'initial_delay', 'timeout'],
    schema: fields({ collection_interval: positiveDuration, timeout: nonNegativeDuration }),
  },
];
