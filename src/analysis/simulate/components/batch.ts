import { textsOf } from '../options';
import type { ProcessorKind } from '../setup';
import { countRecords } from '../walk';

/**
 * When it sends and how much depends on time; here each batch goes on at once, as it is. Who sent it does not wait for
 * what follows.
 */
export const batch: ProcessorKind = {
  mutates: true,
  // What holds no record at all, such as a metric without points, is not kept.
  make: () => (batch) => (countRecords(batch) === 0 ? undefined : batch),
  detaches({ config }) {
    const keys = new Set(textsOf(config, 'metadata_keys').map((key) => key.toLowerCase()));
    return (name) => keys.has(name);
  },
};
