import type { Overlay } from '../../overlay';
import { isFileMode } from '../extensions/file-storage';
import { fields, nonNegativeDuration, oneOf, rules } from '../parts';
import { levelRule } from '../structs/http';

export const overlay: Overlay = {
  schema: {
    ...fields({
      format: oneOf('json', 'proto'),
      compression: oneOf('', 'zstd'),
      flush_interval: nonNegativeDuration,
    }),
    required: ['path'],
    ...rules(
      levelRule(''),
      {
        field: 'append',
        holds: (file) => !file.flag('append') || !file.has('rotation'),
        message: 'does not go with "rotation"',
        fix: 'Remove one of the two.',
      },
      {
        field: 'append',
        holds: (file) => file.since('0.159.0') || !file.flag('append') || !file.given('compression'),
        message: 'does not go with "compression"',
        fix: 'Remove one of the two.',
      },
      {
        field: 'path',
        holds: (file) => !file.flag('group_by.enabled') || /^[^*]+\*[^*]*$/.test(file.text('path')),
        message: 'needs one asterisk for the group, and not at its beginning',
        fix: 'Write e.g. "/data/*/traces.json".',
      },
      {
        field: 'group_by.resource_attribute',
        holds: (file) =>
          !file.flag('group_by.enabled') ||
          file.text('group_by.resource_attribute', 'fileexporter.path_segment') !== '',
        message: 'is empty, but says what to group by',
        fix: 'Write the key of a resource attribute.',
      },
      {
        field: 'directory_permissions',
        holds: (file) => file.flag('create_directory') || !file.given('directory_permissions'),
        message: 'is only for a directory that the exporter creates',
        fix: 'Write "create_directory: true", or remove it.',
      },
      {
        field: 'directory_permissions',
        holds: (file) => !file.flag('create_directory') || isFileMode(file.text('directory_permissions') || '0755'),
        message: 'are no permissions',
        fix: 'Write octal digits, e.g. "0755".',
      },
    ),
  },
};
