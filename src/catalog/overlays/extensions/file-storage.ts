import type { Overlay } from '../../overlay';
import type { SectionRule } from '../../section-rule';
import { fields, nonNegative, rules } from '../parts';

const mebibyte = 1024 * 1024;

/** A threshold of the compaction while the collector runs, in MiB. */
const threshold = (field: string, otherwise: number): SectionRule => ({
  field: `compaction.${field}`,
  holds: (storage) =>
    storage.number('max_size') <= 0 ||
    !storage.flag('compaction.on_rebound') ||
    storage.number(`compaction.${field}`, otherwise) * mebibyte <= storage.number('max_size'),
  message: `is more than "max_size" allows; unless it is set, it is ${otherwise} MiB`,
  fix: 'Lower it, or raise "max_size", which counts bytes.',
});

export const overlay: Overlay = {
  schema: {
    ...fields({
      // With `create_directory: false`, the directory must exist where the collector runs.
      max_size: nonNegative,
      compaction: fields({ max_transaction_size: nonNegative }),
    }),
    ...rules(
      {
        field: 'directory_permissions',
        holds: (storage) =>
          !storage.flag('create_directory') || isFileMode(storage.text('directory_permissions', '0750')),
        message: 'are no permissions',
        fix: 'Write octal digits, e.g. "0750".',
      },
      {
        field: 'compaction.check_interval',
        holds: (storage) =>
          !storage.flag('compaction.on_rebound') || storage.duration('compaction.check_interval', '5s') > 0,
        message: 'has to be positive for the compaction on rebound',
        fix: 'Write a duration, e.g. "5s".',
      },
      threshold('rebound_needed_threshold_mib', 100),
      threshold('rebound_trigger_threshold_mib', 10),
    ),
  },
  provides: ['storage'],
};

/** Octal digits, of no more than nine bits. */
export function isFileMode(text: string): boolean {
  return /^\+?[0-7]+$/.test(text) && Number.parseInt(text, 8) <= 0o777;
}
