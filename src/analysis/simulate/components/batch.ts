import { textsOf } from '../options';
import type { ProcessorKind } from '../setup';

/**
 * When it sends and how much depends on time; here each batch goes on at once, as it is. Who sent it does not wait for
 * what follows.
 */
export const batch: ProcessorKind = {
  mutates: true,
  make: () => (batch) => batch,
  detaches({ config }) {
    const keys = new Set(textsOf(config, 'metadata_keys').map((key) => key.toLowerCase()));
    return (name) => keys.has(name);
  },
};
