import type { ComponentFacts } from '../../facts';
import { bool, duration, fileMode, int, text } from '../../shared-scalars';

export const fileStorage: ComponentFacts = {
  kind: 'extension',
  type: 'file_storage',
  schema: {
    type: 'object',
    additionalProperties: false,
    properties: {
      // With `create_directory: false`, the directory must exist where the collector runs.
      directory: text,
      timeout: duration,
      max_size: { ...int, minimum: 0, 'x-since': '0.159.0' },
      compaction: {
        type: 'object',
        additionalProperties: false,
        properties: {
          on_start: bool,
          on_rebound: bool,
          directory: text,
          rebound_needed_threshold_mib: int,
          rebound_trigger_threshold_mib: int,
          max_transaction_size: { ...int, minimum: 0 },
          check_interval: duration,
          cleanup_on_start: bool,
        },
      },
      fsync: bool,
      create_directory: bool,
      directory_permissions: fileMode,
      recreate: bool,
    },
  },
  provides: ['storage'],
};
